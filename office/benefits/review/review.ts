import { ownReason } from './own-reason.ts';
import type { BenefitsHouse } from '../house.ts';
import type { StaffActing } from '../../hall/who/acting.ts';
import type { BenefitCase, Happening } from '../case/case.ts';
import type { ReviewInput } from '../contract/review.ts';
import { lendHand } from '../../hall/lend-hand.ts';
import { caseMatter, reviewing } from '../who/case-matter.ts';
import { type Answer, askCorrection, passReview, refuse } from '../case/decide.ts';
import { earlierHand, type Signer } from '../case/hand.ts';
import type { Refusal, ReviewRefusal } from '../case/refusal.ts';
import { happen } from './happen.ts';
import { remediesOf } from '../case/letter.ts';
import { inOneAct } from './one-act.ts';
import { type CaseKey, type NotOpened, openForAct, type OpenCase } from './open-case.ts';
import * as store from '../store.ts';

/** An act on a case that was done. */
export interface Done {
  readonly kind: 'done';
  readonly after: BenefitCase;
  readonly decisionNumber?: string;
}

/** What came of an act on a case. */
export type CaseOutcome<Why extends Refusal = ReviewRefusal> = Done | Why | NotOpened;

/** The township's first review of a case: passes it on, asks the family once for everything missing, or refuses with reasons. */
export async function review(
  house: BenefitsHouse,
  acting: StaffActing,
  key: CaseKey,
  input: ReviewInput,
): Promise<CaseOutcome> {
  return inOneAct<CaseOutcome>(house, acting, async (trx, undo) => {
    const opened = await openForAct(trx, house, acting.county, key, input.version);
    if (opened.kind !== 'open') return undo(opened);
    const signer = signerOf(acting, opened.stored);
    const answer = decideReview(opened, signer, input);
    if (answer.kind !== 'done') return undo(answer);
    const { stored, info: pack, determining } = opened;
    const hand = await lendHand(trx, acting, [caseMatter(stored.found.id)], reviewing);
    if (hand.kind !== 'lent') return undo({ kind: 'nobody-acts-twice', earlier: signer.earlier ?? 'review' });
    const { happening } = answer;
    const after = await happen(trx, house, acting, stored.found, { happening, pack, determining });
    if (happening.kind === 'review-refused') await keepRefusal(trx, house, acting, opened, happening);
    return {
      kind: 'done',
      after,
      ...(happening.kind === 'review-refused' && { decisionNumber: happening.body.decisionNumber }),
    };
  });
}

function decideReview(
  { stored, told }: OpenCase,
  signer: Signer,
  input: ReviewInput,
): Answer<'review-passed' | 'correction-asked' | 'review-refused' | 'refused'> {
  switch (input.outcome) {
    case 'pass':
      return passReview(stored.found, signer, input.seen, told, input.note);
    case 'ask-correction':
      return askCorrection(stored.found, signer, input, told);
    case 'refuse':
      return refuse(stored.found, signer, input.seen, ownReason(input), told);
  }
}

/** The part that whoever acts has had in this case so far. */
export function signerOf(acting: StaffActing, { timeline }: store.StoredCase): Signer {
  const earlier = earlierHand(timeline, acting.who, acting.duty);
  return { duty: acting.duty, ...(earlier && { earlier }) };
}

/** Keeps the letter of a refusal: its reasons, its law, and how to disagree until when. */
export async function keepRefusal(
  trx: Parameters<typeof store.insertDecision>[0],
  house: BenefitsHouse,
  acting: StaffActing,
  { stored, told, determining }: OpenCase,
  { body }: Extract<Happening, { kind: 'review-refused' | 'refused' }>,
): Promise<void> {
  await store.insertDecision(trx, acting.county, {
    caseId: stored.found.id,
    number: body.decisionNumber,
    outcome: 'refused',
    amount: null,
    reasons: body.reasons,
    remedies: remediesOf(told.pack, body.on),
    decidedOn: body.on,
    decidedBy: acting.who,
    determinationDigest: determining.kept.digest,
  });
}
