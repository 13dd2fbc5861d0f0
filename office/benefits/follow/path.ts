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
      ? inEveryLanguage(catalogue, (w) => w.path.words)
      : inEveryLanguage(catalogue, (w) => w.path.words2);
  const name = inEveryLanguage(catalogue, (w) => w.path.name);
  return { key: 'received', state: 'done', name, words, on: dayInChina(new Date(at)), ...office(by) };
}

function correction({ correction: asked }: BenefitCase): readonly PathStep[] {
  if (asked === undefined) return [];
  const name = inEveryLanguage(catalogue, (w) => w.path.name2);
  if (asked.answeredOn === undefined) {
    const words = inEveryLanguage(catalogue, (w) => w.path.words3);
    return [{ key: 'correction', state: 'now', name, words, on: asked.on, ...office(asked.by) }];
  }
  return [
    {
      key: 'correction',
      state: 'done',
      name,
      words: inEveryLanguage(catalogue, (w) => w.path.youHanded),
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
        words: inEveryLanguage(catalogue, (w) => w.path.received),
      };
    case 'correcting':
      return { key, state: 'next', name, words: inEveryLanguage(catalogue, (w) => w.path.correcting) };
    case 'withdrawn':
      return { key, state: 'ended', name, words: withdrawnWords };
    case 'reviewed':
    case 'granted':
      return {
        key,
        state: 'done',
        name,
        words: inEveryLanguage(catalogue, (w) => w.path.granted),
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
        words: inEveryLanguage(catalogue, (w) => w.path.refused),
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
      return { key, state: 'next', name, words: inEveryLanguage(catalogue, (w) => w.path.correcting2) };
    case 'reviewed':
      return { key, state: 'now', name, words: inEveryLanguage(catalogue, (w) => w.path.reviewed) };
    case 'granted': {
      const words = inEveryLanguage(catalogue, (w, inOwn) =>
        w.path.words4({ moneyIn: inOwn(moneyIn(fenToWire(found.decision.amountFen))) }),
      );
      return { key, state: 'done', name, words, on: found.decision.on, ...office(found.decision.by) };
    }
    case 'refused':
      if (found.review === undefined)
        return { key, state: 'ended', name, words: inEveryLanguage(catalogue, (w) => w.path.refused2) };
      return { key, state: 'refused', name, words: refusedWords, on: found.decision.on, ...office(found.decision.by) };
    case 'withdrawn':
      return { key, state: 'ended', name, words: withdrawnWords };
    default:
      return unreachable(found);
  }
}

function paid(found: BenefitCase, payment: PaymentSoFar | undefined, pack: PackInfo): PathStep {
  const name = inEveryLanguage(catalogue, (w) => w.path.name3);
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

const refusedWords: Localized = inEveryLanguage(catalogue, (w) => w.path.refused3);
const withdrawnWords: Localized = inEveryLanguage(catalogue, (w) => w.path.withdrawn);

function stepName(pack: PackInfo, key: 'review' | 'confirm'): Localized {
  const step = pack.procedure.steps.find((one) => one.key === key);
  if (step === undefined) throw new Error(`Policy ${pack.policy} has no step '${key}'`);
  return step.name;
}

function office(by: Actor): { by?: Localized } {
  return by.kind === 'staff' ? { by: by.office } : {};
}

/** One line that says where the case is, for the top of its page. */
export function headlineOf({ state }: BenefitCase, { title }: PackInfo, payment?: PaymentSoFar): Localized {
  return stateHeadline(state, title, payment);
}

/** As {@link headlineOf}, for a list that knows the state alone. */
export function stateHeadline(state: CaseState, title: Localized, payment?: PaymentSoFar): Localized {
  switch (state) {
    case 'received':
      return inEveryLanguage(catalogue, (w, inOwn) => w.path.received2({ title: inOwn(title) }));
    case 'correcting':
      return inEveryLanguage(catalogue, (w, inOwn) => w.path.correcting3({ title: inOwn(title) }));
    case 'reviewed':
      return inEveryLanguage(catalogue, (w, inOwn) => w.path.reviewed2({ title: inOwn(title) }));
    case 'granted':
      if (payment?.state === 'paid')
        return inEveryLanguage(catalogue, (w, inOwn) => w.path.granted2({ title: inOwn(title) }));
      if (payment?.state === 'returned')
        return inEveryLanguage(catalogue, (w, inOwn) => w.path.granted3({ title: inOwn(title) }));
      return inEveryLanguage(catalogue, (w, inOwn) => w.path.granted4({ title: inOwn(title) }));
    case 'refused':
      return inEveryLanguage(catalogue, (w, inOwn) => w.path.refused4({ title: inOwn(title) }));
    case 'withdrawn':
      return inEveryLanguage(catalogue, (w, inOwn) => w.path.withdrawn2({ title: inOwn(title) }));
    default:
      return unreachable(state);
  }
}
