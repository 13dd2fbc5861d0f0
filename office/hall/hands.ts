import { words } from './words/made/all.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { CaseId } from '../../values/id.ts';
import { inEveryLanguage, type Localized } from '../../values/language.ts';
import type { StaffActing } from './who/acting.ts';

/** At which step somebody had a hand in a case. */
export type HandStep = 'receive' | 'review' | 'confirm' | 'release-funds' | 'pay-out';

/** What a second hand of one person in one case gets told. */
export const nobodyActsTwiceWords: Localized = inEveryLanguage(words, (w) => w.hands.nobodyActsTwice);

/**
 * Lends a staff member's hand to cases, inside the caller's transaction. Nobody acts at two steps of one case: when one of the cases
 * already knows this hand at another step, nothing is written and those cases are named. The same hand at the same step is no second hand: money that
 * came back is released again by whoever released it. The same act at the same moment on two screens runs into the
 * constraint `nobody_acts_twice_on_one_case`, which undoes the whole transaction.
 */
export async function lendHand(
  trx: Transaction<Tables>,
  acting: StaffActing,
  caseIds: readonly CaseId[],
  step: HandStep,
): Promise<{ readonly kind: 'lent' } | { readonly kind: 'nobody-acts-twice'; readonly caseIds: readonly CaseId[] }> {
  const { rows } = await sql<{ caseId: CaseId }>`
    with wanted as (select distinct unnest(${[...caseIds]}::uuid[]) as id),
    known as (
      select case_id from case_hand join wanted on wanted.id = case_hand.case_id
      where case_hand.county = ${acting.county} and case_hand.staff_id = ${acting.who} and case_hand.step <> ${step}
    ),
    lent as (
      insert into case_hand (county, case_id, staff_id, step)
      select ${acting.county}, id, ${acting.who}, ${step} from wanted where not exists (select from known)
      on conflict (county, case_id, staff_id, step) do nothing
    )
    select case_id from known`.execute(trx);
  return rows.length === 0 ? { kind: 'lent' } : { kind: 'nobody-acts-twice', caseIds: rows.map((row) => row.caseId) };
}
