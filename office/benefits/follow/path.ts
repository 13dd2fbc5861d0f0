import { words as catalogue } from '../words/made/all.ts';
import type { PackInfo } from '../../../rules/pack/pack.ts';
import type { Day } from '../../../values/day.ts';
import { alike, inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { Actor, BenefitCase, CaseState } from '../case/case.ts';
import type { PathStep } from '../contract/follow.ts';
import { dayInChina } from '../../../building/clock.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { dayIn, moneyIn } from '../words/amounts-and-days.ts';
import { fenToWire } from '../../../values/fen.ts';

/** How far the money of a granted case has come, as the payments desk tells it. */
export interface PaymentSoFar {
  readonly state: 'due' | 'in-batch' | 'paid' | 'returned' | 'cancelled';
  readonly dueOn: Day;
  readonly paidOn?: Day;
  readonly last4: string;
}

/** Who received the case and when, which the fold does not need. */
export interface Receipt {
  readonly at: string;
  readonly by: Actor;
}

/** The family's line of steps: what was done, who has it now, what comes next. */
export function pathOf(
  found: BenefitCase,
  receipt: Receipt,
  pack: PackInfo,
  payment?: PaymentSoFar,
): readonly PathStep[] {
  return [
    received(found, receipt),
    ...correction(found),
    review(found, pack),
    confirmation(found, pack),
    paid(found, payment, pack),
  ];
}

function received(found: BenefitCase, { at, by }: Receipt): PathStep {
  const words =
    found.origin === 'counter'
      ? inEveryLanguage(catalogue, (w) => w.path.receivedAtTheCounter)
      : inEveryLanguage(catalogue, (w) => w.path.receivedByPhone);
  const name = inEveryLanguage(catalogue, (w) => w.path.receiptName);
  return { key: 'received', state: 'done', name, words, on: dayInChina(new Date(at)), ...office(by) };
}

function correction({ correction: asked }: BenefitCase): readonly PathStep[] {
  if (asked === undefined) return [];
  const name = inEveryLanguage(catalogue, (w) => w.path.correctionName);
  if (asked.answeredOn === undefined) {
    const words = inEveryLanguage(catalogue, (w) => w.path.correctionAsked);
    return [{ key: 'correction', state: 'now', name, words, on: asked.on, ...office(asked.by) }];
  }
  return [
    {
      key: 'correction',
      state: 'done',
      name,
      words: inEveryLanguage(catalogue, (w) => w.path.correctionHandedIn),
      on: asked.answeredOn,
    },
  ];
}

function review(found: BenefitCase, pack: PackInfo): PathStep {
  const key = 'review';
  const name = stepName(pack, key);
  switch (found.state) {
    case 'received':
      return {
        key,
        state: 'now',
        name,
        words: inEveryLanguage(catalogue, (w) => w.path.reviewNow),
      };
    case 'correcting':
      return { key, state: 'next', name, words: inEveryLanguage(catalogue, (w) => w.path.reviewAfterCorrection) };
    case 'withdrawn':
      return { key, state: 'ended', name, words: withdrawnWords };
    case 'reviewed':
    case 'granted':
      return {
        key,
        state: 'done',
        name,
        words: inEveryLanguage(catalogue, (w) => w.path.reviewPassed),
        on: found.review.on,
        ...office(found.review.by),
      };
    case 'refused': {
      if (found.review === undefined)
        return {
          key,
          state: 'refused',
          name,
          words: refusedWords,
          on: found.decision.on,
          ...office(found.decision.by),
        };
      return {
        key,
        state: 'done',
        name,
        words: inEveryLanguage(catalogue, (w) => w.path.reviewed),
        on: found.review.on,
        ...office(found.review.by),
      };
    }
    default:
      return unreachable(found);
  }
}

function confirmation(found: BenefitCase, pack: PackInfo): PathStep {
  const key = 'confirm';
  const name = stepName(pack, key);
  switch (found.state) {
    case 'received':
    case 'correcting':
      return { key, state: 'next', name, words: inEveryLanguage(catalogue, (w) => w.path.confirmAfterReview) };
    case 'reviewed':
      return { key, state: 'now', name, words: inEveryLanguage(catalogue, (w) => w.path.confirmNow) };
    case 'granted': {
      const words = inEveryLanguage(catalogue, (w, inOwn) =>
        w.path.granted({ moneyIn: inOwn(moneyIn(fenToWire(found.decision.amountFen))) }),
      );
      return { key, state: 'done', name, words, on: found.decision.on, ...office(found.decision.by) };
    }
    case 'refused':
      if (found.review === undefined)
        return { key, state: 'ended', name, words: inEveryLanguage(catalogue, (w) => w.path.willNotFollow) };
      return { key, state: 'refused', name, words: refusedWords, on: found.decision.on, ...office(found.decision.by) };
    case 'withdrawn':
      return { key, state: 'ended', name, words: withdrawnWords };
    default:
      return unreachable(found);
  }
}

function paid(found: BenefitCase, payment: PaymentSoFar | undefined, pack: PackInfo): PathStep {
  const name = inEveryLanguage(catalogue, (w) => w.path.paymentName);
  const ended = found.state === 'refused' || found.state === 'withdrawn';
  if (ended)
    return { key: 'payment', state: 'ended', name, words: inEveryLanguage(catalogue, (w) => w.path.willNotFollow) };
  if (payment === undefined) return { key: 'payment', state: 'next', name, words: pack.procedure.payment.words };
  const last4 = alike(payment.last4);
  switch (payment.state) {
    case 'paid':
      return {
        key: 'payment',
        state: 'done',
        name,
        words: inEveryLanguage(catalogue, (w, inOwn) => w.path.paid({ last4: inOwn(last4) })),
        ...(payment.paidOn && { on: payment.paidOn }),
      };
    case 'returned':
      return {
        key: 'payment',
        state: 'now',
        name,
        words: inEveryLanguage(catalogue, (w) => w.path.returned),
      };
    case 'in-batch':
      return {
        key: 'payment',
        state: 'now',
        name,
        words: inEveryLanguage(catalogue, (w, inOwn) => w.path.inBatch({ last4: inOwn(last4) })),
      };
    case 'due':
      return {
        key: 'payment',
        state: 'now',
        name,
        words: inEveryLanguage(catalogue, (w, inOwn) =>
          w.path.due({ dueOn: inOwn(dayIn(payment.dueOn)), last4: inOwn(last4) }),
        ),
      };
    case 'cancelled':
      return { key: 'payment', state: 'ended', name, words: inEveryLanguage(catalogue, (w) => w.path.cancelled) };
    default:
      return unreachable(payment.state);
  }
}

const refusedWords: Localized = inEveryLanguage(catalogue, (w) => w.path.refused);
const withdrawnWords: Localized = inEveryLanguage(catalogue, (w) => w.path.withdrawn);

function stepName(pack: PackInfo, key: 'review' | 'confirm'): Localized {
  const step = pack.procedure.steps.find((one) => one.key === key);
  if (step === undefined) throw new Error(`Policy ${pack.policy} has no step '${key}'`);
  return step.name;
}

function office(by: Actor): { by?: Localized } {
  return by.kind === 'staff' ? { by: by.office } : {};
}

/** Where the case is, in a few words: for the top of its page and its line in a list. */
export function progressOf(state: CaseState, payment?: PaymentSoFar): Localized {
  switch (state) {
    case 'received':
    case 'correcting':
    case 'reviewed':
    case 'refused':
    case 'withdrawn':
      return inEveryLanguage(catalogue, (w) => w.progress[state]);
    case 'granted': {
      const money = payment?.state === 'paid' || payment?.state === 'returned' ? payment.state : 'granted';
      return inEveryLanguage(catalogue, (w) => w.progress[money]);
    }
    default:
      return unreachable(state);
  }
}
