import { useState, type ReactNode } from 'react';

/** What may be done with several rows at once. */
export interface Choosing<Row> {
  /** Why a row can't be chosen with others, in words: it must be looked at by itself. Undefined when it can. */
  readonly barred?: (row: Row) => string | undefined;
  /** Names a row to those who listen. */
  readonly nameOf: (row: Row) => string;
  /** What the bar says beside the count: sums, what will happen. */
  readonly said?: (chosen: readonly Row[]) => ReactNode;
  /** The acts; call `done` when they are over, and the bar goes. Without, rows are chosen to be taken along. */
  readonly acts?: (chosen: readonly Row[], done: () => void) => ReactNode;
}

export interface Chosen<Row> {
  readonly rows: readonly Row[];
  readonly has: (id: string) => boolean;
  readonly set: (rows: readonly Row[], chosen: boolean) => void;
  readonly clear: () => void;
}

/** The rows that are chosen; they stay chosen when the page is turned, and follow what the server last said of them. */
export function useChosen<Row>(shown: readonly Row[], idOf: (row: Row) => string, whole: boolean): Chosen<Row> {
  const [chosen, keep] = useState<ReadonlyMap<string, Row>>(new Map());
  const now = new Map(shown.map((row) => [idOf(row), row]));
  const rows = [...chosen].flatMap(([id, row]) => {
    const fresh = now.get(id);
    // With every row here, one that is gone was done.
    return fresh === undefined ? (whole ? [] : [row]) : [fresh];
  });
  const ids = new Set(rows.map(idOf));
  return {
    rows,
    has: (id) => ids.has(id),
    set(changed, isChosen) {
      const next = new Map(rows.map((row) => [idOf(row), row]));
      for (const row of changed) {
        if (isChosen) next.set(idOf(row), row);
        else next.delete(idOf(row));
      }
      keep(next);
    },
    clear: () => keep(new Map()),
  };
}
