import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type BankLayout, standardLayout } from '../batch/bank-profile.ts';
import { readReturnFile } from './return-file.ts';
import { returnReasonOf } from './return-reason.ts';

const head = '业务编号,收款人户名,金额,处理结果,失败原因,处理日期';
const rows = [
  '990101-20260001-000001,王桂兰,"3,600.00",成功,,20261211',
  '990101-20260001-000002,张𠮷,1200.00,退汇,账户已销户,2026/12/1',
];
const file = [head, ...rows].join('\r\n');

const readText = (text: string, layout: BankLayout = standardLayout) => readReturnFile(Buffer.from(text), layout);
const faults = (...lines: readonly string[]) => readText([head, ...lines].join('\n')).faults;

describe('a CSV', () => {
  test.each([
    ['UTF-8', Buffer.from(file)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${file}`)],
    ['GB 18030', iconv.encode(file, 'gb18030')],
  ])('in %s is read line by line', (_encoding, bytes) => {
    expect(readReturnFile(bytes, standardLayout)).toEqual({
      format: 'csv',
      faults: [],
      lines: [
        { line: 2, reference: '990101-20260001-000001', amount: 360_000n, outcome: 'paid', settledOn: '2026-12-11' },
        {
          line: 3,
          reference: '990101-20260001-000002',
          amount: 120_000n,
          outcome: 'returned',
          reason: '账户已销户',
          settledOn: '2026-12-01',
        },
      ],
    });
  });

  test('an amount with three decimals is refused, never rounded, even when the third is nought', () => {
    expect(faults('A-1,王,3600.005,成功,,', 'A-2,王,3600.000,成功,,')).toEqual([
      { line: 2, reference: 'A-1', why: 'amount-with-more-than-two-decimals', found: '3600.005' },
      { line: 3, reference: 'A-2', why: 'amount-with-more-than-two-decimals', found: '3600.000' },
    ]);
  });

  test('every fault of every line at once', () => {
    expect(
      faults('A-1,王,三千,什么,,20260230', ',王,1.00,成功,,', 'A-3,王,1.00,退汇,,', 'A-4,王,1.00').map(
        ({ line, why }) => [line, why],
      ),
    ).toEqual([
      [2, 'amount-not-a-number'],
      [2, 'unknown-status'],
      [2, 'no-such-day'],
      [3, 'missing-reference'],
      [4, 'missing-reason'],
      [5, 'wrong-column-count'],
    ]);
  });

  test('columns are found by title in any order; a missing one is named', () => {
    const turned = readText('金额,业务编号,处理结果,失败原因,处理日期\n1.00,A-1,成功,,\n');
    expect(turned.lines).toMatchObject([{ reference: 'A-1', amount: 100n }]);
    expect(readText('业务编号,金额,失败原因,处理日期\nA-1,1.00,,\n').faults).toEqual([
      { why: 'missing-column', line: 1, column: '处理结果' },
    ]);
  });

  test('empty lines are passed over, an empty file is none, a picture is no text', () => {
    expect(readText(`${head}\n\nA-1,王,1.00,成功,,\n\n`).lines).toHaveLength(1);
    expect(readText('').faults).toEqual([{ why: 'empty-file' }]);
    expect(readText(head).faults).toEqual([{ why: 'empty-file' }]);
    expect(readReturnFile(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff]), standardLayout).faults).toEqual([
      { why: 'not-text' },
    ]);
  });

  test('a quote that never closes is said with its line', () => {
    expect(readText(`${head}\nA-1,"王,1.00,成功,,\n`).faults).toMatchObject([{ why: 'not-csv' }]);
  });

  test('amounts in fen, where the bank writes them so', () => {
    const fenLayout = { ...standardLayout, incoming: { ...standardLayout.incoming, amount: 'fen' as const } };
    expect(readText(`${head}\nA-1,王,360000,成功,,`, fenLayout).lines).toMatchObject([{ amount: 360_000n }]);
    expect(readText(`${head}\nA-1,王,3600.00,成功,,`, fenLayout).faults).toMatchObject([
      { why: 'amount-not-a-number' },
    ]);
  });
});

describe('a status report', () => {
  const report = (answers: string, version = '10'): string =>
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt><OrgnlPmtInfAndSts>\n${answers}\n</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
  const answer = (reference: string, rest: string): string =>
    `<TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId>${rest}</TxInfAndSts>`;

  test('settled, rejected with a code, rejected with words', () => {
    const rejected = (reason: string): string => `<TxSts>RJCT</TxSts><StsRsnInf>${reason}</StsRsnInf>`;
    const read = readText(
      report(
        [
          answer('A-1', '<TxSts>ACSC</TxSts><AccptncDtTm>2026-12-11T09:00:00+08:00</AccptncDtTm>'),
          answer('A-2', rejected('<Rsn><Cd>AC04</Cd></Rsn>')),
          answer(
            'A-3',
            `${rejected('<AddtlInf>户名不符</AddtlInf>')}<OrgnlTxRef><Amt><InstdAmt Ccy="CNY">1.5</InstdAmt></Amt></OrgnlTxRef>`,
          ),
        ].join('\n'),
      ),
    );
    expect(read).toEqual({
      format: 'pain.002',
      faults: [],
      lines: [
        { line: 2, record: 1, reference: 'A-1', outcome: 'paid', settledOn: '2026-12-11' },
        { line: 3, record: 2, reference: 'A-2', outcome: 'returned', reason: 'AC04' },
        { line: 4, record: 3, reference: 'A-3', outcome: 'returned', reason: '户名不符', amount: 150n },
      ],
    });
  });

  test('an answer still to come, three decimals, another currency, no reason, no reference: all at once with their lines', () => {
    const amount = (text: string, currency = 'CNY'): string =>
      `<TxSts>ACCC</TxSts><OrgnlTxRef><Amt><InstdAmt Ccy="${currency}">${text}</InstdAmt></Amt></OrgnlTxRef>`;
    const read = readText(
      report(
        [
          answer('A-1', '<TxSts>ACSP</TxSts>'),
          answer('A-2', amount('3600.005')),
          answer('A-3', amount('1.00', 'USD')),
          answer('A-4', '<TxSts>RJCT</TxSts>'),
          answer('', '<TxSts>ACSC</TxSts>'),
          answer('A-6', '<TxSts>WHAT</TxSts>'),
        ].join('\n'),
      ),
    );
    expect(read.lines).toEqual([]);
    expect(read.faults.map(({ line, why }) => [line, why])).toEqual([
      [2, 'pending-status'],
      [3, 'amount-with-more-than-two-decimals'],
      [4, 'wrong-currency'],
      [5, 'missing-reason'],
      [6, 'missing-reference'],
      [7, 'unknown-status'],
    ]);
  });

  test('another message, broken XML, and XML that would fetch something are told apart', () => {
    expect(readText('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"/>').faults).toEqual([
      { why: 'wrong-document', line: 1 },
    ]);
    expect(readText('<Document>\n<a>').faults).toEqual([{ why: 'not-xml', line: 2, character: 4 }]);
    expect(readText('<!DOCTYPE a SYSTEM "http://x/">\n<a/>').faults).toMatchObject([
      { why: 'xml-with-document-type', line: 1 },
    ]);
    expect(readText(report('')).faults).toEqual([{ why: 'empty-file' }]);
    expect(readReturnFile(iconv.encode(report(answer('王', '')), 'gbk'), standardLayout).faults).toMatchObject([
      { why: 'xml-not-utf-8' },
    ]);
  });

  test('in a file of one line a fault names the answer by number and reference', () => {
    const oneLine = report(
      [
        answer('A-1', '<TxSts>ACSC</TxSts>'),
        answer('A-2', '<TxSts>WHAT</TxSts>'),
        answer('A-3', '<TxSts>RJCT</TxSts'),
      ].join(''),
    ).replaceAll('\n', '');
    expect(readText(oneLine.replace('</TxSts</', '</TxSts></')).faults).toMatchObject([
      { why: 'unknown-status', line: 1, record: 2, reference: 'A-2' },
      { why: 'missing-reason', line: 1, record: 3, reference: 'A-3' },
    ]);
    const broken = readText(oneLine);
    expect(broken.lines).toEqual([]);
    expect(broken.faults).toMatchObject([{ why: 'not-xml', line: 1, record: 3, reference: 'A-3' }]);
    expect(broken.faults[0]?.character).toBeGreaterThan(300);
  });
});

describe('why the bank sent money back', () => {
  test.each([
    ['AC04', '账户已经销户'],
    ['账户已销户', '账户已经销户'],
    ['AC06', '账户被冻结或停用'],
    ['账户状态异常', '账户被冻结或停用'],
    ['BE01', '户名和账号对不上'],
    ['账号户名不符', '户名和账号对不上'],
    ['AC01', '账号有误'],
    ['无此账号', '账号有误'],
    ['RC04', '开户行有误'],
    ['开户行行号错误', '开户行有误'],
    ['系统维护', '银行说明：系统维护'],
  ])('%s: %s', (said, words) => {
    expect(returnReasonOf(said).reason['zh-CN']).toBe(words);
  });
});
