import { sql } from 'kysely';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Keys } from '../../../building/identity/keys.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { County, Division } from '../../../values/division.ts';
import type { AccountId, FamilyId, PersonId } from '../../../values/id.ts';
import { openNumber } from '../register/sealing.ts';

// What the desk that pays may read of accounts: many at once, and each look is written down by whoever asks (office/hall/record.ts).

/** An account that money goes to, its number opened. */
export interface Payee {
  readonly accountId: AccountId;
  readonly personId: PersonId;
  readonly familyId: FamilyId;
  readonly residence: Division;
  readonly bank: string;
  readonly holderName: string;
  readonly number: string;
  readonly last4: string;
  /** Money goes to open accounts of the living alone. */
  readonly standing: 'open' | 'closed' | 'holder-died';
}

/** The accounts of these ids that the acting duty may see. */
export async function payeesOf(
  trx: Transaction<Tables>,
  county: County,
  keys: Keys,
  accountIds: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, Payee>> {
  const { rows } = await sql<Omit<Payee, 'number'> & { sealed: Buffer }>`
    select a.id as account_id, a.person_id, a.family_id, a.residence, a.bank, a.holder_name, a.number_sealed as sealed, a.number_last4 as last4,
      case when p.died_on is not null then 'holder-died' when a.closed_at is not null then 'closed' else 'open' end as standing
    from account a join person p on p.county = a.county and p.id = a.person_id
    where a.county = ${county} and a.id = any(${[...new Set(accountIds)]}::uuid[])`.execute(trx);
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
  const { rows } = await sql<{ id: AccountId; bank: string; last4: string }>`
    select id, bank, number_last4 as last4 from account
    where county = ${county} and id = any(${[...new Set(accountIds)]}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, bank, last4 }) => [id, { bank, last4 }]));
}
