import type { Sort } from '../ir/node.ts';

/** The databases for which a query is written. */
export const dialects = ['postgres', 'duckdb', 'spark'] as const;
export type Dialect = (typeof dialects)[number];

/** Where the databases' ways of writing differ. */
export interface Writing {
  /** A name of a table or a column, as it is, capitals and Chinese included. */
  readonly name: (name: string) => string;
  readonly text: (value: string) => string;
  /** Divides whole numbers and cuts off toward zero; the rest (`%`) has the dividend's sign everywhere. */
  readonly divide: string;
  readonly types: Readonly<Record<Sort, string>>;
  /** At the end of a step of which columns are used more than once, so that they are worked out once. */
  readonly fence: string;
}

const quoted = (text: string, mark: string): string => `${mark}${text.replaceAll(mark, mark + mark)}${mark}`;

const standard = {
  name: (name: string): string => quoted(name, '"'),
  text: (value: string): string => quoted(value, "'"),
} as const;

export const writings: Readonly<Record<Dialect, Writing>> = {
  postgres: {
    ...standard,
    divide: '/',
    types: { boolean: 'boolean', integer: 'bigint', text: 'text' },
    // Else PostgreSQL writes the step's expressions into every place that uses them.
    fence: 'OFFSET 0',
  },
  duckdb: {
    ...standard,
    divide: '//',
    types: { boolean: 'boolean', integer: 'bigint', text: 'varchar' },
    fence: '',
  },
  spark: {
    name: (name) => quoted(name, '`'),
    text: (value) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`,
    divide: 'div',
    types: { boolean: 'boolean', integer: 'bigint', text: 'string' },
    fence: '',
  },
};
