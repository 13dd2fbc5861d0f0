import type { BenefitsHouse } from '../house.ts';
import type { CorrectInput } from '../contract/correct.ts';
import type { Hand } from '../case/hand.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { CaseOutcome } from './review.ts';
import type { CorrectRefusal } from '../case/refusal.ts';
import { type AnswerFault, readAnswers } from '../decide/answers.ts';
import { lendHand } from '../../hall/lend-hand.ts';
import { caseMatter, receiving } from '../who/case-matter.ts';
import { correct } from '../case/decide.ts';
import { happen } from './happen.ts';
import { type CaseActing, inOneAct } from './one-act.ts';
import { type CaseKey, openForAct, type OpenCase, withNewAnswers } from './open-case.ts';
import { signerOf } from './review.ts';

export type CorrectOutcome =
  | CaseOutcome<CorrectRefusal>
  | { readonly kind: 'answer-faults'; readonly faults: readonly AnswerFault[] }
  | { readonly kind: 'no-such-photo'; readonly requirement: string };

/**
 * Hands in what the one correction notice asked for, by the family or for it at the counter. Handed in again when nothing is asked for any
 * more, it is refused and the case stays as it is. `alongside` joins the transaction, such as the removal of the draft that is handed in.
 */
export async function correctCase(
  house: BenefitsHouse,
  acting: CaseActing,
  key: CaseKey,
  input: CorrectInput,
  alongside?: (trx: Transaction<Tables>) => Promise<void>,
): Promise<CorrectOutcome> {
  const { photos, answers, explanation } = input;
  for (const { digest, requirement } of photos)
    if (!(await house.filesOf(acting.county).has(digest))) return { kind: 'no-such-photo', requirement };
  return inOneAct<CorrectOutcome>(house, acting, async (trx, undo) => {
    const opened = await openForAct(trx, house, acting.county, key, input.version);
    if (opened.kind !== 'open') return undo(opened);
    const { stored, info: pack } = opened;
    const read = readAnswers(pack, answers);
    if (read.kind === 'faults') return undo({ kind: 'answer-faults', faults: read.faults });
    const { told, determining } = withNewAnswers(house, opened, read.answers);
    const documents = [...new Set(photos.map(({ requirement }) => requirement))];
    const answer = correct(stored.found, { documents, facts: Object.keys(read.answers), explanation }, told);
    if (answer.kind !== 'done') return undo(answer);
    const earlier = await lendReceiversHand(trx, acting, opened);
    if (earlier !== undefined) return undo({ kind: 'nobody-acts-twice', earlier });
    const after = await happen(trx, house, acting, stored.found, {
      happening: answer.happening,
      pack,
      determining,
      photos,
    });
    await alongside?.(trx);
    return { kind: 'done', after };
  });
}

/**
 * Who takes in what was missing at the counter has received in this case, and won't review it; whoever reviews does not take it in. Returns
 * the part that stands in the way. A family that hands in itself lends no hand.
 */
async function lendReceiversHand(
  trx: Transaction<Tables>,
  acting: CaseActing,
  { stored }: OpenCase,
): Promise<Hand | undefined> {
  if (acting.kind !== 'staff') return undefined;
  const hand = await lendHand(trx, acting, [caseMatter(stored.found.id)], receiving);
  return hand.kind === 'lent' ? undefined : (signerOf(acting, stored).earlier ?? 'review');
}
