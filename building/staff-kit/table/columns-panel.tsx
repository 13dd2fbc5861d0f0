import type { ReactElement } from 'react';
import { Checkbox } from '../choice/checkbox.tsx';
import { Panel } from '../dialog/panel.tsx';
import { useWords } from '../language.ts';
import { load } from '../words/made/load.ts';
import type { Column } from './column.ts';
import type { ListState } from './ask/state.ts';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  /** The column that leads to the row stays. */
  readonly fixed: string | undefined;
  readonly state: ListState;
  readonly change: (state: ListState) => void;
}

export function isShown<Row>(column: Column<Row>, state: ListState): boolean {
  return state.shown[column.key] ?? column.begins !== 'hidden';
}

/** Which columns are shown. */
export function ColumnsPanel<Row>({ columns, fixed, state, change }: Props<Row>): ReactElement {
  const words = useWords(load).list;
  const shown = columns.filter((column) => isShown(column, state));
  return (
    <Panel
      title={words.whichColumns}
      button={
        <>
          {words.columns({ shown: shown.length, all: columns.length })}
          <span className="chevron" aria-hidden="true" />
        </>
      }
    >
      <div className="ticks two-wide">
        {columns.map((column) => (
          <Checkbox
            key={column.key}
            ticked={isShown(column, state)}
            disabled={column.key === fixed || (shown.length === 1 && isShown(column, state))}
            change={(ticked) => change({ ...state, shown: { ...state.shown, [column.key]: ticked } })}
          >
            {column.head}
          </Checkbox>
        ))}
      </div>
    </Panel>
  );
}
