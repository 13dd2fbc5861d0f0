import { inTransaction } from '../../../building/database/transaction.ts';
import type { FamilyId } from '../../../values/id.ts';
import { maskedName } from '../../families/case.ts';
import { namesOf } from '../../families/find/look-up.ts';
import { accountLabels } from '../../families/find/payees.ts';
import type { House } from '../../hall/house.ts';
import { settingsOf, type StaffActing } from '../../hall/who/acting.ts';
import type { ReturnedPayments } from '../contract/returns.ts';
import { returnedInSight } from '../overview/family-store.ts';
import { countReturned } from '../overview/overview-store.ts';
import { openReturns } from './return-store.ts';
import { returnReasonOf } from './return-reason.ts';

/** Payments that came back, as tasks: as the bank's batch had them, for those whose work is the money. Names are masked. */
export async function returnedPayments(house: House, acting: StaffActing): Promise<ReturnedPayments> {
  const returns = await inTransaction(house.db, settingsOf(acting), (trx) => openReturns(trx, acting.county));
  return {
    returns: returns.map(({ payee, last4, amountFen, reason, ...rest }) => ({
      ...rest,
      payee: maskedName(payee),
      accountLast4: last4,
      amountFen: amountFen.toString(),
      ...returnReasonOf(reason),
    })),
  };
}

/**
 * The same at the counter: those of the families within the clerk's division, or of one of them, as the register has them. A batch is not
 * the counter's to see, so none is named.
 */
export async function returnedAtCounter(
  house: House,
  acting: StaffActing,
  family?: FamilyId,
): Promise<ReturnedPayments> {
  const { county } = acting;
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const payments = await returnedInSight(trx, county, family);
    const names = await namesOf(
      trx,
      county,
      payments.map(({ payeeId }) => payeeId),
    );
    const labels = await accountLabels(
      trx,
      county,
      payments.map(({ accountId }) => accountId),
    );
    return {
      returns: payments.map(({ id, matter, payeeId, accountId, purpose, amount, returned }) => ({
        paymentId: id,
        matter,
        payee: maskedName(names.get(payeeId) ?? ''),
        bank: labels.get(accountId)?.bank ?? '',
        accountLast4: labels.get(accountId)?.last4 ?? '',
        purpose,
        amountFen: amount.toString(),
        returnedOn: returned.on,
        ...returnReasonOf(returned.reason),
      })),
    };
  });
}

/** How many returned payments wait within the sight of whoever acts. */
export async function returnsWaiting(house: House, acting: StaffActing): Promise<number> {
  return inTransaction(house.db, settingsOf(acting), (trx) => countReturned(trx, acting.county));
}
