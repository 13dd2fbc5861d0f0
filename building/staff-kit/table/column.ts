import type { ReactNode } from 'react';
import type { Option } from '../choice/option.ts';
import type { Branch } from '../choice/tri-state.ts';

/** What a cell holds for sorting, filtering and export: text, a number, or nothing. */
export type Held = string | number | undefined;

/** How a column is filtered: by a part of its text, by some of a few values, by places, or between two days or amounts. */
export type ColumnFilter =
  | { readonly kind: 'text' }
  | { readonly kind: 'one'; readonly options: readonly Option[] }
  | { readonly kind: 'some'; readonly options: readonly Option[] }
  | { readonly kind: 'places'; readonly branches: readonly Branch[] }
  | { readonly kind: 'days' }
  | { readonly kind: 'numbers' };

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** What sorts and filters; a column without can do neither. Days as `2026-01-31`, amounts in yuan. */
  readonly held?: (row: Row) => Held;
  /** What is exported and read by who reads without a screen, where it differs from what is held. */
  readonly written?: (row: Row) => Held;
  readonly filter?: ColumnFilter;
  /** What the filter looks at, where it isn't what is held: a deadline is sorted by its day and asked for by its standing. */
  readonly asked?: (row: Row) => Held;
  /** What the filter is called where the heading doesn't say it: 'Name, pinyin or receipt'. */
  readonly filterHead?: string;
  /** The server has filtered already: every row that came passes. */
  readonly filteredBy?: 'server';
  /** False where the server that sorts can't sort by it. */
  readonly sorts?: false;
  /** Left out until somebody asks for it. */
  readonly begins?: 'hidden';
  /** Numbers stand right; quiet columns are softer; wrapped ones may take several lines. */
  readonly look?: 'number' | 'quiet' | 'wrap';
  /** On a phone: the line's beginning, its end, a part that speaks for itself, or left out. Otherwise the part keeps its heading. */
  readonly phone?: 'head' | 'end' | 'plain' | 'away';
}

/** What a row says in a column, for a file. */
export function writtenIn<Row>(column: Column<Row>, row: Row): Held {
  return (column.written ?? column.held)?.(row);
}

/** What the filter of a column looks at in a row. */
export function askedIn<Row>(column: Column<Row>, row: Row): Held {
  return (column.asked ?? column.held)?.(row);
}
