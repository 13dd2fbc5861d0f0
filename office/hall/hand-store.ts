import { sql } from 'kysely';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { County } from '../../values/division.ts';
import type { StaffId } from '../../values/id.ts';
import type { Matter } from './who/matter.ts';

/** Writes a hand in each of the matters, unless one of them knows it at another step: those are told, and nothing is written. */
export async function addHands(
  trx: Transaction<Tables>,
  { county, staffId, step }: { readonly county: County; readonly staffId: StaffId; readonly step: string },
  matters: readonly Matter[],
): Promise<readonly Matter[]> {
  const { rows } = await sql<Matter>`
    with wanted as (
      select distinct * from unnest(${matters.map(({ kind }) => kind)}::text[], ${matters.map(({ id }) => id)}::uuid[]) as w (kind, id)
    ),
    known as (
      select wanted.kind, wanted.id from hand join wanted on wanted.kind = hand.matter_kind and wanted.id = hand.matter_id
      where hand.county = ${county} and hand.staff_id = ${staffId} and hand.step <> ${step}
    ),
    lent as (
      insert into hand (county, matter_kind, matter_id, staff_id, step)
      select ${county}, kind, id, ${staffId}, ${step} from wanted where not exists (select from known)
      on conflict (county, matter_kind, matter_id, staff_id, step) do nothing
    )
    select kind, id from known`.execute(trx);
  return rows;
}
