import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { placeOf, rememberPlace, rememberQueue, rowOnReturn } from '../keys/places.ts';
import { useWalk } from '../keys/walk.ts';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand right; quiet columns are softer and stay away on a phone. */
  readonly look?: 'number' | 'quiet';
  /** On a phone: the line's beginning, its end, a part that speaks for itself, or left out. Otherwise the part keeps its heading. */
  readonly phone?: 'head' | 'end' | 'plain' | 'away';
}

/** Given to the link of a row, so that J and K can reach it and its place is remembered. */
export interface RowLinkProps {
  readonly 'data-row-link': string;
  readonly onClick: () => void;
}

interface Props<Row> {
  /** Names the list for screen readers and in memory. */
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** The column whose cell is the row's link, and how it is made. */
  readonly linked: string;
  readonly link: (row: Row, content: ReactNode, props: RowLinkProps) => ReactElement;
}

/**
 * A dense table that becomes a list on a phone. It stands at its first row: Enter follows that row's link at once, J and K walk on, a click anywhere
 * on a row opens it. Coming back finds row and scroll as they were.
 */
export function RowList<Row>({ name, caption, columns, rows, idOf, linked, link }: Props<Row>): ReactElement {
  const table = useRef<HTMLTableElement>(null);
  const ids = rows.map(idOf);
  // As it was when the list came onto the page; leaving it writes another.
  const [place] = useState(() => placeOf(name));

  const linkOf = (id: string): HTMLElement | null | undefined =>
    table.current?.querySelector<HTMLElement>(`[data-row-link="${CSS.escape(id)}"]`);
  const [at, stand] = useWalk(ids, {
    start: place === undefined ? undefined : rowOnReturn(place, ids),
    reach: (id) => linkOf(id)?.focus(),
    open: (id) => linkOf(id)?.click(),
  });

  const returned = useRef(false);
  useEffect(() => {
    if (returned.current || place === undefined || ids.length === 0) return;
    returned.current = true;
    // After the router, which takes every new page to its top.
    requestAnimationFrame(() => window.scrollTo({ top: place.scrollY }));
    const row = rowOnReturn(place, ids);
    if (row !== undefined) linkOf(row)?.focus({ preventScroll: true });
  });

  const leave = (id: string): void => {
    stand(id);
    rememberPlace(name, { at: id, index: ids.indexOf(id), scrollY: window.scrollY });
    rememberQueue(`${window.location.pathname}${window.location.search}`, ids);
  };

  return (
    <div className="rows">
      <table ref={table}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.look ?? ''}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const id = idOf(row);
            return (
              <tr
                key={id}
                className={id === at ? 'at' : ''}
                onClick={(event) => {
                  if ((event.target as HTMLElement).closest('a, button, input, label') === null) linkOf(id)?.click();
                }}
              >
                {columns.map((column) => (
                  <td
                    key={column.key}
                    className={`${column.look ?? ''} phone-${column.phone ?? 'named'}`}
                    data-head={column.head}
                  >
                    {column.key === linked
                      ? link(row, column.cell(row), { 'data-row-link': id, onClick: () => leave(id) })
                      : column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
