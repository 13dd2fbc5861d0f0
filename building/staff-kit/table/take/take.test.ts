import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { Column } from '../column.ts';
import { csvOf } from './csv.ts';
import { sheetOf } from './sheet.ts';
import { xlsxOf } from './xlsx.ts';

interface Line {
  readonly name: string;
  readonly yuan: number | undefined;
  readonly state: string;
}

const columns: readonly Column<Line>[] = [
  { key: 'name', head: '申请人', cell: ({ name }) => name, held: ({ name }) => name },
  { key: 'yuan', head: '测算（元）', cell: () => '', held: ({ yuan }) => yuan },
  { key: 'state', head: '环节', cell: () => '', held: ({ state }) => state, written: () => '待确认' },
  { key: 'mark', head: '标记', cell: () => '！' },
];
const rows: readonly Line[] = [
  { name: '王*宁', yuan: 3600, state: 'confirm' },
  { name: '=HYPERLINK("x")', yuan: -5.5, state: 'confirm' },
  { name: '一，"二"', yuan: undefined, state: 'confirm' },
];
const sheet = sheetOf('办件', columns, rows);

test('a file holds the columns that say something in words, with the words of the screen', () => {
  expect(sheet.heads).toEqual(['申请人', '测算（元）', '环节']);
  expect(sheet.lines[0]).toEqual(['王*宁', 3600, '待确认']);
});

test('CSV opens in Excel as it is meant, and nothing in it runs', () => {
  expect(csvOf(sheet)).toBe(
    '\ufeff申请人,测算（元）,环节\r\n王*宁,3600,待确认\r\n"\'=HYPERLINK(""x"")",-5.5,待确认\r\n"一，""二""",,待确认\r\n',
  );
});

test('a workbook keeps numbers as numbers and text as text', async () => {
  const book = await readXlsx(new Uint8Array(await (await xlsxOf(sheet)).arrayBuffer()));
  expect(book.sheets[0]?.name).toBe('办件');
  expect(book.sheets[0]?.rows.slice(0, 3)).toEqual([
    ['申请人', '测算（元）', '环节'],
    ['王*宁', 3600, '待确认'],
    ['=HYPERLINK("x")', -5.5, '待确认'],
  ]);
});
