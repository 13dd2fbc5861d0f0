import { words } from './words/made/all.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import { inEveryLanguage, type Localized } from '../../values/language.ts';
import type { StaffActing } from './who/acting.ts';
import type { Matter } from './who/matter.ts';
import type { StepIntroduced } from './who/step.ts';

/** What a second hand of one person in one matter gets told. */
export const nobodyActsTwiceWords: Localized = inEveryLanguage(words, (w) => w.hands.nobodyActsTwice);

/**
 * Lends a staff member's hand to matters, inside the caller's transaction. Nobody acts at two steps of one matter: when one of them
 * already knows this hand at another step, nothing is written and those matters are named. The same hand at the same step is no second hand: money that
 * came back is released again by whoever released it. The same act at the same moment on two screens runs into the
 * constraint `nobody_acts_twice_on_one_matter`, which undoes the whole transaction.
 */
export async function lendHand(
  trx: Transaction<Tables>,
  acting: StaffActing,
  matters: readonly Matter[],
  { key: step }: StepIntroduced,
): Promise<{ readonly kind: 'lent' } | { readonly kind: 'nobody-acts-twice'; readonly matters: readonly Matter[] }> {
  const { rows } = await sql<Matter>`
    with wanted as (
      select distinct * from unnest(${matters.map(({ kind }) => kind)}::text[], ${matters.map(({ id }) => id)}::uuid[]) as w (kind, id)
    ),
    known as (
      select wanted.kind, wanted.id from hand join wanted on wanted.kind = hand.matter_kind and wanted.id = hand.matter_id
      where hand.county = ${acting.county} and hand.staff_id = ${acting.who} and hand.step <> ${step}
    ),
    lent as (
      insert into hand (county, matter_kind, matter_id, staff_id, step)
      select ${acting.county}, kind, id, ${acting.who}, ${step} from wanted where not exists (select from known)
      on conflict (county, matter_kind, matter_id, staff_id, step) do nothing
    )
    select kind, id from known`.execute(trx);
  return rows.length === 0 ? { kind: 'lent' } : { kind: 'nobody-acts-twice', matters: rows };
}
