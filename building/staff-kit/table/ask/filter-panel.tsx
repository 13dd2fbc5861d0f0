import { useState, type ReactElement } from 'react';
import { Button } from '../../button/button.tsx';
import { Panel } from '../../dialog/panel.tsx';
import { useKeys } from '../../keys/keys.ts';
import { useWords } from '../../language.ts';
import { Key } from '../../layout/shown.tsx';
import { load } from '../../words/made/load.ts';
import type { Column } from '../column.ts';
import { FilterField } from './filter-field.tsx';
import { asking, askedOf, type ListState } from './state.ts';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly state: ListState;
  readonly change: (state: ListState) => void;
  /** F belongs to another list of the page. */
  readonly keyless: boolean;
}

/** Every filter of a list in one panel: opened by F, what is asked counts at once. */
export function FilterPanel<Row>({ columns, state, change, keyless }: Props<Row>): ReactElement | null {
  const words = useWords(load).list;
  const [open, show] = useState(false);
  const filtered = columns.flatMap((column) =>
    column.filter === undefined ? [] : [{ ...column, filter: column.filter }],
  );
  useKeys({ f: keyless || filtered.length === 0 ? undefined : () => show(true) });
  if (filtered.length === 0) return null;
  return (
    <Panel
      title={words.filters}
      from="start"
      open={open}
      openChange={show}
      button={
        <>
          {words.addFilter} {!keyless && <Key>F</Key>}
        </>
      }
    >
      <div className="filter-fields">
        {filtered.map((column) => (
          <FilterField
            key={column.key}
            label={column.filterHead ?? column.head}
            filter={column.filter}
            asked={askedOf(state, column.key)}
            change={(asked) => change(asking(state, column.key, asked))}
          />
        ))}
      </div>
      <div className="acts">
        <Button small look="solid" press={() => show(false)}>
          {words.show}
        </Button>
        <Button small disabled={state.filters.length === 0} press={() => change({ ...state, filters: [] })}>
          {words.clearFilters}
        </Button>
      </div>
    </Panel>
  );
}
