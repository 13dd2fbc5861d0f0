import type { ReactElement, ReactNode } from 'react';
import { Checkbox } from '../choice/checkbox.tsx';
import { useWords } from '../language.ts';
import { load } from '../words/made/load.ts';
import type { Choosing, Chosen } from './choose/selection.ts';
import type { Column } from './column.ts';
import type { Stand } from './stand.ts';

/** Given to the link of a row, so that J and K can reach it and its place is remembered. */
interface RowLinkProps {
  readonly 'data-row-link': string;
  readonly onClick: () => void;
}

/** The column whose cell leads to the row, and how. */
export interface RowLink<Row> {
  readonly column: string;
  readonly link: (row: Row, content: ReactNode, props: RowLinkProps) => ReactElement;
}

interface Props<Row> {
  readonly row: Row;
  readonly id: string;
  readonly columns: readonly Column<Row>[];
  readonly stand: Stand;
  readonly leads: RowLink<Row> | undefined;
  readonly choosing: Choosing<Row> | undefined;
  readonly chosen: Chosen<Row>;
}

/** One row. A click anywhere on it follows its link. */
export function Line<Row>({ row, id, columns, stand, leads, choosing, chosen }: Props<Row>): ReactElement {
  return (
    <tr
      data-row={id}
      className={`${id === stand.at ? 'at' : ''}${chosen.has(id) ? ' chosen' : ''}`}
      onClick={(event) => {
        if ((event.target as HTMLElement).closest('a, button, input, label') === null) stand.linkOf(id)?.click();
      }}
    >
      {choosing !== undefined && <ChooseCell row={row} id={id} choosing={choosing} chosen={chosen} />}
      {columns.map((column) => (
        <td
          key={column.key}
          className={`${column.look ?? ''} phone-${column.phone ?? 'named'}`}
          data-head={column.head}
        >
          {leads?.column === column.key
            ? leads.link(row, column.cell(row), { 'data-row-link': id, onClick: () => stand.leave(id) })
            : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

interface ChooseProps<Row> {
  readonly row: Row;
  readonly id: string;
  readonly choosing: Choosing<Row>;
  readonly chosen: Chosen<Row>;
}

function ChooseCell<Row>({ row, id, choosing, chosen }: ChooseProps<Row>): ReactElement {
  const words = useWords(load).list;
  const barred = choosing.barred?.(row);
  const name = words.chooseRow({ name: choosing.nameOf(row) });
  return (
    <td className="chooses" title={barred}>
      <Checkbox
        aria-label={barred === undefined ? name : `${name}: ${barred}`}
        ticked={chosen.has(id)}
        disabled={barred !== undefined}
        change={(ticked) => chosen.set([row], ticked)}
      />
    </td>
  );
}
