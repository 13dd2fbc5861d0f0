import { sql } from 'kysely';
import type { Keys } from '../building/identity/keys.ts';
import type { Transaction } from '../building/database/transaction.ts';
import type { Tables } from '../migrations/tables.ts';
import { nameKeys, nameSort } from '../office/families/names.ts';
import { sealedIdentity, sealedNumber, sealedPhone } from '../office/families/sealing.ts';
import type { County } from '../values/division.ts';
import type { SampleFamily, SamplePerson } from './registry.ts';

type Trx = Transaction<Tables>;

/** Families at a time: enough to be worth a statement, few enough that sealing the next ones overlaps with storing these. */
const families = 600;

/**
 * Enters the families in a few large statements, sealed and with their search keys exactly as the families desk does it one by one. The acting person
 * of the transaction is the system.
 */
export async function loadPeople(
  trx: Trx,
  county: County,
  keys: Keys,
  all: readonly SampleFamily[],
  at: Date,
): Promise<void> {
  let storing: Promise<unknown> = Promise.resolve();
  for (let first = 0; first < all.length; first += families) {
    const rows = rowsOf(keys, all.slice(first, first + families));
    await storing;
    storing = store(trx, county, rows, at);
    // A failure is met by the next await; until then it must not count as unhandled.
    storing.catch(() => undefined);
  }
  await storing;
}

interface Rows {
  readonly families: readonly SampleFamily[];
  readonly people: readonly (SamplePerson & {
    readonly family: SampleFamily;
    readonly sealed: Sealed;
    readonly sort: string;
  })[];
  readonly nameKeys: readonly (readonly [key: string, person: SamplePerson, residence: string])[];
  readonly accounts: readonly (SampleFamily['accounts'][number] & {
    readonly family: SampleFamily;
    readonly sealed: SealedNumber;
  })[];
}
type Sealed = ReturnType<typeof sealedIdentity> & ReturnType<typeof sealedPhone>;
type SealedNumber = ReturnType<typeof sealedNumber>;

function rowsOf(keys: Keys, some: readonly SampleFamily[]): Rows {
  return {
    families: some,
    people: some.flatMap((family) =>
      family.people.map((person) => ({
        ...person,
        family,
        sealed: { ...sealedIdentity(keys, person.id, person.identity), ...sealedPhone(keys, person.id, person.phone) },
        sort: nameSort(person.name),
      })),
    ),
    nameKeys: some.flatMap(({ people, residence }) =>
      people.flatMap((person) => nameKeys(person.name).map((key) => [key, person, residence] as const)),
    ),
    accounts: some.flatMap((family) =>
      family.accounts.map((account) => ({
        ...account,
        family,
        sealed: sealedNumber(keys, account.id, account.number),
      })),
    ),
  };
}

async function store(
  trx: Trx,
  county: County,
  { families: some, people, nameKeys: searchKeys, accounts }: Rows,
  at: Date,
): Promise<void> {
  const list = (values: readonly unknown[], type: string) => sql`${values}::${sql.raw(type)}[]`;
  await sql`insert into family (county, id, residence, created_at)
    select ${county}, id, residence, ${at} from unnest(${list(
      some.map(({ id }) => id),
      'uuid',
    )}, ${list(
      some.map(({ residence }) => residence),
      'text',
    )}) as f (id, residence)`.execute(trx);
  await sql`insert into person (county, id, family_id, name, name_sort, birth, nationality, residence, identity_sealed, identity_blind, phone_sealed, phone_blind, died_on, created_at)
    select ${county}, p.*, ${at} from unnest(
      ${list(
        people.map(({ id }) => id),
        'uuid',
      )}, ${list(
        people.map(({ family }) => family.id),
        'uuid',
      )}, ${list(
        people.map(({ name }) => name),
        'text',
      )},
      ${list(
        people.map(({ sort }) => sort),
        'text',
      )}, ${list(
        people.map(({ birth }) => birth),
        'date',
      )}, ${list(
        people.map(({ nationality }) => nationality ?? null),
        'text',
      )},
      ${list(
        people.map(({ family }) => family.residence),
        'text',
      )}, ${list(
        people.map(({ sealed }) => sealed.identitySealed),
        'bytea',
      )},
      ${list(
        people.map(({ sealed }) => sealed.identityBlind),
        'text',
      )}, ${list(
        people.map(({ sealed }) => sealed.phoneSealed),
        'bytea',
      )},
      ${list(
        people.map(({ sealed }) => sealed.phoneBlind),
        'text',
      )}, ${list(
        people.map(({ diedOn }) => diedOn ?? null),
        'date',
      )}) as p`.execute(trx);
  await sql`insert into person_name_key (county, key, person_id, residence)
    select ${county}, k.* from unnest(${list(
      searchKeys.map(([key]) => key),
      'text',
    )}, ${list(
      searchKeys.map(([, person]) => person.id),
      'uuid',
    )},
      ${list(
        searchKeys.map(([, , residence]) => residence),
        'text',
      )}) as k`.execute(trx);
  const links = some.flatMap((family) => family.links.map((link) => ({ ...link, family })));
  await sql`insert into kinship (county, from_id, to_id, kind, family_id, residence)
    select ${county}, k.* from unnest(${list(
      links.map(({ from }) => from),
      'uuid',
    )}, ${list(
      links.map(({ to }) => to),
      'uuid',
    )}, ${list(
      links.map(({ kind }) => kind),
      'text',
    )},
      ${list(
        links.map(({ family }) => family.id),
        'uuid',
      )}, ${list(
        links.map(({ family }) => family.residence),
        'text',
      )}) as k`.execute(trx);
  await sql`insert into account (county, id, person_id, family_id, residence, bank, holder_name, number_sealed, number_blind, number_last4, created_at)
    select ${county}, a.*, ${at} from unnest(
      ${list(
        accounts.map(({ id }) => id),
        'uuid',
      )}, ${list(
        accounts.map(({ person }) => person),
        'uuid',
      )}, ${list(
        accounts.map(({ family }) => family.id),
        'uuid',
      )},
      ${list(
        accounts.map(({ family }) => family.residence),
        'text',
      )}, ${list(
        accounts.map(({ bank }) => bank),
        'text',
      )}, ${list(
        accounts.map(({ holder }) => holder),
        'text',
      )},
      ${list(
        accounts.map(({ sealed }) => sealed.numberSealed),
        'bytea',
      )}, ${list(
        accounts.map(({ sealed }) => sealed.numberBlind),
        'text',
      )},
      ${list(
        accounts.map(({ sealed }) => sealed.numberLast4),
        'text',
      )}) as a`.execute(trx);
}
