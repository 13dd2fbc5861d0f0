import type { County } from '../../../values/division.ts';
import { inTransaction, type Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { AccountId, PaymentId, PersonId } from '../../../values/id.ts';
import type { Localized } from '../../../values/language.ts';
import type { TypedAccount } from '../../families/typed/account.ts';
import { accountWithin } from '../../families/find/record.ts';
import { enter, entryRefusalWords, type PlacedFault } from '../../families/register/register.ts';
import type { House } from '../../hall/house.ts';
import { recordAudit, recordLook } from '../../hall/record.ts';
import { type FamilyActing, settingsOf, type StaffActing } from '../../hall/who/acting.ts';
import { lookAtAccount } from '../who/steps.ts';
import { holdReturned, type KeptPayment, payAgain, paymentById } from '../overview/family-store.ts';

/** Where a returned payment shall go: an account the register knows, or a new one in the recipient's own name. */
export type CorrectedAccount = { readonly accountId: AccountId } | TypedAccount;

export type Corrected =
  | { readonly kind: 'corrected'; readonly payment: KeptPayment }
  | { readonly kind: 'no-such-payment' }
  /** It is on its way, or has arrived, or was corrected a moment ago. */
  | { readonly kind: 'not-returned' }
  | { readonly kind: 'no-such-account' }
  | { readonly kind: 'faults'; readonly faults: readonly PlacedFault[] }
  | { readonly kind: 'entry-refused'; readonly words: Localized };

/** A returned payment goes due again, to a corrected account. The family does it itself, or a clerk at the counter for it. */
export async function correctAccount(
  house: House,
  acting: FamilyActing | StaffActing,
  paymentId: PaymentId,
  to: CorrectedAccount,
): Promise<Corrected> {
  const at = house.clock.now();
  return inTransaction(house.db, settingsOf(acting), async (trx): Promise<Corrected> => {
    const payment = await paymentById(trx, acting.county, paymentId);
    if (payment === undefined) return { kind: 'no-such-payment' };
    // Held before a new account is written, so that a second tab writes none.
    if (!(await holdReturned(trx, acting.county, paymentId))) return { kind: 'not-returned' };
    const account =
      'accountId' in to
        ? await knownAccount(trx, acting.county, payment, to.accountId)
        : await newAccount(trx, house, acting, payment, to);
    if ('kind' in account) return account;
    await payAgain(trx, acting.county, payment, account);
    if (acting.kind === 'staff') {
      const { familyId, residence, matter } = payment;
      await recordLook(trx, acting, {
        at,
        personId: account.payeeId,
        familyId,
        residence,
        what: lookAtAccount,
        matter,
      });
    }
    await recordAudit(trx, acting, { at, act: 'payment.corrected', subjectKind: 'payment', subjectId: paymentId });
    const corrected = await paymentById(trx, acting.county, paymentId);
    if (corrected === undefined) throw new Error('A payment that was corrected is there');
    return { kind: 'corrected', payment: corrected };
  });
}

interface Destination {
  readonly accountId: AccountId;
  readonly payeeId: PersonId;
}

async function knownAccount(
  trx: Transaction<Tables>,
  county: County,
  { familyId }: KeptPayment,
  accountId: AccountId,
): Promise<Destination | { kind: 'no-such-account' }> {
  const account = await accountWithin(trx, county, accountId);
  if (account === undefined || account.familyId !== familyId) return { kind: 'no-such-account' };
  return { accountId, payeeId: account.personId };
}

async function newAccount(
  trx: Transaction<Tables>,
  house: House,
  acting: FamilyActing | StaffActing,
  { familyId, payeeId }: KeptPayment,
  account: TypedAccount,
): Promise<Destination | Extract<Corrected, { kind: 'faults' | 'entry-refused' }>> {
  const entered = await enter(trx, house, acting, { familyId, adultId: payeeId, account });
  if (entered.kind === 'faults') return entered;
  if (entered.kind !== 'entered') return { kind: 'entry-refused', words: entryRefusalWords(entered, acting) };
  if (entered.accountId === undefined) throw new Error('An account that was entered has its id');
  return { accountId: entered.accountId, payeeId };
}
