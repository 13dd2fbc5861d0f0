import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import { shortYuanText } from '../../values/fen.ts';
import type { Bilingual } from '../../values/language.ts';
import type { House } from '../house.ts';
import type { StaffActing } from '../staff/acting.ts';
import { returnReasonOf } from './return-reason.ts';
import type { SettledPayment } from './store.ts';

/** Tells each family of a settled batch that its money arrived, or that the bank sent it back and what to do. */
export async function tellOfSettlement(
  _trx: Transaction<Tables>,
  _house: House,
  _acting: StaffActing,
  _settled: readonly SettledPayment[],
): Promise<void> {}

/** What a family is told about its line. */
export function settlementWords({ outcome, purpose, amount, last4 }: SettledPayment): Bilingual {
  const yuan = shortYuanText(amount);
  if (outcome.outcome === 'paid') {
    return {
      zh: `${purpose.zh} ${yuan} 元已于 ${outcome.settledOn} 发到您尾号 ${last4} 的账户。`,
      en: `${purpose.en}: ${yuan} yuan reached your account ending in ${last4} on ${outcome.settledOn}.`,
    };
  }
  const { reason, advice } = returnReasonOf(outcome.reason);
  return {
    zh: `${purpose.zh} ${yuan} 元没有发到您尾号 ${last4} 的账户：${reason.zh}。${advice.zh}钱还在，改好账户后会再发一次。`,
    en: `${purpose.en}: ${yuan} yuan could not be paid to your account ending in ${last4}: ${reason.en}. ${advice.en} The money is kept and paid again once the account is mended.`,
  };
}
