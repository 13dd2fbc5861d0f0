import { sql } from 'kysely';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { County, Division } from '../../../values/division.ts';
import type { AccountId, FamilyId, PersonId } from '../../../values/id.ts';

type Trx = Transaction<Tables>;

/** An account that money goes to, its number sealed. */
export interface SealedPayee {
  readonly accountId: AccountId;
  readonly personId: PersonId;
  readonly familyId: FamilyId;
  readonly residence: Division;
  readonly bank: string;
  readonly holderName: string;
  readonly sealed: Buffer;
  readonly last4: string;
  /** Money goes to open accounts of the living alone. */
  readonly standing: 'open' | 'closed' | 'holder-died';
}

/** The accounts of these ids that the acting duty may see. */
export async function sealedPayees(
  trx: Trx,
  county: County,
  accountIds: readonly AccountId[],
): Promise<readonly SealedPayee[]> {
  const { rows } = await sql<SealedPayee>`
    select a.id as account_id, a.person_id, a.family_id, a.residence, a.bank, a.holder_name, a.number_sealed as sealed, a.number_last4 as last4,
      case when p.died_on is not null then 'holder-died' when a.closed_at is not null then 'closed' else 'open' end as standing
    from account a join person p on p.county = a.county and p.id = a.person_id
    where a.county = ${county} and a.id = any(${[...new Set(accountIds)]}::uuid[])`.execute(trx);
  return rows;
}

/** How accounts are called on screens: the bank and the last four digits. */
export async function labelsOf(
  trx: Trx,
  county: County,
  accountIds: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, { readonly bank: string; readonly last4: string }>> {
  const { rows } = await sql<{ id: AccountId; bank: string; last4: string }>`
    select id, bank, number_last4 as last4 from account
    where county = ${county} and id = any(${[...new Set(accountIds)]}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, bank, last4 }) => [id, { bank, last4 }]));
}
