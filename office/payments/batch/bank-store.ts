import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { County } from '../../../values/division.ts';
import { type BankLayout, bankLayout, type Payer, payer, standardLayout } from './bank-profile.ts';

type Trx = Transaction<Tables>;

/** How the county's bank wants its files. Throws when the stored layout is not one: no file is better than a wrong one. */
export async function layoutOf(trx: Trx, county: County): Promise<BankLayout> {
  const row = await trx
    .selectFrom('bankProfile')
    .select('layout')
    .where('county', '=', county)
    .where('key', '=', 'default')
    .executeTakeFirst();
  return row === undefined || row.layout === null ? standardLayout : bankLayout.parse(row.layout);
}

/** The account from which the county's bank pays; undefined while nobody has entered one. Throws when what is stored is none. */
export async function payerOf(trx: Trx, county: County): Promise<Payer | undefined> {
  const row = await trx
    .selectFrom('bankProfile')
    .select('payer')
    .where('county', '=', county)
    .where('key', '=', 'default')
    .executeTakeFirst();
  return row && payer.parse(row.payer);
}

/** Enters the account from which the county's bank pays, in the place of the one before. */
export async function putPayer(trx: Trx, county: County, pays: Payer): Promise<void> {
  const row = { payer: JSON.stringify(pays) };
  await trx
    .insertInto('bankProfile')
    .values({ county, key: 'default', ...row })
    .onConflict((conflict) => conflict.columns(['county', 'key']).doUpdateSet(row))
    .execute();
}
