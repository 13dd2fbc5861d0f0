import { askedIn, type Column } from '../column.ts';
import { passes } from './filter.ts';
import { compareHeld } from './order.ts';
import type { ListState } from './state.ts';

/** Rows filtered and sorted as the list shows them, for a file or for paper: also those that no page shows. */
export function arranged<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { filters, sorting }: ListState,
): readonly Row[] {
  const known = new Map(columns.map((column) => [column.key, column]));
  const held = (row: Row, key: string) => known.get(key)?.held?.(row);
  const asked = filters.flatMap(({ id, value }) => {
    const column = known.get(id);
    return column === undefined || column.filteredBy === 'server' ? [] : [{ column, value }];
  });
  const matching = rows.filter((row) => asked.every(({ column, value }) => passes(askedIn(column, row), value)));
  return matching.sort((a, b) => {
    for (const { id, desc } of sorting) {
      const [one, other] = [held(a, id), held(b, id)];
      if (one === undefined || other === undefined) {
        if (one !== other) return one === undefined ? 1 : -1;
        continue;
      }
      const order = compareHeld(one, other);
      if (order !== 0) return desc ? -order : order;
    }
    return 0;
  });
}
