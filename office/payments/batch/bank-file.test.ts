import { expect, test } from 'vitest';
import iconv from 'iconv-lite';
import { parse } from 'csv-parse/sync';
import { day } from '../../../values/day.ts';
import { fen } from '../../../values/fen.ts';
import type { PaymentId } from '../../../values/id.ts';
import { csvBankFile, linesNotForTheFile, type OutgoingBatch } from './bank-file.ts';
import { type BankLayout, bankLayout, standardLayout } from './bank-profile.ts';
import type { BatchLine } from '../case.ts';

const line: BatchLine = {
  line: 1,
  paymentId: '00000000-0000-7000-8000-000000000001' as PaymentId,
  reference: '990101-20260001-000001',
  payee: '王桂兰',
  bank: '禾安农商银行',
  account: '6228480011112222333',
  amount: fen(360_000n),
  remark: '温暖补助 2026 年',
};

function batch(...lines: readonly Partial<BatchLine>[]): OutgoingBatch {
  return {
    number: '2026-0001',
    payOn: day('2026-12-10'),
    releasedAt: new Date('2026-12-09T02:00:00Z'),
    lines: lines.map((own, index) => ({ ...line, line: index + 1, ...own })),
  };
}

function layout(outgoing: Partial<BankLayout['outgoing']>): BankLayout {
  return { ...standardLayout, outgoing: { ...standardLayout.outgoing, ...outgoing } };
}

test('the standard file: GB 18030, the bank’s titles, yuan with two decimals, CRLF', () => {
  const bytes = csvBankFile(batch({}, { payee: '尉迟明月', amount: fen(5n) }), standardLayout);
  expect(iconv.decode(bytes, 'gb18030')).toBe(
    '序号,业务编号,收款人户名,收款人账号,收款人开户行,金额,付款日期,附言\r\n' +
      '1,990101-20260001-000001,王桂兰,6228480011112222333,禾安农商银行,3600.00,20261210,温暖补助 2026 年\r\n' +
      '2,990101-20260001-000001,尉迟明月,6228480011112222333,禾安农商银行,0.05,20261210,温暖补助 2026 年\r\n',
  );
  expect(bytes.toString('latin1')).not.toContain('\u00e7\u008e\u008b'); // No UTF-8 inside.
});

test('columns, order, titles, delimiter, days and amounts are the bank’s to choose', () => {
  const own = layout({
    encoding: 'utf-8',
    byteOrderMark: true,
    delimiter: '|',
    header: false,
    lineEnd: 'lf',
    columns: [
      { field: 'account', title: '账号' },
      { field: 'amount', title: '金额（分）' },
      { field: 'currency', title: '币种' },
      { field: 'payOn', title: '日期' },
      { field: 'reference', title: '编号' },
    ],
    day: 'YYYY/MM/DD',
    amount: 'fen',
  });
  expect(csvBankFile(batch({}), own).toString('utf8')).toBe(
    '\uFEFF6228480011112222333|360000|CNY|2026/12/10|990101-20260001-000001\n',
  );
});

test('a comma, a quote and a bar in a name stay within their cell', () => {
  const bytes = csvBankFile(batch({ payee: '王"桂",兰' }), standardLayout);
  const [, row] = parse(iconv.decode(bytes, 'gb18030'));
  expect(row?.[2]).toBe('王"桂",兰');
});

test('the same batch gives the same bytes', () => {
  expect(csvBankFile(batch({}, {}), standardLayout)).toEqual(csvBankFile(batch({}, {}), standardLayout));
});

test('GB 18030 and UTF-8 carry rare characters, GBK does not, and the line is named', () => {
  const rare = batch({}, { payee: '张𠮷' }, { payee: '㛃齉' }).lines;
  expect(linesNotForTheFile(rare, standardLayout)).toEqual([]);
  expect(linesNotForTheFile(rare, layout({ encoding: 'utf-8' }))).toEqual([]);
  expect(linesNotForTheFile(rare, layout({ encoding: 'gbk' }))).toEqual([
    { line: 2, payee: '张𠮷', fault: { why: 'not-encodable', characters: '𠮷' } },
    { line: 3, payee: '㛃齉', fault: { why: 'not-encodable', characters: '㛃' } },
  ]);
  const decoded = iconv.decode(csvBankFile(batch({ payee: '张𠮷㼆齉㛃' }), standardLayout), 'gb18030');
  expect(decoded).toContain('张𠮷㼆齉㛃');
});

test('half a character and a character of one’s own making are in no encoding', () => {
  const broken = batch({ payee: '王\ud842' }, { payee: '王\ue000' }).lines;
  expect(linesNotForTheFile(broken, layout({ encoding: 'utf-8' })).map(({ fault }) => fault.why)).toEqual([
    'not-encodable',
    'not-encodable',
  ]);
});

test.each(['=HYPERLINK("x")', '+86', '-1+1', '@SUM(A1)', '＝1+1', '＋1'])(
  'a spreadsheet would calculate “%s”: it does not get into a file',
  (payee) => {
    expect(linesNotForTheFile(batch({ payee }).lines, standardLayout)).toEqual([
      { line: 1, payee, fault: { why: 'starts-like-a-formula' } },
    ]);
    expect(linesNotForTheFile(batch({ bank: payee }).lines, standardLayout)).toHaveLength(1);
  },
);

test('a line break or a tab in a text, and a text that ISO 20022 would cut, are named', () => {
  const faults = linesNotForTheFile(
    batch({ payee: '王\n兰' }, { remark: '补\t助' }, { bank: '行'.repeat(141) }, { bank: '𠮷'.repeat(140) }).lines,
    standardLayout,
  );
  expect(faults.map(({ line: at, fault }) => [at, fault.why])).toEqual([
    [1, 'control-character'],
    [2, 'control-character'],
    [3, 'too-long'],
  ]);
});

test('a layout without the columns that money needs is none', () => {
  expect(bankLayout.safeParse(standardLayout).success).toBe(true);
  const without = standardLayout.outgoing.columns.filter(({ field }) => field !== 'amount');
  expect(bankLayout.safeParse(layout({ columns: without })).success).toBe(false);
});
