import { words } from '../words/made/all.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { House } from '../../hall/house.ts';
import { type Telling, tell } from '../../notices/tell.ts';
import type { StaffActing } from '../../hall/who/acting.ts';
import { returnReasonOf } from './return-reason.ts';
import type { SettledPayment } from '../store.ts';

/** How many families one statement tells. */
const atOnce = 1000;

/** Tells each family of a settled batch that its money arrived, or that the bank sent it back and what to do. */
export async function tellOfSettlement(
  trx: Transaction<Tables>,
  house: House,
  acting: StaffActing,
  settled: readonly SettledPayment[],
): Promise<void> {
  const tellings = settled.map(tellingOf);
  for (let from = 0; from < tellings.length; from += atOnce)
    await tell(trx, house, acting, tellings.slice(from, from + atOnce));
}

function tellingOf(payment: SettledPayment): Telling {
  const { payeeId: personId, familyId, residence, matter, outcome } = payment;
  return { personId, familyId, residence, matter, kind: `payment.${outcome.outcome}`, words: settlementWords(payment) };
}

/** What a family is told about its money: short, and without amount or account, for it is read on a lock screen too. */
function settlementWords({ outcome, purpose }: Pick<SettledPayment, 'outcome' | 'purpose'>): Localized {
  if (outcome.outcome === 'paid') {
    return inEveryLanguage(words, (w, inOwn) => w.tell.moneyHasArrivedSeeUnder({ purpose: inOwn(purpose) }));
  }
  const { reason, advice } = returnReasonOf(outcome.reason);
  return inEveryLanguage(words, (w, inOwn) =>
    w.tell.moneyCouldNotPaidKept({ purpose: inOwn(purpose), reason: inOwn(reason), advice: inOwn(advice) }),
  );
}
