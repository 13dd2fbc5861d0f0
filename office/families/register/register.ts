import { words } from '../words/made/all.ts';
import { applySettings, type Transaction } from '../../../building/database/transaction.ts';
import { newId } from '../../../building/identity/new-id.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Division } from '../../../values/division.ts';
import type { AccountId, FamilyId, PersonId } from '../../../values/id.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import { contains, levelOf } from '../../../values/division.ts';
import type { House } from '../../hall/house.ts';
import { recordAudit } from '../../hall/record.ts';
import type { FamilyActing, StaffActing, SystemActing } from '../../hall/who/acting.ts';
import { divisionNamed } from '../../hall/divisions/divisions.ts';
import type { Family } from '../case.ts';
import type { CheckedAccount, CheckedPerson, Person } from '../case.ts';
import { checkAccount, type TypedAccount } from '../typed/account.ts';
import { checkPerson, type TypedPerson } from '../typed/person.ts';
import type { Fault } from '../decide.ts';
import * as finding from '../find/find-store.ts';
import * as store from '../store.ts';

type Trx = Transaction<Tables>;

/** Who may enter people: a clerk at the counter, the family itself, the loader of samples. */
export type Entering = StaffActing | FamilyActing | SystemActing;

/** What is to be entered; any part may be left out. */
export interface Entry {
  /** The family to add to; absent for a new one. A family that acts for itself always adds to its own. */
  readonly familyId?: FamilyId | undefined;
  /** Where a new family lives: a village or neighbourhood. */
  readonly residence?: Division | undefined;
  readonly adult?: TypedPerson | undefined;
  /** A person of the family who is the child's parent or guardian, instead of a new adult. */
  readonly adultId?: PersonId | undefined;
  readonly child?: TypedPerson | undefined;
  /** What the adult is to the child; a parent unless said otherwise. */
  readonly link?: 'parent' | 'guardian' | undefined;
  /** In the adult's name. */
  readonly account?: TypedAccount | undefined;
}

/** A fault at its place in the entry: `adult/identity`. */
export interface PlacedFault extends Omit<Fault, 'field'> {
  readonly at: string;
}

export interface Entered<Acting> {
  readonly kind: 'entered';
  readonly familyId: FamilyId;
  readonly adultId?: PersonId;
  readonly childId?: PersonId;
  readonly accountId?: AccountId;
  readonly warnings: readonly Localized[];
  /** Who acts from now on: a family that has just entered itself is known. */
  readonly acting: Acting;
}

export type EntryRefusal =
  | { readonly kind: 'faults'; readonly faults: readonly PlacedFault[] }
  | { readonly kind: 'no-such-family' }
  | { readonly kind: 'identity-of-another'; readonly at: 'adult' | 'child' }
  | { readonly kind: 'phone-of-another'; readonly at: 'adult' | 'child' };

/**
 * Enters a family, a person, an account, in the caller's transaction. A refusal leaves nothing behind, and the caller's transaction goes
 * on.
 */
export async function enter<Acting extends Entering>(
  trx: Trx,
  house: House,
  acting: Acting,
  entry: Entry,
): Promise<Entered<Acting> | EntryRefusal> {
  const family = await familyToAddTo(trx, house, acting, entry);
  if (family === 'no-such-family') return { kind: 'no-such-family' };
  const checked = await checkEntry(trx, house, acting, entry, family);
  if (checked.kind === 'faults') return checked;
  return write(trx, house, acting, checked.entry);
}

async function familyToAddTo(
  trx: Trx,
  house: House,
  acting: Entering,
  entry: Entry,
): Promise<Family | undefined | 'no-such-family'> {
  const id = acting.kind === 'family' ? acting.family : entry.familyId;
  if (id === undefined) return undefined;
  return (await finding.familyById(trx, acting.county, house.keysOf(acting.county), id)) ?? 'no-such-family';
}

/** An entry of which everything has been checked. */
interface CheckedEntry {
  readonly family: Family | undefined;
  readonly residence: Division;
  readonly adult: CheckedPerson | undefined;
  readonly knownAdult: Person | undefined;
  readonly child: CheckedPerson | undefined;
  readonly link: 'parent' | 'guardian';
  readonly account: CheckedAccount | undefined;
  readonly warnings: readonly Localized[];
}

