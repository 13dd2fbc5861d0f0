import { expect, test } from 'vitest';
import { childOf, childrenOf, readXml, type XmlElement } from './xml.ts';

function read(source: string): XmlElement {
  const outcome = readXml(source);
  if (outcome.kind === 'refused') throw new Error(`${outcome.why} in line ${outcome.line}`);
  return outcome.root;
}

test('elements, attributes, text and the lines they start in', () => {
  const root = read(
    '<?xml version="1.0"?>\n<!-- a -- free comment is fine without -->\n<a:Root xmlns:a="urn:x">\n  <Amt Ccy=\'CNY\'>1 &lt; 2 &#x5bb6;</Amt>\n  <Amt/>\n</a:Root>\n'.replace(
      ' -- free',
      ' free',
    ),
  );
  expect(root).toMatchObject({ name: 'Root', line: 3 });
  expect(root.attributes.get('xmlns:a')).toBe('urn:x');
  expect(childOf(root, 'Amt')).toMatchObject({ text: '1 < 2 家', line: 4 });
  expect(childrenOf(root, 'Amt').map(({ line }) => line)).toEqual([4, 5]);
});

test('CDATA is text as it stands', () => {
  expect(read('<a><![CDATA[1 < 2 & ]]>3</a>').text).toBe('1 < 2 & 3');
});

test('a document type is refused, so nothing outside is fetched and nothing expands', () => {
  expect(readXml('<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>')).toEqual({
    kind: 'refused',
    why: 'document-type',
    line: 2,
  });
});

test('an entity that is not predefined is refused, and so is a character that XML has not', () => {
  expect(readXml('<a>\n\n&secret;</a>')).toEqual({ kind: 'refused', why: 'entity', line: 1 });
  expect(readXml('<a>&#0;</a>')).toMatchObject({ why: 'entity' });
  expect(readXml('<a>1 & 2</a>')).toMatchObject({ why: 'entity' });
});

test.each([
  ['nothing', ''],
  ['an open element', '<a><b></a>'],
  ['a document cut short', '<a><b>text'],
  ['two roots', '<a/><b/>'],
  ['text beside the root', '<a/>x'],
  ['an attribute twice', '<a b="1" b="2"/>'],
  ['a closing tag too many', '<a></a></a>'],
  ['an unquoted attribute', '<a b=1/>'],
  ['a comment without end', '<a><!-- </a>'],
])('%s is not well formed', (_what, source) => {
  expect(readXml(source)).toMatchObject({ kind: 'refused', why: 'not-well-formed' });
});

test('depth has an end', () => {
  expect(readXml('<a>'.repeat(50) + '</a>'.repeat(50))).toMatchObject({ why: 'too-deep' });
});

test('a comment or a text of megabytes is read, and an endless tag refused', () => {
  const long = 'x'.repeat(5_000_000);
  expect(read(`<a><!--${long}-->${long}</a>`).text).toHaveLength(5_000_000);
  expect(readXml(`<a b="${long}"/>`)).toMatchObject({ why: 'not-well-formed' });
});
