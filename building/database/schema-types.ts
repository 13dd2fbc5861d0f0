import type * as pg from 'pg';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly isArray: boolean;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  readonly computed: boolean;
  /** The definitions of the CHECK constraints over this column alone. */
  readonly checks: readonly string[];
}

/**
 * The tables as TypeScript for Kysely, in camelCase. What PostgreSQL guarantees the types say: a text that a CHECK limits to a list is a union, a column with
 * a default may be left out, a computed one can't be written. jsonb is written as text, so that arrays and big numbers arrive as they are.
 */
export async function dumpTypes(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Column>(columns);
  const names = [...new Set(rows.map(({ table }) => table))];
  const bodies = names.map((name) =>
    interfaceOf(
      name,
      rows.filter(({ table }) => table === name),
    ),
  );
  const index = names.map((name) => `  readonly ${camel(name)}: ${typeName(name)};`).join('\n');
  return `${headFor(bodies.join('\n'))}\n${bodies.join('\n\n')}\n\nexport interface Tables {\n${index}\n}\n`;
}

const opening = `// Written by \`npm run schema\` from the migrations. Do not edit.
import type { ColumnType } from 'kysely';
`;

const helpers: Readonly<Record<string, string>> = {
  Instant: `/** Read as a Date; written as a Date or ISO text. */
type Instant = ColumnType<Date, Date | string, Date | string>;`,
  MaybeInstant: 'type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;',
  Json: `/** Read as parsed JSON; written as JSON text. */
type Json = ColumnType<unknown, string, string>;`,
  MaybeJson: 'type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>;',
  Generated: `/** Has a default: may be left out. */
type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;`,
  Computed: `/** Worked out by the database. */
type Computed<T> = T extends ColumnType<infer S, unknown, unknown> ? ColumnType<S, never, never> : ColumnType<T, never, never>;`,
};

/** Only the helpers that some table uses: the compiler refuses the others. */
function headFor(body: string): string {
  const used = Object.entries(helpers).filter(([name]) => new RegExp(`\\b${name}\\b`).test(body));
  return `${opening}\n${used.map(([, text]) => text).join('\n')}\n`;
}

const columns = `
  select c.relname as table, a.attname as column, coalesce(e.typname, t.typname) as type, e.oid is not null as "isArray",
    not a.attnotnull as nullable, a.attgenerated <> '' or a.attidentity = 'a' as computed,
    a.attidentity = 'd' or (d.adbin is not null and a.attgenerated = '') as "hasDefault",
    array(select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] order by k.conname collate "C") as checks
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_depend x where x.classid = 'pg_class'::regclass and x.objid = c.oid and x.deptype = 'e')
  order by c.relname collate "C", a.attnum`;

function interfaceOf(table: string, rows: readonly Column[]): string {
  const lines = rows.map((row) => `  readonly ${camel(row.column)}: ${typeOf(row)};`);
  return `interface ${typeName(table)} {\n${lines.join('\n')}\n}`;
}

function typeOf(column: Column): string {
  const scalar = column.type === 'text' ? (unionOf(column.checks) ?? 'string') : scalarOf(column.type);
  const single = column.isArray ? `readonly ${scalar.includes('|') ? `(${scalar})` : scalar}[]` : scalar;
  const found = column.nullable ? orNull(single) : single;
  if (column.computed) return `Computed<${found}>`;
  return column.hasDefault ? `Generated<${found}>` : found;
}

function orNull(type: string): string {
  if (type === 'Instant') return 'MaybeInstant';
  return type === 'Json' ? 'MaybeJson' : `${type} | null`;
}

function scalarOf(type: string): string {
  switch (type) {
    case 'bool':
      return 'boolean';
    case 'int2':
    case 'int4':
    case 'float4':
    case 'float8':
      return 'number';
    case 'int8':
      return 'bigint';
    case 'bytea':
      return 'Buffer';
    case 'timestamptz':
      return 'Instant';
    case 'json':
    case 'jsonb':
      return 'Json';
    default:
      return 'string'; // text, char, varchar, uuid, date, numeric: as the pool's parsers read them
  }
}

const limitedToList = /^CHECK \(\(+\w+ = ANY \(ARRAY\[(.*)\]\)\)+$/;

/** The union that a check `column in ('a', 'b')` amounts to. */
function unionOf(checks: readonly string[]): string | undefined {
  for (const check of checks) {
    const listed = limitedToList.exec(check)?.[1];
    const values = listed?.split(', ').map((value) => /^'((?:[^']|'')*)'::text$/.exec(value)?.[1]);
    if (values?.every((value) => value !== undefined))
      return values.map((value) => `'${value.replaceAll("''", "\\'")}'`).join(' | ');
  }
  return undefined;
}

function camel(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function typeName(table: string): string {
  const name = camel(table);
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Table`;
}