async function checkEntry(
  trx: Trx,
  house: House,
  acting: Entering,
  entry: Entry,
  family: Family | undefined,
): Promise<{ kind: 'checked'; entry: CheckedEntry } | { kind: 'faults'; faults: readonly PlacedFault[] }> {
  const today = house.clock.today();
  const faults: PlacedFault[] = [];
  const residence = family?.residence.code ?? (await readResidence(trx, acting, entry.residence, faults));
  const adult =
    entry.adult === undefined ? undefined : readPerson('adult', withOwnPhone(acting, entry.adult), today, faults);
  const child = entry.child === undefined ? undefined : readPerson('child', entry.child, today, faults);
  const knownAdult = family?.people.find((person) => person.id === (entry.adultId ?? ownIdOf(acting)));
  const adultName = adult?.name ?? knownAdult?.name;
  if (adultName === undefined && entry.adult === undefined) faults.push(noAdult);
  if (adult !== undefined && child !== undefined && child.birth <= adult.birth) faults.push(childIsOlder);
  const account =
    entry.account === undefined ? undefined : checkAccount(entry.account, adultName ?? entry.account.holderName);
  if (account?.kind === 'faults') faults.push(...account.faults.map((fault) => placed('account', fault)));
  if (faults.length > 0 || residence === undefined) return { kind: 'faults', faults };
  return {
    kind: 'checked',
    entry: {
      family,
      residence,
      adult,
      knownAdult: adult === undefined ? knownAdult : undefined,
      child,
      link: entry.link ?? 'parent',
      account: account?.kind === 'account' ? account.account : undefined,
      warnings: account?.kind === 'account' ? account.warnings : [],
    },
  };
}

/** Whoever enters themselves is entered with the phone that proved itself, whatever they typed: it is the key to their record. */
function withOwnPhone(acting: Entering, adult: TypedPerson): TypedPerson {
  return acting.kind === 'family' && acting.phone !== undefined ? { ...adult, phone: acting.phone } : adult;
}

function readPerson(
  at: 'adult' | 'child',
  typed: TypedPerson,
  today: Parameters<typeof checkPerson>[1],
  faults: PlacedFault[],
): CheckedPerson | undefined {
  const checked = checkPerson(typed, today);
  if (checked.kind === 'person') return checked.person;
  faults.push(...checked.faults.map((fault) => placed(at, fault)));
  return undefined;
}

async function readResidence(
  trx: Trx,
  acting: Entering,
  residence: Division | undefined,
  faults: PlacedFault[],
): Promise<Division | undefined> {
  const inside = residence !== undefined && residence.startsWith(acting.county) && levelOf(residence) === 'village';
  if (!inside || (await divisionNamed(trx, residence)) === undefined) {
    faults.push({
      at: 'residence',
      code: 'residence-unknown',
      words: inEveryLanguage(words, (w) => w.register.pleaseChooseDownVillageNeighbourhood),
    });
    return undefined;
  }
  if (acting.kind === 'staff' && !contains(acting.division, residence)) {
    faults.push({
      at: 'residence',
      code: 'residence-elsewhere',
      words: inEveryLanguage(words, (w) => w.register.placeServedAnotherOfficesCounter),
    });
    return undefined;
  }
  return residence;
}

function ownIdOf(acting: Entering): PersonId | undefined {
  return acting.kind === 'family' ? acting.who : undefined;
}

function placed(at: string, { field, code, words }: Fault): PlacedFault {
  return { at: `${at}/${field}`, code, words };
}

const noAdult: PlacedFault = {
  at: 'adult',
  code: 'no-adult',
  words: inEveryLanguage(words, (w) => w.register.noAdult),
};

const childIsOlder: PlacedFault = {
  at: 'child/birth',
  code: 'child-is-older',
  words: inEveryLanguage(words, (w) => w.register.childIsOlder),
};

