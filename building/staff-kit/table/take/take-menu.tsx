import { useState, type ReactElement } from 'react';
import { Menu } from '../../dialog/menu.tsx';
import { useWords } from '../../language.ts';
import { tell } from '../../notice/toast.tsx';
import { load } from '../../words/made/load.ts';
import type { Column } from '../column.ts';
import { PrintSheet } from './print-sheet.tsx';
import { handOver, sheetOf } from './sheet.ts';

interface Props<Row> {
  readonly name: string;
  /** What the button says, where it takes only some of the rows. */
  readonly button: string | undefined;
  readonly columns: readonly Column<Row>[];
  /** What is asked of the list, in words: a printed list says what it leaves out. */
  readonly asked: string;
  /** All rows in their order, fetched where need be. */
  readonly rows: () => Promise<readonly Row[]>;
  readonly idOf: (row: Row) => string;
}

/** Takes a list along: as a workbook, as text, or on paper. */
export function TakeMenu<Row>({ name, button, columns, asked, rows, idOf }: Props<Row>): ReactElement {
  const words = useWords(load).list;
  const [printed, print] = useState<readonly Row[]>();
  const take = async (work: (all: readonly Row[]) => void | Promise<void>): Promise<void> => {
    try {
      await work(await rows());
    } catch {
      tell(words.notTaken);
    }
  };
  const xlsx = async (all: readonly Row[]): Promise<void> => {
    const { xlsxOf } = await import('./xlsx.ts');
    handOver(`${name}.xlsx`, await xlsxOf(sheetOf(name, columns, all)));
  };
  const csv = async (all: readonly Row[]): Promise<void> => {
    const { csvOf } = await import('./csv.ts');
    handOver(`${name}.csv`, new Blob([csvOf(sheetOf(name, columns, all))], { type: 'text/csv;charset=utf-8' }));
  };
  return (
    <>
      <Menu
        button={button ?? words.take}
        entries={[
          { id: 'xlsx', text: words.xlsx, act: () => void take(xlsx) },
          { id: 'csv', text: words.csv, act: () => void take(csv) },
          {
            id: 'print',
            text: words.print,
            ...(button === undefined ? { under: words.printAll } : {}),
            act: () => void take(print),
          },
        ]}
      />
      {printed !== undefined && (
        <PrintSheet
          title={name}
          asked={asked}
          columns={columns}
          rows={printed}
          idOf={idOf}
          done={() => print(undefined)}
        />
      )}
    </>
  );
}
