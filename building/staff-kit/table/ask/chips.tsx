import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { unreachable } from '../../../../values/unreachable.ts';
import { Button } from '../../button/button.tsx';
import { fewestNames } from '../../choice/tri-state.ts';
import { focusHomeIfLost } from '../../dialog/focus-home.ts';
import { useWords } from '../../language.ts';
import { load } from '../../words/made/load.ts';
import type { Words } from '../../words/made/words.ts';
import type { Column, ColumnFilter } from '../column.ts';
import type { Asked } from './filter.ts';
import { asking, type ListState } from './state.ts';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly state: ListState;
  readonly change: (state: ListState) => void;
}

/** What is asked now, each to be taken away by itself. */
export function Chips<Row>({ columns, state, change }: Props<Row>): ReactElement | null {
  const words = useWords(load).list;
  const asked = state.filters.flatMap(({ id, value }) => {
    const column = columns.find(({ key }) => key === id);
    return column?.filter === undefined
      ? []
      : [{ id, head: column.filterHead ?? column.head, said: saidOf(column.filter, value, words) }];
  });
  if (asked.length === 0) return null;
  const drop = (next: ListState): void => {
    change(next);
    focusHomeIfLost();
  };
  return (
    <>
      <ul className="chips" aria-label={words.asked}>
        {asked.map(({ id, head, said }) => (
          <li key={id} className="chip">
            <i>{head}</i> {said}
            <AriaButton aria-label={words.without({ head })} onPress={() => drop(asking(state, id, undefined))}>
              ×
            </AriaButton>
          </li>
        ))}
      </ul>
      {asked.length > 1 && (
        <Button small look="quiet" press={() => drop({ ...state, filters: [] })}>
          {words.clearFilters}
        </Button>
      )}
    </>
  );
}

/** What was asked of a column, in words. */
export function saidOf(filter: ColumnFilter, asked: Asked, words: Words['list']): string {
  switch (asked.kind) {
    case 'text':
      return words.holds({ text: asked.text.trim() });
    case 'between':
      return words.between({ ...asked, open: asked.from === '' ? 'from' : asked.until === '' ? 'until' : 'other' });
    case 'some':
      return namesOf(filter, asked.ids).join(words.and);
    default:
      return unreachable(asked);
  }
}

function namesOf(filter: ColumnFilter, ids: readonly string[]): readonly string[] {
  if (filter.kind === 'places') return fewestNames(filter.branches, new Set(ids)).map(({ text }) => text);
  if (filter.kind === 'one' || filter.kind === 'some')
    return ids.map((id) => filter.options.find((option) => option.id === id)?.text ?? id);
  return ids;
}
