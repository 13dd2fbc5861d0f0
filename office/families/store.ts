import { changeAny, changeOne, unlessRefused } from '../../building/database/changes.ts';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Keys } from '../../building/identity/keys.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { Day } from '../../values/day.ts';
import type { County, Division } from '../../values/division.ts';
import type { AccountId, FamilyId, PersonId } from '../../values/id.ts';
import type { CheckedAccount, CheckedPerson, KinshipKind, Person } from './case.ts';
import { nameKeys, nameSort } from './register/names.ts';
import { sealedIdentity, sealedNumber, sealedPhone } from './register/sealing.ts';

type Trx = Transaction<Tables>;

// Entering

export async function addFamily(
  trx: Trx,
  county: County,
  family: { id: FamilyId; residence: Division; at: Date },
): Promise<void> {
  await trx
    .insertInto('family')
    .values({ county, id: family.id, residence: family.residence, createdAt: family.at })
    .execute();
}

export interface NewPerson {
  readonly id: PersonId;
  readonly familyId: FamilyId;
  readonly residence: Division;
  readonly person: CheckedPerson;
  readonly at: Date;
}

/** Enters a person with their search keys. Under {@link keepingNumbers}: the register's constraints may refuse the numbers. */
export async function addPerson(trx: Trx, county: County, keys: Keys, entry: NewPerson): Promise<void> {
  const { id, familyId, residence, person, at } = entry;
  await trx
    .insertInto('person')
    .values({
      county,
      id,
      familyId,
      residence,
      name: person.name,
      nameSort: nameSort(person.name),
      birth: person.birth,
      nationality: person.nationality ?? null,
      ...sealedIdentity(keys, id, person.identity),
      ...sealedPhone(keys, id, person.phone),
      createdAt: at,
    })
    .execute();
  await addNameKeys(trx, county, id, residence, person.name);
}

/** A number that is in the register under someone else's name. */
export type NumberOfAnother = { readonly kind: 'identity-of-another' } | { readonly kind: 'phone-of-another' };

const numberConstraints: ReadonlyMap<string, NumberOfAnother> = new Map([
  ['an_identity_number_belongs_to_one_person', { kind: 'identity-of-another' }],
  ['a_phone_belongs_to_one_person', { kind: 'phone-of-another' }],
]);

/** Runs writes that enter numbers: a number of someone else's undoes them all and is an outcome. */
export async function keepingNumbers<T>(
  trx: Trx,
  write: () => Promise<T>,
): Promise<{ readonly kind: 'kept'; readonly value: T } | NumberOfAnother> {
  const outcome = await unlessRefused(trx, numberConstraints, write);
  return outcome.kind === 'refused' ? outcome.by : { kind: 'kept', value: outcome.value };
}

async function addNameKeys(
  trx: Trx,
  county: County,
  personId: PersonId,
  residence: Division,
  name: string,
): Promise<void> {
  const rows = nameKeys(name).map((key) => ({ county, key, personId, residence }));
  await trx.insertInto('personNameKey').values(rows).execute();
}

export async function addKinship(
  trx: Trx,
  county: County,
  link: { kind: KinshipKind; from: PersonId; to: PersonId; familyId: FamilyId; residence: Division },
): Promise<void> {
  const { kind, from, to, familyId, residence } = link;
  await changeAny(
    trx,
    trx
      .insertInto('kinship')
      .values({ county, fromId: from, toId: to, kind, familyId, residence })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** Enters an account, or finds the one that this person already has under the number; one that was closed is in use again. */
export async function addAccount(
  trx: Trx,
  county: County,
  keys: Keys,
  entry: {
    id: AccountId;
    owner: Pick<Person, 'id' | 'familyId'>;
    residence: Division;
    account: CheckedAccount;
    at: Date;
  },
): Promise<AccountId> {
  const { id, owner, residence, account, at } = entry;
  const known = await trx
    .selectFrom('account')
    .select(['id', 'closedAt'])
    .where('county', '=', county)
    .where('personId', '=', owner.id)
    .where('numberBlind', '=', sealedNumber(keys, id, account.number).numberBlind)
    .executeTakeFirst();
  const { bank, holderName } = account;
  if (known !== undefined) {
    await changeOne(
      trx,
      trx
        .updateTable('account')
        .set({ bank, holderName, closedAt: null })
        .where('county', '=', county)
        .where('id', '=', known.id),
    );
    return known.id as AccountId;
  }
  // Recorded by somebody else since it was looked for: the act runs again, and finds it.
  await changeOne(
    trx,
    trx
      .insertInto('account')
      .values({
        county,
        id,
        personId: owner.id,
        familyId: owner.familyId,
        residence,
        bank,
        holderName,
        ...sealedNumber(keys, id, account.number),
        createdAt: at,
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
  return id;
}

// Correcting

/** What a correction sets; null removes. */
export interface Correction {
  readonly name?: string;
  readonly birth?: Day;
  readonly nationality?: string | null;
  readonly identity?: string | null;
  readonly phone?: string | null;
  readonly diedOn?: Day | null;
}

/** Corrects a person that stands at `version`; `stale` when somebody else has corrected them meanwhile. */
export async function correctPerson(
  trx: Trx,
  county: County,
  keys: Keys,
  person: Pick<Person, 'id' | 'name' | 'version' | 'residence'>,
  correction: Correction,
): Promise<{ readonly kind: 'kept' } | { readonly kind: 'stale' } | NumberOfAnother> {
  const { name, birth, nationality, identity, phone, diedOn } = correction;
  const outcome = await keepingNumbers(trx, async () => {
    const result = await trx
      .updateTable('person')
      .set({
        ...(name === undefined ? {} : { name, nameSort: nameSort(name) }),
        ...(birth === undefined ? {} : { birth }),
        ...(nationality === undefined ? {} : { nationality }),
        ...(identity === undefined ? {} : sealedIdentity(keys, person.id, identity ?? undefined)),
        ...(phone === undefined ? {} : sealedPhone(keys, person.id, phone ?? undefined)),
        ...(diedOn === undefined ? {} : { diedOn }),
        version: person.version + 1,
      })
      .where('county', '=', county)
      .where('id', '=', person.id)
      .where('version', '=', person.version)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  });
  if (outcome.kind !== 'kept') return outcome;
  if (!outcome.value) return { kind: 'stale' };
  if (name !== undefined) {
    await changeAny(
      trx,
      trx
        .deleteFrom('personNameKey')
        .where('county', '=', county)
        .where('key', 'in', nameKeys(person.name))
        .where('personId', '=', person.id),
    );
    await addNameKeys(trx, county, person.id, person.residence.code, name);
  }
  return { kind: 'kept' };
}
