import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { childOf, readRecords, type XmlRecord } from './xml.ts';

const path = ['List', 'Item'];

function read(source: string | Uint8Array) {
  const records: XmlRecord[] = [];
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  return { ...readRecords(bytes, path, (record) => void records.push(record)), records };
}

describe('records', () => {
  test('come one after the other with number, line, attributes and text', () => {
    const { records, ...rest } = read(
      '<?xml version="1.0"?>\n<!-- a comment -->\n<a:List xmlns:a="urn:x">\n  <a:Head>of no matter</a:Head>\n' +
        "  <a:Item><a:Amt Ccy='CNY'>1 &lt; 2 &#x5bb6;</a:Amt></a:Item><a:Item/>\n  <a:Item>\n</a:Item>\n</a:List>\n",
    );
    expect(rest).toEqual({ kind: 'read', root: { name: 'List', namespace: 'urn:x' } });
    expect(records.map(({ number, line }) => [number, line])).toEqual([
      [1, 5],
      [2, 5],
      [3, 6],
    ]);
    const amount = childOf(records[0]?.element, 'Amt');
    expect([amount?.text, amount?.attributes.get('Ccy')]).toEqual(['1 < 2 家', 'CNY']);
  });

  test('stand at their path alone', () => {
    expect(read('<List><Other><Item/></Other><Item><Item/></Item></List>').records).toHaveLength(1);
    expect(read('<Item/>').records).toHaveLength(0);
  });

  test('hold CDATA as text, comments as nothing', () => {
    const { records } = read('<List><Item><![CDATA[1 < 2 & ]]><!-- not this -->3</Item></List>');
    expect(records[0]?.element.text).toBe('1 < 2 & 3');
  });

  test('may be of megabytes, and a character may lie across two reads', () => {
    const long = '家𠮷'.repeat(500_000);
    expect(read(`\uFEFF<List><Item>x${long}</Item></List>`).records[0]?.element.text).toBe(`x${long}`);
  });
});

describe('what is refused, with its place', () => {
  test('a document type, so nothing outside is fetched and nothing expands', () => {
    const external = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(read(`<?xml version="1.0"?>\n${external}\n<List><Item>&x;</Item></List>`)).toMatchObject({
      kind: 'refused',
      why: 'document-type',
      line: 2,
      character: external.length + 1,
      records: [],
    });
    const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
    expect(read(`${laughs}<List><Item>&c;</Item></List>`)).toMatchObject({ why: 'document-type' });
  });

  test('GBK bytes, and any encoding but UTF-8', () => {
    const gbk = iconv.encode('<List><Item>王桂兰</Item></List>', 'gbk');
    expect(read(gbk)).toMatchObject({ why: 'not-utf-8', line: 1 });
    for (const encoding of ['GBK', 'GB18030', 'UTF-16'])
      expect(read(`<?xml version="1.0" encoding="${encoding}"?>\n<List/>`)).toMatchObject({ why: 'not-utf-8' });
    expect(read('<?xml version="1.0" encoding="utf-8"?>\n<List/>')).toMatchObject({ kind: 'read' });
  });

  test.each([
    ['nothing', '', 1],
    ['an open element', '<List>\n<b></List>', 2],
    ['a document cut short', '<List>\n<b>text', 2],
    ['two roots', '<List/>\n<b/>', 2],
    ['text beside the root', '<List/>\nx', 2],
    ['an attribute twice', '<List b="1" b="2"/>', 1],
    ['a closing tag too many', '<List></List></a>', 1],
    ['an unquoted attribute', '<List b=1/>', 1],
    ['a comment without end', '<List><!-- </List>', 1],
    ['an entity that is not predefined', '<List>\n\n&secret;</List>', 3],
    ['a character that XML has not', '<List>&#0;</List>', 1],
    ['an ampersand alone', '<List>1 & 2</List>', 1],
    ['a prefix that means nothing', '<a:List/>', 1],
  ])('%s', (_what, source, line) => {
    expect(read(source)).toMatchObject({ kind: 'refused', why: 'not-well-formed', line });
  });

  test('a hundred levels', () => {
    expect(read('<List>'.repeat(100) + '</List>'.repeat(100))).toMatchObject({ why: 'too-deep' });
    expect(read(`<List><Item>${'<a>'.repeat(100)}`)).toMatchObject({ why: 'too-deep' });
  });

  test('the record within which it lies is named, with what was read of it', () => {
    const broken = read('<List><Item/><Item><Name>A-2</Name><b></Item></List>');
    if (broken.kind !== 'refused') throw new Error(broken.kind);
    expect([broken.line, broken.within?.number, childOf(broken.within?.element, 'Name')?.text]).toEqual([1, 2, 'A-2']);
    expect(broken.records).toHaveLength(1);
    expect(read('<List><Item/></a>')).not.toHaveProperty('within');
  });
});
