import type { Transaction } from '../../../building/database/transaction.ts';
import type { Keys } from '../../../building/identity/keys.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { County } from '../../../values/division.ts';
import type { AccountId } from '../../../values/id.ts';
import { openNumber } from '../register/sealing.ts';
import { labelsOf, type SealedPayee, sealedPayees } from './payees-store.ts';

// What the desk that pays may read of accounts: many at once, and each look is written down by whoever asks (office/hall/record.ts).

/** An account that money goes to, its number opened. */
export interface Payee extends Omit<SealedPayee, 'sealed'> {
  readonly number: string;
}

/** The accounts of these ids that the acting duty may see. */
export async function openedPayees(
  trx: Transaction<Tables>,
  county: County,
  keys: Keys,
  accountIds: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, Payee>> {
  const rows = await sealedPayees(trx, county, accountIds);
  return new Map(
    rows.map(({ sealed, ...row }) => [row.accountId, { ...row, number: openNumber(keys, row.accountId, sealed) }]),
  );
}

/** How accounts are called on screens: the bank and the last four digits. */
export async function accountLabels(
  trx: Transaction<Tables>,
  county: County,
  accountIds: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, { readonly bank: string; readonly last4: string }>> {
  return labelsOf(trx, county, accountIds);
}
