import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenCounts, leastShown, type Sum } from './suppress.ts';

/** A table with its margins: cells `r.c`, rows `r.all`, columns `all.c`, and `all.all`. */
function table(cells: readonly (readonly number[])[]): { counts: Map<string, number>; sums: Sum[] } {
  const counts = new Map<string, number>();
  const columns = cells[0]?.map((_, c) => String(c)) ?? [];
  const rows = cells.map((_, r) => String(r));
  cells.forEach((row, r) => row.forEach((count, c) => counts.set(`${r}.${c}`, count)));
  const total = (names: readonly string[]): number => names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  const sums: Sum[] = [];
  const add = (whole: string, parts: readonly string[]): void => {
    counts.set(whole, total(parts));
    sums.push({ whole, parts });
  };
  for (const r of rows)
    add(
      `${r}.all`,
      columns.map((c) => `${r}.${c}`),
    );
  for (const c of columns)
    add(
      `all.${c}`,
      rows.map((r) => `${r}.${c}`),
    );
  add(
    'all.all',
    rows.map((r) => `${r}.all`),
  );
  sums.push({ whole: 'all.all', parts: columns.map((c) => `all.${c}`) });
  return { counts, sums };
}

const cells = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) => {
  const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 15 }), fc.integer({ min: 10, max: 1000 }));
  return fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
});

describe('counts that are not shown', () => {
  test('every count from 1 to 9 is hidden, and none that is zero', () => {
    fc.assert(
      fc.property(cells, (drawn) => {
        const { counts, sums } = table(drawn);
        const hidden = hiddenCounts(counts, sums);
        for (const [name, count] of counts) {
          expect(hidden.get(name) === 'small').toBe(count > 0 && count < leastShown);
          if (count === 0) expect(hidden.has(name)).toBe(false);
        }
      }),
    );
  });

  test('no hidden count follows from the others of a sum, however often one is worked out from the next', () => {
    fc.assert(
      fc.property(cells, (drawn) => {
        const { counts, sums } = table(drawn);
        const unknown = new Set(hiddenCounts(counts, sums).keys());
        const before = unknown.size;
        for (let found = true; found;) {
          found = false;
          for (const { whole, parts } of sums) {
            const open = [whole, ...parts].filter((name) => unknown.has(name));
            if (open.length !== 1) continue;
            unknown.delete(open[0] ?? '');
            found = true;
          }
        }
        expect(unknown.size).toBe(before);
      }),
    );
  });

  test('where one cell of a row is small, the next larger one of the row and one of its column go with it', () => {
    const { counts, sums } = table([
      [3, 40, 500],
      [70, 60, 300],
      [80, 90, 200],
    ]);
    const hidden = hiddenCounts(counts, sums);
    expect(hidden.get('0.0')).toBe('small');
    expect(hidden.get('0.1')).toBe('withheld');
    expect(hidden.get('1.0')).toBe('withheld');
    expect(hidden.has('all.all')).toBe(false);
  });

  test('a table without a small count is shown whole', () => {
    const { counts, sums } = table([
      [10, 20],
      [0, 30],
    ]);
    expect(hiddenCounts(counts, sums).size).toBe(0);
  });
});
