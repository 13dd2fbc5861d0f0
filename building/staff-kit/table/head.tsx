import type { ReactElement } from 'react';
import { Checkbox } from '../choice/checkbox.tsx';
import { useWords } from '../language.ts';
import { load } from '../words/made/load.ts';
import type { Column } from './column.ts';

/** How a column is sorted now. */
export interface HeadSort {
  readonly way: 'asc' | 'desc' | false;
  /** From 1 where several columns sort. */
  readonly rank: number | undefined;
  readonly press: (event: { readonly shiftKey: boolean }) => void;
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sort: HeadSort | undefined;
}

const ways = { asc: 'ascending', desc: 'descending' } as const;

/** The heading of a column: pressed, it sorts; with Shift it sorts within what is sorted already. */
export function Head<Row>({ column, sort }: HeadProps<Row>): ReactElement {
  const way = sort === undefined || sort.way === false ? undefined : ways[sort.way];
  return (
    <th scope="col" className={column.look ?? ''} {...(way === undefined ? {} : { 'aria-sort': way })}>
      {sort === undefined ? (
        column.head
      ) : (
        <button type="button" className="sorts" onClick={sort.press}>
          {column.head}
          <span className="arrow" aria-hidden="true" />
          {sort.rank !== undefined && <sup aria-hidden="true">{sort.rank}</sup>}
        </button>
      )}
    </th>
  );
}

interface ChooseAllProps {
  readonly can: number;
  readonly chosen: number;
  readonly change: (all: boolean) => void;
}

/** Chooses all rows of the page that can be chosen. */
export function ChooseAllHead({ can, chosen, change }: ChooseAllProps): ReactElement {
  const words = useWords(load).list;
  return (
    <th scope="col" className="chooses">
      <Checkbox
        aria-label={words.chooseAll}
        ticked={can > 0 && chosen === can}
        some={chosen > 0 && chosen < can}
        disabled={can === 0}
        change={change}
      />
    </th>
  );
}
