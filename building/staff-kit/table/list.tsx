import { useEffect, useEffectEvent, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { focusHome } from '../dialog/focus-home.ts';
import { useKeys } from '../keys/keys.ts';
import { useWords } from '../language.ts';
import { Nothing } from '../layout/page.tsx';
import { tell } from '../notice/toast.tsx';
import { load } from '../words/made/load.ts';
import { arranged } from './ask/arranged.ts';
import { Chips, saidOf } from './ask/chips.tsx';
import { FilterPanel } from './ask/filter-panel.tsx';
import { asItBegins, type ListState } from './ask/state.ts';
import { BatchBar } from './choose/batch-bar.tsx';
import { type Choosing, useChosen } from './choose/selection.ts';
import type { Column } from './column.ts';
import { ColumnsPanel, isShown } from './columns-panel.tsx';
import { ChooseAllHead, Head, type HeadSort } from './head.tsx';
import { Line, type RowLink } from './line.tsx';
import { Pager } from './pager.tsx';
import { SortSelect } from './sort-select.tsx';
import { allOf, type Source } from './source.ts';
import { useStand } from './stand.ts';
import { TakeMenu } from './take/take-menu.tsx';
import { useList } from './use-list.ts';
import { ViewsRow } from './views/views-row.tsx';

interface Props<Row> {
  /** Names the list in memory; its views and its place are kept under it. */
  readonly name: string;
  /** Names it to those who listen, on paper and as a file. */
  readonly caption: string;
  /** Kept stable by the caller: a new array sorts and filters again. */
  readonly columns: readonly Column<Row>[];
  readonly source: Source<Row>;
  readonly idOf: (row: Row) => string;
  readonly leads?: RowLink<Row>;
  /** How it is looked at when nobody has chosen otherwise. */
  readonly begin?: ListState;
  /** Where the screen keeps how it is looked at: the server sorts, or the address carries it. */
  readonly kept?: { readonly state: ListState; readonly change: (state: ListState) => void };
  readonly choosing?: Choosing<Row>;
  /** Beside the count: a sum. */
  readonly sum?: (rows: readonly Row[]) => ReactNode;
  /** Said when there is no row at all. */
  readonly empty: ReactNode;
  /** False where rows must not leave the screen. */
  readonly takes?: false;
  /** True where another list of the page has the keys. */
  readonly keyless?: true;
}

const noRow: readonly string[] = [];

/** A list to work with: sorted, filtered, counted, with the columns one wants, taken along, chosen from, walked by J and K. */
export function List<Row extends object>(props: Props<Row>): ReactElement {
  const { name, caption, columns, source, idOf, leads, begin = asItBegins, kept, choosing, sum, empty, takes } = props;
  const keyless = props.keyless ?? false;
  const words = useWords(load).list;
  const table = useRef<HTMLTableElement>(null);
  const [own, keepOwn] = useState(begin);
  const [ownPage, turn] = useState(0);
  const { state, change } = kept ?? { state: own, change: keepOwn };
  const changeAndReturn = (next: ListState): void => {
    turn(0);
    if (source.kind === 'paged') source.turn(0);
    change(next);
  };
  const byServer = new Set(columns.filter(({ filteredBy }) => filteredBy === 'server').map(({ key }) => key));
  useRest(source, state.sorting.length > 0 || state.filters.some(({ id }) => !byServer.has(id)), words.notTaken);
  const list = useList({ columns, source, idOf, state, change: changeAndReturn, page: ownPage });
  const rows = list.getRowModel().rows.map(({ original }) => original);
  const ids = rows.map(idOf);
  const stand = useStand(name, table, keyless ? noRow : ids);
  const chosen = useChosen(source.rows, idOf, source.kind !== 'paged');
  const can = choosing === undefined ? [] : rows.filter((row) => choosing.barred?.(row) === undefined);
  const standing = rows.find((row) => idOf(row) === stand.at);
  useKeys({
    x:
      choosing === undefined || standing === undefined || !can.includes(standing)
        ? undefined
        : () => chosen.set([standing], !chosen.has(idOf(standing))),
  });
  const shown = columns.filter((column) => isShown(column, state));
  const matching = source.kind === 'paged' ? source.total : list.getPrePaginatedRowModel().rows.length;
  const all = async (): Promise<readonly Row[]> => {
    const fetched = await allOf(source);
    return source.kind === 'paged' ? fetched : arranged(fetched, columns, state);
  };
  const sortOf = (key: string): HeadSort | undefined => {
    const column = list.getColumn(key);
    if (column === undefined || !column.getCanSort()) return undefined;
    return {
      way: column.getIsSorted(),
      rank: state.sorting.length > 1 && column.getIsSorted() !== false ? column.getSortIndex() + 1 : undefined,
      press: ({ shiftKey }) => column.toggleSorting(undefined, shiftKey),
    };
  };
  const asked = state.filters.flatMap(({ id, value }) => {
    const column = columns.find(({ key }) => key === id);
    return column?.filter === undefined ? [] : [`${column.head} ${saidOf(column.filter, value, words)}`];
  });
  const take = (taken: () => Promise<readonly Row[]>, button?: string): ReactElement => (
    <TakeMenu name={caption} button={button} columns={shown} asked={asked.join(words.and)} rows={taken} idOf={idOf} />
  );
  const growing = source.kind === 'growing' && source.hasMore ? source : undefined;
  if (source.rows.length === 0 && state.filters.length === 0) return <Nothing>{empty}</Nothing>;
  return (
    <div className="list">
      <ViewsRow list={name} begin={begin} state={state} change={changeAndReturn} />
      <div className="list-tools">
        <Chips columns={columns} state={state} change={changeAndReturn} />
        <FilterPanel columns={columns} state={state} change={changeAndReturn} keyless={keyless} />
        <SortSelect columns={columns} state={state} change={changeAndReturn} />
        <output className="list-count" {...focusHome}>
          <b>{growing === undefined ? words.count({ count: matching }) : words.countSoFar({ count: matching })}</b>
          {sum !== undefined && (
            <span className="soft"> {sum(list.getPrePaginatedRowModel().rows.map(({ original }) => original))}</span>
          )}
        </output>
        <ColumnsPanel columns={columns} fixed={leads?.column} state={state} change={change} />
        {takes !== false && take(all)}
      </div>
      {rows.length === 0 ? (
        <Nothing>{words.none}</Nothing>
      ) : (
        <div className="rows" aria-busy={source.kind !== 'whole' && source.asking}>
          <table ref={table}>
            <caption className="unseen">{caption}</caption>
            <thead>
              <tr>
                {choosing !== undefined && (
                  <ChooseAllHead
                    can={can.length}
                    chosen={can.filter((row) => chosen.has(idOf(row))).length}
                    change={(yes) => chosen.set(can, yes)}
                  />
                )}
                {shown.map((column) => (
                  <Head key={column.key} column={column} sort={sortOf(column.key)} />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Line
                  key={idOf(row)}
                  row={row}
                  id={idOf(row)}
                  columns={shown}
                  stand={stand}
                  leads={leads}
                  choosing={choosing}
                  chosen={chosen}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="rows-foot">
        {growing !== undefined && (
          <Button press={growing.more} busy={growing.asking}>
            {words.more}
          </Button>
        )}
        <Pager
          page={source.kind === 'paged' ? source.page : ownPage}
          total={matching}
          turn={source.kind === 'paged' ? source.turn : turn}
          busy={source.kind === 'paged' && source.asking}
        />
      </div>
      {choosing !== undefined && (
        <BatchBar
          chosen={chosen}
          choosing={choosing}
          take={takes === false ? undefined : (rows) => take(() => Promise.resolve(rows), words.takeChosen)}
        />
      )}
    </div>
  );
}

/** What sorts or filters must know every row: the rest of a growing list is fetched then. */
function useRest<Row>(source: Source<Row>, wanted: boolean, failed: string): void {
  const needs = wanted && source.kind === 'growing' && source.hasMore && !source.asking;
  const fetchRest = useEffectEvent(() => {
    if (source.kind === 'growing') source.all().catch(() => tell(failed));
  });
  useEffect(() => {
    if (needs) fetchRest();
  }, [needs]);
}