async function write<Acting extends Entering>(
  trx: Trx,
  house: House,
  acting: Acting,
  entry: CheckedEntry,
): Promise<Entered<Acting> | EntryRefusal> {
  let writing: 'adult' | 'child' = 'adult';
  const outcome = await store.keepingNumbers(trx, async () => {
    const familyId = entry.family?.id ?? (await writeFamily(trx, house, acting, entry.residence));
    const adultId =
      entry.adult === undefined
        ? entry.knownAdult?.id
        : await writePerson(trx, house, acting, familyId, entry.residence, entry.adult);
    const known =
      entry.family === undefined ? await nameFamily(trx, acting, familyId, adultId, entry.adult?.name) : acting;
    writing = 'child';
    const childId =
      entry.child === undefined
        ? undefined
        : await writePerson(trx, house, known, familyId, entry.residence, entry.child);
    if (adultId !== undefined && childId !== undefined) {
      const link = { kind: entry.link, from: adultId, to: childId, familyId, residence: entry.residence };
      await store.addKinship(trx, acting.county, link);
    }
    const accountId = await writeAccount(trx, house, known, entry, { familyId, adultId });
    return {
      kind: 'entered' as const,
      familyId,
      ...(adultId === undefined ? {} : { adultId }),
      ...(childId === undefined ? {} : { childId }),
      ...(accountId === undefined ? {} : { accountId }),
      warnings: entry.warnings,
      acting: known,
    };
  });
  return outcome.kind === 'kept' ? outcome.value : { kind: outcome.kind, at: writing };
}

async function writeFamily(trx: Trx, house: House, acting: Entering, residence: Division): Promise<FamilyId> {
  const id = newId<'family'>();
  // From here on the row-level policies know the family as its own.
  if (acting.kind === 'family') await applySettings(trx, { family: id });
  await store.addFamily(trx, acting.county, { id, residence, at: house.clock.now() });
  return id;
}

async function writePerson(
  trx: Trx,
  house: House,
  acting: Entering,
  familyId: FamilyId,
  residence: Division,
  person: CheckedPerson,
): Promise<PersonId> {
  const id = newId<'person'>();
  const at = house.clock.now();
  await store.addPerson(trx, acting.county, house.keysOf(acting.county), { id, familyId, residence, person, at });
  await recordAudit(trx, acting, { at, act: 'person.entered', subjectKind: 'person', subjectId: id });
  return id;
}

/** A family that has just entered itself is known from now on: to the row-level policies and to the acts that follow. */
async function nameFamily<Acting extends Entering>(
  trx: Trx,
  acting: Acting,
  family: FamilyId,
  adult: PersonId | undefined,
  name: string | undefined,
): Promise<Acting> {
  if (acting.kind !== 'family' || adult === undefined) return acting;
  await applySettings(trx, { who: adult });
  return { ...acting, who: adult, family, ...(name === undefined ? {} : { name }) };
}

async function writeAccount(
  trx: Trx,
  house: House,
  acting: Entering,
  entry: CheckedEntry,
  owner: { familyId: FamilyId; adultId: PersonId | undefined },
): Promise<AccountId | undefined> {
  const { account } = entry;
  if (account === undefined || owner.adultId === undefined) return undefined;
  const at = house.clock.now();
  const accountId = await store.addAccount(trx, acting.county, house.keysOf(acting.county), {
    id: newId<'account'>(),
    owner: { id: owner.adultId, familyId: owner.familyId },
    residence: entry.residence,
    account,
    at,
  });
  await recordAudit(trx, acting, { at, act: 'account.entered', subjectKind: 'account', subjectId: accountId });
  return accountId;
}

/**
 * What a refused entry tells whoever stands at the counter, and what it tells a family on its own phone: there, nothing about other people.
 */
export function entryRefusalWords(refusal: Exclude<EntryRefusal, { kind: 'faults' }>, acting: Entering): Localized {
  if (acting.kind === 'family') return comeToTheCounter;
  switch (refusal.kind) {
    case 'identity-of-another':
      return inEveryLanguage(words, (w) => w.register.identityOfAnother);
    case 'phone-of-another':
      return inEveryLanguage(words, (w) => w.register.phoneOfAnother);
    case 'no-such-family':
      return inEveryLanguage(words, (w) => w.register.noSuchFamily);
  }
}

/** One sentence for every number that can't be entered on a phone, so that it tells nothing about anyone. */
export const comeToTheCounter: Localized = inEveryLanguage(words, (w) => w.register.comeToTheCounter);
