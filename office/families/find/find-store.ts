import { sql } from 'kysely';
import type { Localized } from '../../../values/language.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Keys } from '../../../building/identity/keys.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Day } from '../../../values/day.ts';
import type { County, Division } from '../../../values/division.ts';
import type { AccountId, FamilyId, PersonId } from '../../../values/id.ts';
import type { DivisionName } from '../../hall/who/session.ts';
import type { Account, Family, Kinship, Person } from '../case.ts';
import { openIdentity, openPhone } from '../register/sealing.ts';

type Trx = Transaction<Tables>;

// Reading

function selectPeople(trx: Trx, county: County) {
  return trx
    .selectFrom('person')
    .innerJoin('division', 'division.code', 'person.residence')
    .select([
      'person.id',
      'person.familyId',
      'person.name',
      'person.birth',
      'person.nationality',
      'person.identitySealed',
      'person.phoneSealed',
      'person.residence',
      'person.diedOn',
      'person.version',
      'division.name as residenceName',
    ])
    .where('person.county', '=', county);
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof selectPeople>['execute']>>[number];

function personOf(keys: Keys, row: PersonRow): Person {
  const id = row.id as PersonId;
  return {
    id,
    familyId: row.familyId as FamilyId,
    name: row.name,
    birth: row.birth as Day,
    ...(row.nationality === null ? {} : { nationality: row.nationality }),
    ...(row.identitySealed === null ? {} : { identity: openIdentity(keys, id, row.identitySealed) }),
    ...(row.phoneSealed === null ? {} : { phone: openPhone(keys, id, row.phoneSealed) }),
    residence: { code: row.residence as Division, name: row.residenceName },
    ...(row.diedOn === null ? {} : { diedOn: row.diedOn as Day }),
    version: row.version,
  };
}

export async function personById(trx: Trx, county: County, keys: Keys, id: PersonId): Promise<Person | undefined> {
  const row = await selectPeople(trx, county).where('person.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : personOf(keys, row);
}

/** A household with its people (eldest first), kinship and accounts in use: one statement, since most acts begin with it. */
export async function familyById(trx: Trx, county: County, keys: Keys, id: FamilyId): Promise<Family | undefined> {
  const { rows } = await sql<FamilyRow>`
    select f.residence, d.name,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'familyId', p.family_id, 'name', p.name, 'birth', p.birth,
          'nationality', p.nationality, 'identitySealed', encode(p.identity_sealed, 'base64'), 'phoneSealed', encode(p.phone_sealed, 'base64'),
          'residence', p.residence, 'diedOn', p.died_on, 'version', p.version, 'residenceName', r.name) order by p.birth, p.id), '[]')
        from person p join division r on r.code = p.residence where p.county = f.county and p.family_id = f.id) as people,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'from', k.from_id, 'to', k.to_id) order by k.from_id, k.to_id), '[]')
        from kinship k where k.county = f.county and k.family_id = f.id) as kinships,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'personId', a.person_id, 'bank', a.bank, 'holderName', a.holder_name,
          'last4', a.number_last4) order by a.created_at), '[]')
        from account a where a.county = f.county and a.family_id = f.id and a.closed_at is null) as accounts
    from family f join division d on d.code = f.residence
    where f.county = ${county} and f.id = ${id}`.execute(trx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { people, kinships, accounts } = row;
  return {
    id,
    residence: divisionNameOf(row),
    people: people.map((person) => personOf(keys, withBytes(person))),
    kinships,
    accounts,
  };
}

interface FamilyRow {
  readonly residence: string;
  readonly name: Localized;
  readonly people: readonly PersonInJson[];
  readonly kinships: readonly Kinship[];
  readonly accounts: readonly Account[];
}

/** JSON has no bytes: what is sealed crosses as base64. */
type PersonInJson = Omit<PersonRow, 'identitySealed' | 'phoneSealed'> & {
  readonly identitySealed: string | null;
  readonly phoneSealed: string | null;
};

function withBytes({ identitySealed, phoneSealed, ...row }: PersonInJson): PersonRow {
  const bytes = (text: string | null): Buffer | null => (text === null ? null : Buffer.from(text, 'base64'));
  return { ...row, identitySealed: bytes(identitySealed), phoneSealed: bytes(phoneSealed) };
}

function divisionNameOf(row: { residence: string; name: Localized }): DivisionName {
  return { code: row.residence as Division, name: row.name };
}

export async function accountById(
  trx: Trx,
  county: County,
  id: AccountId,
): Promise<(Account & { readonly familyId: FamilyId; readonly numberSealed: Buffer }) | undefined> {
  const row = await trx
    .selectFrom('account')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id,
    personId: row.personId as PersonId,
    familyId: row.familyId as FamilyId,
    bank: row.bank,
    holderName: row.holderName,
    last4: row.numberLast4,
    numberSealed: row.numberSealed,
  };
}

// Finding

export async function peopleByIdentity(
  trx: Trx,
  county: County,
  keys: Keys,
  blind: string,
): Promise<readonly Person[]> {
  const rows = await selectPeople(trx, county).where('person.identityBlind', '=', blind).execute();
  return rows.map((row) => personOf(keys, row));
}

export async function peopleByPhone(trx: Trx, county: County, keys: Keys, blind: string): Promise<readonly Person[]> {
  const rows = await selectPeople(trx, county).where('person.phoneBlind', '=', blind).execute();
  return rows.map((row) => personOf(keys, row));
}

/** People whose name has all of the keys, in the order of their names. */
export async function peopleByNameKeys(
  trx: Trx,
  county: County,
  keys: Keys,
  nameKeys: readonly string[],
  limit: number,
): Promise<readonly Person[]> {
  const rows = await selectPeople(trx, county)
    .where('person.id', 'in', idsWithKeys(trx, county, nameKeys))
    .orderBy('person.nameSort')
    .orderBy('person.id')
    .limit(limit)
    .execute();
  return rows.map((row) => personOf(keys, row));
}

/** Ids alone, for desks that search their own cases by name. */
export async function idsByNameKeys(
  trx: Trx,
  county: County,
  nameKeys: readonly string[],
  limit: number,
): Promise<readonly PersonId[]> {
  const rows = await idsWithKeys(trx, county, nameKeys).limit(limit).execute();
  return rows.map((row) => row.personId as PersonId);
}

function idsWithKeys(trx: Trx, county: County, nameKeys: readonly string[]) {
  const [first, ...others] = nameKeys;
  if (first === undefined) throw new Error('A search by name has a key');
  let query = trx.selectFrom('personNameKey').select('personId').where('county', '=', county).where('key', '=', first);
  for (const key of others) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('personNameKey as other')
          .select('other.key')
          .whereRef('other.county', '=', 'personNameKey.county')
          .where('other.key', '=', key)
          .whereRef('other.personId', '=', 'personNameKey.personId'),
      ),
    );
  }
  return query;
}

/** Who a phone belongs to; in the transaction of a sign-in, which may see that one row alone. */
export async function ownerOfPhone(
  trx: Trx,
  county: County,
  phoneBlind: string,
): Promise<{ id: PersonId; family: FamilyId; name: string } | undefined> {
  const row = await trx
    .selectFrom('person')
    .select(['id', 'familyId', 'name'])
    .where('county', '=', county)
    .where('phoneBlind', '=', phoneBlind)
    .where('diedOn', 'is', null)
    .executeTakeFirst();
  return row === undefined ? undefined : { id: row.id as PersonId, family: row.familyId as FamilyId, name: row.name };
}

/** The names behind ids, as far as the acting person may see them. */
export async function namesOf(
  trx: Trx,
  county: County,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('county', '=', county)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id as PersonId, row.name]));
}
