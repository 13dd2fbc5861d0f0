import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { AccountId, FamilyId, PersonId } from '../../../values/id.ts';
import type { Localized } from '../../../values/language.ts';
import type { Family, Person } from '../../families/case.ts';
import type { BenefitsHouse } from '../house.ts';
import type { Application } from '../contract/apply.ts';
import type { CaseActing } from '../review/one-act.ts';
import { familyWithin, personWithin } from '../../families/find/record.ts';
import { enter, type EntryRefusal } from '../../families/register/register.ts';

type Trx = Transaction<Tables>;

/** Whom an application is about, all of them in the register. */
export interface Settled {
  readonly kind: 'settled';
  readonly family: Family;
  readonly subject: Person;
  readonly applicant: PersonId;
  readonly account: AccountId;
  /** Who acts from now on: a family that has just entered itself is known. */
  readonly acting: CaseActing;
  /** What should be looked at again, such as an account number whose check digit is wrong. */
  readonly warnings: readonly Localized[];
}

export type NotSettled =
  | EntryRefusal
  /** No such person within the acting person's sight. */
  | { readonly kind: 'no-such-person' }
  /** The applicant is neither the subject nor a parent or guardian of it. */
  | { readonly kind: 'not-a-caregiver' }
  /** The account is closed, or neither the applicant's nor the subject's. */
  | { readonly kind: 'no-such-account' };

/** Finds the people and the account of an application, and enters those that are new. After a refusal the caller undoes its transaction. */
export async function settlePeople(
  trx: Trx,
  house: BenefitsHouse,
  acting: CaseActing,
  application: Application,
): Promise<Settled | NotSettled> {
  const known = await knownFamily(trx, house, acting, application);
  const entered = await enterNew(trx, house, acting, application, known);
  if (entered.kind !== 'entered') return entered;
  const { subject: subjectId, applicant, account, familyId } = entered;
  const family = entered.wrote || known === undefined ? await familyWithin(trx, house, acting.county, familyId) : known;
  const subject = family?.people.find(({ id }) => id === subjectId);
  if (family === undefined || subject === undefined || applicant === undefined) return { kind: 'no-such-person' };
  if (!family.people.some(({ id }) => id === applicant)) return { kind: 'no-such-person' };
  if (relationOf(family, applicant, subject.id) === 'none') return { kind: 'not-a-caregiver' };
  const own = family.accounts.find(
    ({ id, personId }) => id === account && (personId === applicant || personId === subject.id),
  );
  if (own === undefined) return { kind: 'no-such-account' };
  return {
    kind: 'settled',
    family,
    subject,
    applicant,
    account: own.id,
    acting: entered.acting,
    warnings: entered.warnings,
  };
}

/** The household that the application names; undefined while nobody of it is in the register. */
async function knownFamily(
  trx: Trx,
  house: BenefitsHouse,
  acting: CaseActing,
  { subject, applicant }: Application,
): Promise<Family | undefined> {
  if (acting.kind === 'family') return acting.family && familyWithin(trx, house, acting.county, acting.family);
  const someone = 'id' in applicant ? applicant.id : 'id' in subject ? subject.id : undefined;
  const person = someone && (await personWithin(trx, house, acting.county, someone));
  return person && familyWithin(trx, house, acting.county, person.familyId);
}

type EnteredAll =
  | {
      readonly kind: 'entered';
      readonly familyId: FamilyId;
      readonly subject: PersonId;
      readonly applicant: PersonId | undefined;
      readonly account: AccountId | undefined;
      readonly acting: CaseActing;
      readonly warnings: readonly Localized[];
      readonly wrote: boolean;
    }
  | NotSettled;

/** Enters, in one go, whatever of child, applicant and account is new. */
async function enterNew(
  trx: Trx,
  house: BenefitsHouse,
  acting: CaseActing,
  application: Application,
  known: Family | undefined,
): Promise<EnteredAll> {
  const { subject, applicant, account } = application;
  const ids = {
    subject: 'id' in subject ? subject.id : undefined,
    applicant: 'id' in applicant ? applicant.id : undefined,
    account: 'id' in account ? account.id : undefined,
  };
  if (ids.subject !== undefined && ids.account !== undefined && ids.applicant !== undefined) {
    if (known === undefined) return { kind: 'no-such-person' };
    return { kind: 'entered', familyId: known.id, ...ids, subject: ids.subject, acting, warnings: [], wrote: false };
  }
  // Someone named by id must be there; a known child's new applicant is entered at the counter first, with the link between them.
  const named = ids.subject ?? ids.applicant;
  if ((named !== undefined && known === undefined) || (ids.subject !== undefined && ids.applicant === undefined))
    return { kind: 'no-such-person' };
  const child = 'enter' in subject ? subject.enter : undefined;
  const outcome = await enter(trx, house, acting, {
    familyId: known?.id,
    residence: child?.residence,
    adult: 'enter' in applicant ? applicant.enter : undefined,
    adultId: ids.applicant,
    child,
    link: child?.link,
    account: 'enter' in account ? account.enter : undefined,
  });
  if (outcome.kind !== 'entered') return outcome;
  const subjectId = outcome.childId ?? ids.subject;
  if (subjectId === undefined) throw new Error('A child was entered without an id');
  const people = {
    subject: subjectId,
    applicant: outcome.adultId ?? ids.applicant,
    account: outcome.accountId ?? ids.account,
  };
  return {
    kind: 'entered',
    familyId: outcome.familyId,
    ...people,
    acting: outcome.acting,
    warnings: outcome.warnings,
    wrote: true,
  };
}

/** What the applicant is to the subject, by the register. */
export function relationOf(
  family: Family,
  applicant: PersonId,
  subject: PersonId,
): 'self' | 'parent' | 'guardian' | 'none' {
  if (applicant === subject) return 'self';
  const link = family.kinships.find(({ kind, from, to }) => kind !== 'spouse' && from === applicant && to === subject);
  return link === undefined || link.kind === 'spouse' ? 'none' : link.kind;
}
