import { sql } from 'kysely';
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

/** Those of the divisions that there are, with their names. */
export async function divisionsByCode(trx: Trx, codes: readonly Division[]): Promise<readonly DivisionName[]> {
  const named = sql<boolean>`code = any(${[...new Set(codes)]})`;
  const rows = await trx.selectFrom('division').selectAll().where(named).execute();
  return rows.map((row) => ({ code: row.code as Division, name: row.name }));
}
