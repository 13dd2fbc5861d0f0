import { useEffect, useEffectEvent, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { useWords } from '../../language.ts';
import { load } from '../../words/made/load.ts';
import { type Column, writtenIn } from '../column.ts';

interface Props<Row> {
  readonly title: string;
  readonly asked: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly done: () => void;
}

/** The whole list on paper, every row of it, with its count and what was asked; gone again once it is printed. */
export function PrintSheet<Row>({ title, asked, columns, rows, idOf, done }: Props<Row>): ReactElement {
  const words = useWords(load).list;
  const printed = useEffectEvent(done);
  useEffect(() => {
    const over = (): void => printed();
    document.body.classList.add('prints-sheet');
    window.addEventListener('afterprint', over, { once: true });
    window.print();
    return () => {
      document.body.classList.remove('prints-sheet');
      window.removeEventListener('afterprint', over);
    };
  }, []);
  return createPortal(
    <section className="print-sheet" aria-hidden="true">
      <h1>{title}</h1>
      <p>
        {words.count({ count: rows.length })}
        {asked !== '' && ` · ${asked}`}
      </p>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} className={column.look ?? ''}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={idOf(row)}>
              {columns.map((column) => (
                <td key={column.key} className={column.look ?? ''}>
                  {column.written === undefined ? column.cell(row) : writtenIn(column, row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>,
    document.body,
  );
}
