import { expect, test } from 'vitest';
import type { Column } from '../column.ts';
import { arranged } from './arranged.ts';
import { asItBegins, asking } from './state.ts';

interface Line {
  readonly name: string;
  readonly yuan?: number;
}

const columns: readonly Column<Line>[] = [
  { key: 'name', head: '姓名', cell: ({ name }) => name, held: ({ name }) => name },
  { key: 'yuan', head: '元', cell: () => '', held: ({ yuan }) => yuan },
];
const rows: readonly Line[] = [{ name: '王*宁', yuan: 3600 }, { name: '李*雪' }, { name: '陈*丽', yuan: 960 }];
const names = (found: readonly Line[]): string => found.map(({ name }) => name).join(' ');

test('names are sorted by their sound', () => {
  expect(names(arranged(rows, columns, { ...asItBegins, sorting: [{ id: 'name', desc: false }] }))).toBe(
    '陈*丽 李*雪 王*宁',
  );
});

test('a row that holds nothing comes last both ways', () => {
  const by = (desc: boolean): string =>
    names(arranged(rows, columns, { ...asItBegins, sorting: [{ id: 'yuan', desc }] }));
  expect([by(false), by(true)]).toEqual(['陈*丽 王*宁 李*雪', '王*宁 陈*丽 李*雪']);
});

test('what is asked of two columns must both be so', () => {
  const state = asking(asking(asItBegins, 'yuan', { kind: 'between', from: '900', until: '' }), 'name', {
    kind: 'text',
    text: '陈',
  });
  expect(names(arranged(rows, columns, state))).toBe('陈*丽');
});
