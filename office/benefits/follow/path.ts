import type { PackInfo } from '../../../rules/pack/pack.ts';
import type { Day } from '../../../values/day.ts';
import type { Localized } from '../../../values/language.ts';
import type { Actor, BenefitCase, CaseState } from '../case/case.ts';
import type { PathStep } from '../contract/follow.ts';
import { dayInChina } from '../../../building/clock.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { dayIn, moneyIn, sentence } from '../words/say.ts';
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
      ? { 'zh-CN': '窗口帮您办的，回执已给', en: 'Received at the counter; you have the receipt' }
      : { 'zh-CN': '手机提交，回执已给', en: 'Handed in by phone; you have the receipt' };
  const name = { 'zh-CN': '收到申请', en: 'Application received' };
  return { key: 'received', state: 'done', name, words, on: dayInChina(new Date(at)), ...office(by) };
}

function correction({ correction: asked }: BenefitCase): readonly PathStep[] {
  if (asked === undefined) return [];
  const name = { 'zh-CN': '补材料', en: 'Something was missing' };
  if (asked.answeredOn === undefined) {
    const words = {
      'zh-CN': '要补的都在下面，一次补齐就好。这段时间不算在期限里',
      en: 'All that is missing is listed below. The clock stands meanwhile',
    };
    return [{ key: 'correction', state: 'now', name, words, on: asked.on, ...office(asked.by) }];
  }
  return [
    {
      key: 'correction',
      state: 'done',
      name,
      words: { 'zh-CN': '您已补来', en: 'You handed it in' },
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
        words: { 'zh-CN': '正在核对材料和条件', en: 'The papers and conditions are being checked' },
      };
    case 'correcting':
      return { key, state: 'next', name, words: { 'zh-CN': '补来后接着审', en: 'Goes on when you have answered' } };
    case 'withdrawn':
      return { key, state: 'ended', name, words: withdrawnWords };
    case 'reviewed':
    case 'granted':
      return {
        key,
        state: 'done',
        name,
        words: { 'zh-CN': '材料齐全，条件符合', en: 'Papers complete, conditions met' },
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
        words: { 'zh-CN': '已审核', en: 'Reviewed' },
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
      return { key, state: 'next', name, words: { 'zh-CN': '审核通过后', en: 'After the review' } };
    case 'reviewed':
      return { key, state: 'now', name, words: { 'zh-CN': '县里正在确认', en: 'The county is confirming it' } };
    case 'granted': {
      const words = sentence('同意，{0}', 'Granted, {0}', moneyIn(fenToWire(found.decision.amountFen)));
      return { key, state: 'done', name, words, on: found.decision.on, ...office(found.decision.by) };
    }
    case 'refused':
      if (found.review === undefined)
        return { key, state: 'ended', name, words: { 'zh-CN': '不再进行', en: 'Will not follow' } };
      return { key, state: 'refused', name, words: refusedWords, on: found.decision.on, ...office(found.decision.by) };
    case 'withdrawn':
      return { key, state: 'ended', name, words: withdrawnWords };
    default:
      return unreachable(found);
  }
}

function paid(found: BenefitCase, payment: PaymentSoFar | undefined, pack: PackInfo): PathStep {
  const name = { 'zh-CN': '打款到账', en: 'Money in the account' };
  const ended = found.state === 'refused' || found.state === 'withdrawn';
  if (ended) return { key: 'payment', state: 'ended', name, words: { 'zh-CN': '不再进行', en: 'Will not follow' } };
  if (payment === undefined) return { key: 'payment', state: 'next', name, words: pack.procedure.payment.words };
  const last4 = { 'zh-CN': payment.last4, en: payment.last4 };
  switch (payment.state) {
    case 'paid':
      return {
        key: 'payment',
        state: 'done',
        name,
        words: sentence('已到尾号{0}的账户', 'Arrived in the account ending {0}', last4),
        ...(payment.paidOn && { on: payment.paidOn }),
      };
    case 'returned':
      return {
        key: 'payment',
        state: 'now',
        name,
        words: { 'zh-CN': '银行退回了，请换一个账户', en: 'The bank returned it; please name another account' },
      };
    case 'in-batch':
      return {
        key: 'payment',
        state: 'now',
        name,
        words: sentence('正在打到尾号{0}的账户', 'On its way to the account ending {0}', last4),
      };
    case 'due':
      return {
        key: 'payment',
        state: 'now',
        name,
        words: sentence(
          '{0}起的批次，打到尾号{1}的账户',
          'In the batch from {0}, to the account ending {1}',
          dayIn(payment.dueOn),
          last4,
        ),
      };
    case 'cancelled':
      return { key: 'payment', state: 'ended', name, words: { 'zh-CN': '已取消', en: 'Cancelled' } };
    default:
      return unreachable(payment.state);
  }
}

const refusedWords: Localized = {
  'zh-CN': '不予同意，理由和救济办法见决定',
  en: 'Refused; the decision gives the reasons and how to disagree',
};
const withdrawnWords: Localized = { 'zh-CN': '您已撤回', en: 'You withdrew the application' };

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
      return sentence('{0}，正在审核', '{0}: under review', title);
    case 'correcting':
      return sentence('{0}，还差几样，等您补来', '{0}: something is missing, please hand it in', title);
    case 'reviewed':
      return sentence('{0}，县里正在确认', '{0}: the county is confirming it', title);
    case 'granted':
      if (payment?.state === 'paid') return sentence('{0}，钱已到账', '{0}: the money has arrived', title);
      if (payment?.state === 'returned')
        return sentence('{0}，银行退回，请换账户', '{0}: the bank returned it, please name another account', title);
      return sentence('{0}，已同意', '{0}: granted', title);
    case 'refused':
      return sentence('{0}，不予同意', '{0}: refused', title);
    case 'withdrawn':
      return sentence('{0}，已撤回', '{0}: withdrawn', title);
    default:
      return unreachable(state);
  }
}
