import type { ReactElement } from 'react';
import { Select } from '../choice/select.tsx';
import { useWords } from '../language.ts';
import { useNarrow } from '../layout/narrow.ts';
import { load } from '../words/made/load.ts';
import type { ListState } from './ask/state.ts';
import type { Column } from './column.ts';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly state: ListState;
  readonly change: (state: ListState) => void;
}

/** On a phone, where a list has no headings to press. */
export function SortSelect<Row>({ columns, state, change }: Props<Row>): ReactElement | null {
  const words = useWords(load).list;
  const narrow = useNarrow();
  const sorted = columns.filter((column) => column.held !== undefined && column.sorts !== false);
  if (!narrow || sorted.length === 0) return null;
  const [first] = state.sorting;
  return (
    <Select
      className="sort-select"
      label={words.sortBy}
      none={words.notSorted}
      options={sorted.flatMap(({ key, head }) => [
        { id: `${key} asc`, text: head },
        { id: `${key} desc`, text: words.descending({ head }) },
      ])}
      value={first === undefined ? '' : `${first.id} ${first.desc ? 'desc' : 'asc'}`}
      change={(chosen) => {
        const [id = '', way] = chosen.split(' ');
        change({ ...state, sorting: id === '' ? [] : [{ id, desc: way === 'desc' }] });
      }}
    />
  );
}
