import { ownReason } from './own-reason.ts';
import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { BenefitsHouse } from '../house.ts';
import type { StaffActing } from '../../hall/who/acting.ts';
import type { BenefitCase, Happening } from '../case/case.ts';
import type { ConfirmInput } from '../contract/review.ts';
import { newId } from '../../../building/identity/new-id.ts';
import { dueDayOf } from '../../payments/decide.ts';
import { orderPayment } from '../../payments/order.ts';
import { lendHand } from '../../hall/lend-hand.ts';
import { caseMatter, confirming } from '../who/case-matter.ts';
import { type Answer, confirm, refuse, sendBack } from '../case/decide.ts';
import type { Signer } from '../case/hand.ts';
import { happen } from './happen.ts';
import { grantReasons, remediesOf } from '../case/letter.ts';
import { inOneAct } from './one-act.ts';
import { type CaseKey, openForAct, type OpenCase } from './open-case.ts';
import { type CaseOutcome, keepRefusal, signerOf } from './review.ts';
import * as store from '../store.ts';
import { periodWords } from '../../../values/day-words.ts';

type Trx = Transaction<Tables>;

export type ConfirmOutcome =
  | CaseOutcome
  /** The subject was granted this benefit for this period by another case (one_grant_per_subject_per_period). */
  | { readonly kind: 'granted-before' };

/** The county's confirmation: grants and orders the payment, refuses with reasons, or sends the case back to the review. */
export async function confirmCase(
  house: BenefitsHouse,
  acting: StaffActing,
  key: CaseKey,
  input: ConfirmInput,
): Promise<ConfirmOutcome> {
  return inOneAct<ConfirmOutcome>(house, acting, async (trx, undo) => {
    const opened = await openForAct(trx, house, acting.county, key, input.version);
    if (opened.kind !== 'open') return undo(opened);
    const signer = signerOf(acting, opened.stored);
    const answer = decideConfirmation(opened, signer, input);
    if (answer.kind !== 'done') return undo(answer);
    const { stored, info: pack, determining } = opened;
    const hand = await lendHand(trx, acting, [caseMatter(stored.found.id)], confirming);
    if (hand.kind !== 'lent') return undo({ kind: 'nobody-acts-twice', earlier: signer.earlier ?? 'confirm' });
    const { happening } = answer;
    const after = await happen(trx, house, acting, stored.found, { happening, pack, determining });
    switch (happening.kind) {
      case 'confirmed':
        if ((await grant(trx, house, acting, opened, after)) === 'granted-before')
          return undo({ kind: 'granted-before' });
        return { kind: 'done', after, decisionNumber: happening.body.decisionNumber };
      case 'refused':
      case 'review-refused':
        await keepRefusal(trx, house, acting, opened, happening);
        return { kind: 'done', after, decisionNumber: happening.body.decisionNumber };
      case 'sent-back':
        return { kind: 'done', after };
    }
  });
}

function decideConfirmation(
  { stored, told }: OpenCase,
  signer: Signer,
  input: ConfirmInput,
): Answer<Extract<Happening['kind'], 'confirmed' | 'refused' | 'review-refused' | 'sent-back'>> {
  switch (input.outcome) {
    case 'grant':
      return confirm(stored.found, signer, input.seen, told);
    case 'refuse':
      return refuse(stored.found, signer, input.seen, ownReason(input), told);
    case 'send-back':
      return sendBack(stored.found, signer, input.reason, told);
  }
}

/** Keeps the letter, the entitlement, and the order to pay it. */
async function grant(
  trx: Trx,
  house: BenefitsHouse,
  acting: StaffActing,
  { told, determining }: OpenCase,
  granted: BenefitCase,
): Promise<'granted' | 'granted-before'> {
  if (granted.state !== 'granted') throw new Error(`Case ${granted.receipt} was confirmed and is ${granted.state}`);
  const { county } = acting;
  const { decision, id: caseId, family: familyId, residence, period, account: accountId } = granted;
  const { pack } = told;
  const entitlementId = newId<'entitlement'>();
  const entitled = { id: entitlementId, found: granted, amount: decision.amountFen, on: decision.on };
  if ((await store.insertEntitlement(trx, county, entitled)) === 'granted-before') return 'granted-before';
  await store.insertDecision(trx, county, letterOf(acting, granted, decision, pack, determining));
  const ordered = await orderPayment(trx, acting, {
    matter: caseMatter(caseId),
    orderId: entitlementId,
    familyId,
    residence,
    period,
    accountId,
    amount: decision.amountFen,
    payeeId: granted.applicant,
    purpose: inEveryLanguage(words, (w, inOwn, language) =>
      w.confirm.purpose({ title: inOwn(pack.title), period: periodWords(period, language) }),
    ),
    dueOn: dueDayOf(pack.procedure.payment.rhythm, decision.on),
    at: house.clock.now(),
    on: decision.on,
  });
  if (ordered.kind !== 'ordered') throw new Error(`A new entitlement of case ${granted.receipt} has a payment already`);
  return 'granted';
}

function letterOf(
  acting: StaffActing,
  { id: caseId }: BenefitCase,
  decision: Extract<BenefitCase, { state: 'granted' }>['decision'],
  pack: OpenCase['told']['pack'],
  { determination, kept }: OpenCase['determining'],
): store.Decision {
  const { number, amountFen: amount, on: decidedOn } = decision;
  const grounds = { reasons: grantReasons(pack, determination), remedies: remediesOf(pack, decidedOn) };
  const signed = { decidedOn, decidedBy: acting.who, determinationDigest: kept.digest };
  return { caseId, number, outcome: 'granted', amount, ...signed, ...grounds };
}
