import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import { type Division, rangeOf } from '../../../values/division.ts';
import type { DivisionName } from '../who/session.ts';

type Trx = Transaction<Tables>;

/** The division and everything within it, by code. */
export async function divisionsWithin(trx: Trx, division: Division): Promise<readonly DivisionName[]> {
  const { from, to } = rangeOf(division);
  const rows = await trx
    .selectFrom('division')
    .selectAll()
    .where('code', '>=', from)
    .where('code', '<=', to)
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ code: row.code as Division, name: row.name }));
}

/** A division with its name; undefined when the county has none of that code. */
export async function divisionByCode(trx: Trx, code: Division): Promise<DivisionName | undefined> {
  const row = await trx.selectFrom('division').selectAll().where('code', '=', code).executeTakeFirst();
  return row === undefined ? undefined : { code, name: row.name };
}
