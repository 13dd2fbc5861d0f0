import { type Column, type Held, writtenIn } from '../column.ts';

/** A list as a file takes it: heads, then a line for each row. */
export interface Sheet {
  readonly name: string;
  readonly heads: readonly string[];
  readonly lines: readonly (readonly Held[])[];
}

export function sheetOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
  const taken = columns.filter((column) => column.held !== undefined || column.written !== undefined);
  return {
    name,
    heads: taken.map(({ head }) => head),
    lines: rows.map((row) => taken.map((column) => writtenIn(column, row))),
  };
}

/** Hands a file to the person at the browser. */
export function handOver(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
