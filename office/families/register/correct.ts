import { words } from '../words/made/all.ts';
import type { County } from '../../../values/division.ts';
import { inTransaction, type Transaction } from '../../../building/database/transaction.ts';
import { newId } from '../../../building/identity/new-id.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { AccountId, PersonId } from '../../../values/id.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { House } from '../../hall/house.ts';
import { lookAtRecord } from '../who/looks.ts';
import { recordAudit, recordLook } from '../../hall/record.ts';
import { type FamilyActing, settingsOf, type StaffActing } from '../../hall/who/acting.ts';
import type { Person } from '../case.ts';
import { checkAccount, type TypedAccount } from '../typed/account.ts';
import { checkPerson } from '../typed/person.ts';
import type { Fault } from '../decide.ts';
import { readDeath } from '../typed/days.ts';
import * as finding from '../find/find-store.ts';
import * as store from '../store.ts';

/** What is to be corrected: only what is named; null removes what may be absent. */
export interface TypedCorrection {
  /** The version that stood on the screen. */
  readonly version: number;
  readonly name?: string | undefined;
  readonly birth?: string | undefined;
  readonly identity?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly nationality?: string | null | undefined;
  readonly diedOn?: string | null | undefined;
}

/** One field that a stale correction would have overwritten. */
interface Difference {
  readonly field: keyof Omit<TypedCorrection, 'version'>;
  readonly words: Localized;
  /** What stands in the register now; empty when nothing does. */
  readonly now: string;
  /** What was sent; empty to remove. */
  readonly sent: string;
}

export type CorrectionOutcome =
  | { readonly kind: 'corrected'; readonly person: Person }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | { readonly kind: 'identity-of-another' }
  | { readonly kind: 'phone-of-another' }
  /** Somebody else corrected this person meanwhile: the record as it stands, and where it differs from what was sent. */
  | { readonly kind: 'stale'; readonly now: Person; readonly differences: readonly Difference[] };

/** Corrects a person at the counter, at the person's own request. Answers show the record, so it is a look, even when nothing is saved. */
export async function correctPerson(
  house: House,
  acting: StaffActing,
  id: PersonId,
  typed: TypedCorrection,
): Promise<CorrectionOutcome> {
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const person = await finding.personById(trx, acting.county, house.keysOf(acting.county), id);
    if (person === undefined) return { kind: 'not-found' };
    await recordLook(trx, acting, lookAt(house, person));
    if (person.version !== typed.version) return stale(person, typed);
    const read = readCorrection(house, person, typed);
    if (read.kind === 'faults') return read;
    const outcome = await store.correctPerson(trx, acting.county, house.keysOf(acting.county), person, read.correction);
    switch (outcome.kind) {
      case 'identity-of-another':
      case 'phone-of-another':
        return outcome;
      case 'stale':
        return stale(await present(trx, house, acting.county, id), typed);
      case 'kept': {
        const detail = { fields: Object.keys(read.correction) };
        await recordAudit(trx, acting, {
          at: house.clock.now(),
          act: 'person.corrected',
          subjectKind: 'person',
          subjectId: id,
          detail,
        });
        return { kind: 'corrected', person: await present(trx, house, acting.county, id) };
      }
    }
  });
}

function lookAt(house: House, { id, familyId, residence }: Person) {
  return { at: house.clock.now(), personId: id, familyId, residence: residence.code, what: lookAtRecord };
}

async function present(trx: Transaction<Tables>, house: House, county: County, id: PersonId): Promise<Person> {
  const person = await finding.personById(trx, county, house.keysOf(county), id);
  if (person === undefined) throw new Error('A person who was just there is there');
  return person;
}

const fieldWords: Record<Difference['field'], Localized> = {
  name: inEveryLanguage(words, (w) => w.correct.field),
  birth: inEveryLanguage(words, (w) => w.correct.birth),
  identity: inEveryLanguage(words, (w) => w.correct.identity),
  phone: inEveryLanguage(words, (w) => w.correct.phone),
  nationality: inEveryLanguage(words, (w) => w.correct.nationality),
  diedOn: inEveryLanguage(words, (w) => w.correct.diedOn),
};

const fields = Object.keys(fieldWords) as Difference['field'][];

function stale(now: Person, typed: TypedCorrection): CorrectionOutcome {
  const differences = fields
    .filter((field) => typed[field] !== undefined && (typed[field] ?? '') !== (now[field] ?? ''))
    .map((field) => ({ field, words: fieldWords[field], now: now[field] ?? '', sent: typed[field] ?? '' }));
  return { kind: 'stale', now, differences };
}

/** The person as they would stand is checked whole, so that a corrected birthday still fits the identity number. */
function readCorrection(
  house: House,
  person: Person,
  typed: TypedCorrection,
): { kind: 'correction'; correction: store.Correction } | { kind: 'faults'; faults: readonly Fault[] } {
  const today = house.clock.today();
  const merged = (field: 'identity' | 'phone' | 'nationality'): string | undefined =>
    typed[field] === undefined ? person[field] : (typed[field] ?? undefined);
  const checked = checkPerson(
    {
      name: typed.name ?? person.name,
      birth: typed.birth ?? person.birth,
      identity: merged('identity'),
      phone: merged('phone'),
      nationality: merged('nationality'),
    },
    today,
  );
  const birth = checked.kind === 'person' ? checked.person.birth : person.birth;
  const died = typed.diedOn === undefined || typed.diedOn === null ? undefined : readDeath(typed.diedOn, birth, today);
  const faults = [
    ...(checked.kind === 'faults' ? checked.faults : []),
    ...(died?.kind === 'fault' ? [died.fault] : []),
  ];
  if (checked.kind === 'faults' || faults.length > 0) return { kind: 'faults', faults };
  const { name, identity, phone, nationality } = checked.person;
  const correction: store.Correction = {
    ...(typed.name === undefined ? {} : { name }),
    ...(typed.birth === undefined ? {} : { birth }),
    ...(typed.identity === undefined ? {} : { identity: identity ?? null }),
    ...(typed.phone === undefined ? {} : { phone: phone ?? null }),
    ...(typed.nationality === undefined ? {} : { nationality: nationality ?? null }),
    ...(typed.diedOn === undefined ? {} : { diedOn: died?.kind === 'read' ? died.value : null }),
  };
  return { kind: 'correction', correction };
}

export type AccountOutcome =
  | { readonly kind: 'entered'; readonly accountId: AccountId; readonly warnings: readonly Localized[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/**
 * Enters another account for a person, in the caller's transaction: how a returned payment is corrected (the payments desk points the
 * payment to it). A family may do so for its own people.
 */
export async function enterAccount(
  trx: Transaction<Tables>,
  house: House,
  acting: StaffActing | FamilyActing,
  owner: PersonId,
  typed: TypedAccount,
): Promise<AccountOutcome> {
  const person = await finding.personById(trx, acting.county, house.keysOf(acting.county), owner);
  if (person === undefined) return { kind: 'not-found' };
  const checked = checkAccount(typed, person.name);
  if (checked.kind === 'faults') return checked;
  const at = house.clock.now();
  const entry = {
    id: newId<'account'>(),
    owner: person,
    residence: person.residence.code,
    account: checked.account,
    at,
  };
  const accountId = await store.addAccount(trx, acting.county, house.keysOf(acting.county), entry);
  await recordAudit(trx, acting, { at, act: 'account.entered', subjectKind: 'account', subjectId: accountId });
  return { kind: 'entered', accountId, warnings: checked.warnings };
}
