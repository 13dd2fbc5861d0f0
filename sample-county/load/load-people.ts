import { type RawBuilder, sql } from 'kysely';
import { writeTogether } from '../../building/database/together.ts';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Keys } from '../../building/identity/keys.ts';
import type { Tables } from '../../migrations/tables.ts';
import { type NameInOrder, nameInOrder } from '../../office/families/register/names.ts';
import { sealedIdentity, sealedNumber, sealedPhone } from '../../office/families/register/sealing.ts';
import type { County } from '../../values/division.ts';
import type { SampleFamily } from '../people/registry.ts';

type Trx = Transaction<Tables>;

/**
 * Families at a time: enough to be worth a statement, few enough that sealing the next ones overlaps with storing these. All of a portion
 * is one statement, or the database would wait for us between its tables.
 */
const familiesAtOnce = 600;

/**
 * Enters the families in a few large statements, sealed and with their search keys exactly as the families desk does it one by one. The
 * acting person of the transaction is the system.
 */
export async function loadPeople(
  trx: Trx,
  county: County,
  keys: Keys,
  all: Iterable<SampleFamily>,
  at: Date,
): Promise<void> {
  let storing: Promise<void> = Promise.resolve();
  for (const some of portionsOf(all, familiesAtOnce)) {
    const tables = tablesOf(keys, some);
    await storing;
    storing = writeTogether(
      trx,
      tables.map((rows) => insertOf(county, rows, at)),
    );
    // A failure is met by the next await; until then it must not count as unhandled.
    storing.catch(() => undefined);
  }
  await storing;
}

function* portionsOf<T>(all: Iterable<T>, size: number): Generator<readonly T[], void, undefined> {
  let portion: T[] = [];
  for (const one of all) {
    portion.push(one);
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}

/** A column with its PostgreSQL type and its values, row by row. */
type Column = readonly [name: string, type: string, values: readonly Cell[]];

type Cell = string | Uint8Array | null;

interface Rows {
  readonly table: string;
  /** The table says when a row was written. */
  readonly dated: boolean;
  readonly columns: readonly Column[];
}

function insertOf(county: County, { table, dated, columns }: Rows, at: Date): RawBuilder<unknown> {
  const names = sql.join([
    sql.ref('county'),
    ...columns.map(([name]) => sql.ref(name)),
    ...(dated ? [sql.ref('created_at')] : []),
  ]);
  const lists = sql.join(columns.map(([, type, values]) => sql`${arrayOf(values)}::${sql.raw(type)}[]`));
  const always = dated ? sql`, ${at}::timestamptz` : sql``;
  return sql`insert into ${sql.table(table)} (${names}) select ${county}, given.*${always} from unnest(${lists}) as given`;
}

/** What PostgreSQL reads as it stands within an array. */
const neverQuoted = /^(?!null$)[\p{L}\d-]+$/iu;

/** An array as PostgreSQL writes it. The driver's own way quotes each value and costs as much as sealing them. */
function arrayOf(values: readonly Cell[]): string {
  return `{${values.map(elementOf).join(',')}}`;
}

function elementOf(value: Cell): string {
  if (value === null) return 'NULL';
  if (value instanceof Uint8Array)
    return `"\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}"`;
  return neverQuoted.test(value) ? value : `"${value.replaceAll(/[\\"]/g, String.raw`\$&`)}"`;
}

function tablesOf(keys: Keys, some: readonly SampleFamily[]): readonly Rows[] {
  const people = some.flatMap(({ id: family, residence, people: members }) =>
    members.map((person) => ({ ...person, named: nameInOrder(person.name), family, residence })),
  );
  return [familyRows(some), personRows(keys, people), nameKeyRows(people), kinshipRows(some), accountRows(keys, some)];
}

/** Somebody with the family and what their name is found by. */
type Person = SampleFamily['people'][number] & {
  readonly named: NameInOrder;
  readonly family: SampleFamily['id'];
  readonly residence: SampleFamily['residence'];
};

function familyRows(some: readonly SampleFamily[]): Rows {
  return {
    table: 'family',
    dated: true,
    columns: columnsOf(some, { id: ['uuid', ({ id }) => id], residence: ['text', ({ residence }) => residence] }),
  };
}

function personRows(keys: Keys, all: readonly Person[]): Rows {
  const people = all.map((person) => ({
    ...person,
    ...sealedIdentity(keys, person.id, person.identity),
    ...sealedPhone(keys, person.id, person.phone),
  }));
  const columns = columnsOf(people, {
    id: ['uuid', ({ id }) => id],
    family_id: ['uuid', ({ family }) => family],
    name: ['text', ({ name }) => name],
    name_sort: ['text', ({ named }) => named.sort],
    birth: ['date', ({ birth }) => birth],
    nationality: ['text', ({ nationality }) => nationality],
    residence: ['text', ({ residence }) => residence],
    identity_sealed: ['bytea', ({ identitySealed }) => identitySealed],
    identity_blind: ['text', ({ identityBlind }) => identityBlind],
    phone_sealed: ['bytea', ({ phoneSealed }) => phoneSealed],
    phone_blind: ['text', ({ phoneBlind }) => phoneBlind],
    died_on: ['date', ({ diedOn }) => diedOn],
  });
  return { table: 'person', dated: true, columns };
}

function nameKeyRows(people: readonly Person[]): Rows {
  const rows = people.flatMap(({ id, named, residence }) => named.keys.map((key) => ({ key, id, residence })));
  // In the order of their index: neighbours meet on its pages.
  rows.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const columns = columnsOf(rows, {
    key: ['text', ({ key }) => key],
    person_id: ['uuid', ({ id }) => id],
    residence: ['text', ({ residence }) => residence],
  });
  return { table: 'person_name_key', dated: false, columns };
}

function kinshipRows(some: readonly SampleFamily[]): Rows {
  const links = some.flatMap(({ id: family, residence, links: all }) =>
    all.map((link) => ({ ...link, family, residence })),
  );
  const columns = columnsOf(links, {
    from_id: ['uuid', ({ from }) => from],
    to_id: ['uuid', ({ to }) => to],
    kind: ['text', ({ kind }) => kind],
    family_id: ['uuid', ({ family }) => family],
    residence: ['text', ({ residence }) => residence],
  });
  return { table: 'kinship', dated: false, columns };
}

function accountRows(keys: Keys, some: readonly SampleFamily[]): Rows {
  const accounts = some.flatMap(({ id: family, residence, accounts: all }) =>
    all.map((account) => ({ ...account, ...sealedNumber(keys, account.id, account.number), family, residence })),
  );
  const columns = columnsOf(accounts, {
    id: ['uuid', ({ id }) => id],
    person_id: ['uuid', ({ person }) => person],
    family_id: ['uuid', ({ family }) => family],
    residence: ['text', ({ residence }) => residence],
    bank: ['text', ({ bank }) => bank],
    holder_name: ['text', ({ holder }) => holder],
    number_sealed: ['bytea', ({ numberSealed }) => numberSealed],
    number_blind: ['text', ({ numberBlind }) => numberBlind],
    number_last4: ['text', ({ numberLast4 }) => numberLast4],
  });
  return { table: 'account', dated: true, columns };
}

function columnsOf<Row>(
  rows: readonly Row[],
  shape: Readonly<Record<string, readonly [type: string, value: (row: Row) => Cell | undefined]>>,
): Column[] {
  return Object.entries(shape).map(([name, [type, value]]) => [name, type, rows.map((row) => value(row) ?? null)]);
}
