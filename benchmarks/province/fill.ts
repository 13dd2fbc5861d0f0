import { Client } from 'pg';
import type { PoolAddress } from '../../building/database/pool.ts';
import type { County } from '../../values/division.ts';

// A whole province in minutes: one county is lived by the house's own acts, and its rows are then copied as those of further counties. Ids
// stay the same, since every key begins with the county.

interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly isDivision: boolean }[];
}

interface Setup {
  readonly drop: readonly string[];
  readonly restore: readonly string[];
}

/** Copies the first county's cases until it has about `wanted`, then all its rows to each of the others; and gathers statistics. */
export async function fill(
  owner: PoolAddress,
  { first, others, cases }: { readonly first: County; readonly others: readonly County[]; readonly cases: number },
): Promise<void> {
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query(`set maintenance_work_mem = '512MB'; set synchronous_commit = off`);
    const tables = await tablesOfCounties(client);
    const setup = await setupOf(client, tables);
    for (const statement of setup.drop) await client.query(statement);
    await moreCases(client, first, cases);
    await copyDivisions(client, first, others);
    for (const table of tables) await copyTable(client, table, first, others);
    for (const statement of setup.restore) await client.query(statement);
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
  }
}

async function tablesOfCounties(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<{ table: string; name: string; type: string }>(`
    select table_name as table, column_name as name, data_type || coalesce(character_maximum_length::text, '') as type
    from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER' and table_name in (
      select table_name from information_schema.columns where table_schema = 'public' and column_name = 'county') order by 1, ordinal_position`);
  return [...Map.groupBy(rows, ({ table }) => table)].map(([name, columns]) => ({
    name,
    columns: columns.map((column) => ({ name: column.name, isDivision: column.type === 'character12' })),
  }));
}

/**
 * Keys, indexes, triggers and the policies' hold on the owner, taken away for the copying; the references among the copies are true because
 * the copied ones were.
 */
async function setupOf(client: Client, tables: readonly Table[]): Promise<Setup> {
  const names = tables.map(({ name }) => name);
  const constraints = await client.query<{ table: string; name: string; definition: string; kind: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition, contype as kind from pg_constraint
     where contype in ('f', 'p', 'u') and conrelid::regclass::text = any ($1) order by contype = 'f' desc`,
    [names],
  );
  const indexes = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid::regclass::text = any ($1) and not exists (select from pg_constraint where conindid = indexrelid)`,
    [names],
  );
  const isReference = ({ kind }: { kind: string }): boolean => kind === 'f';
  const add = ({ table, name, definition, kind }: (typeof constraints.rows)[number]): string =>
    `alter table ${table} add constraint ${name} ${definition}${kind === 'f' ? ' not valid' : ''}`;
  return {
    drop: [
      ...names.map((name) => `alter table ${name} no force row level security, disable trigger user`),
      ...constraints.rows.map(({ table, name }) => `alter table ${table} drop constraint ${name}`),
      ...indexes.rows.map(({ name }) => `drop index ${name}`),
    ],
    restore: [
      ...constraints.rows.filter((one) => !isReference(one)).map(add),
      ...indexes.rows.map(({ definition }) => definition),
      ...constraints.rows.filter(isReference).map(add),
      ...names.map((name) => `alter table ${name} force row level security, enable trigger user`),
    ],
  };
}

/** A sample's year brings few cases: each is copied, with what hangs on it, until there are as many as a county of this size has. */
async function moreCases(client: Client, county: County, wanted: number): Promise<void> {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from benefit_case where county = $1', [
    county,
  ]);
  const times = Math.max(0, Math.round(wanted / Math.max(1, rows[0]?.n ?? 0)) - 1);
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    benefit_case: {
      id: 'md5(id::text || n)::uuid',
      receipt: `receipt || '-' || n`,
      period: `period || '-' || n`,
      submission_key: 'md5(submission_key::text || n)::uuid',
    },
    case_event: { case_id: 'md5(case_id::text || n)::uuid' },
    hand: { matter_id: 'md5(matter_id::text || n)::uuid' },
    case_document: { id: 'md5(id::text || n)::uuid', case_id: 'md5(case_id::text || n)::uuid' },
    decision: { case_id: 'md5(case_id::text || n)::uuid', number: `number || '-' || n` },
  };
  const tables = await tablesOfCounties(client);
  for (const [name, changed] of Object.entries(own)) {
    const columns = tables.find((table) => table.name === name)?.columns.map((column) => column.name) ?? [];
    const values = columns.map((column) => changed[column] ?? column);
    await client.query(
      `insert into ${name} (${columns.join(', ')}) select ${values.join(', ')} from ${name}, generate_series(1, ${times}) as n where county = '${county}'`,
    );
  }
}

async function copyDivisions(client: Client, first: County, others: readonly County[]): Promise<void> {
  await client.query('alter table division no force row level security');
  await client.query(
    `insert into division (code, name) select other || substr(code, 7), name from division, unnest($1::text[]) as other
     where code like $2 on conflict do nothing`,
    [others, `${first}%`],
  );
  await client.query('alter table division force row level security');
}

async function copyTable(
  client: Client,
  { name, columns }: Table,
  first: County,
  others: readonly County[],
): Promise<void> {
  const values = columns.map((column) => {
    if (column.name === 'county') return 'other';
    return column.isDivision ? `other || substr(given.${column.name}, 7)` : `given.${column.name}`;
  });
  await client.query(
    `insert into ${name} (${columns.map((column) => column.name).join(', ')}) select ${values.join(', ')}
     from unnest($1::text[]) as other, ${name} as given where given.county = $2`,
    [others, first],
  );
}
