import type { ProblemWords } from '../../../building/http/problem.ts';
import type { Appropriated } from '../ledger/appropriate.ts';
import type { Localized } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';

/** Why an appropriation was not entered. */
export function appropriationProblem(
  outcome: Extract<Appropriated, { kind: 'not-an-amount' | 'day-in-the-future' }>,
): ProblemWords<'not-an-amount' | 'day-in-the-future'> {
  const title: Localized = { 'zh-CN': '没有入账', en: 'Not entered' };
  if (outcome.kind === 'day-in-the-future') {
    return {
      code: outcome.kind,
      title,
      detail: { 'zh-CN': '到账日期还没到。', en: 'That day is still to come.' },
    };
  }
  return { code: outcome.kind, title, detail: amountWords(outcome.why), more: { why: outcome.why } };
}

function amountWords(why: Extract<Appropriated, { kind: 'not-an-amount' }>['why']): Localized {
  switch (why) {
    case 'empty':
      return { 'zh-CN': '请填写金额。', en: 'Enter the amount.' };
    case 'not-a-number':
      return { 'zh-CN': '金额不是数，例如 1,200,000.00。', en: 'The amount is not a number, such as 1,200,000.00.' };
    case 'more-than-two-decimals':
      return { 'zh-CN': '金额最多两位小数，钱只到分。', en: 'An amount has at most two decimals: money ends at fen.' };
    case 'too-large':
      return { 'zh-CN': '金额太大了，请核对。', en: 'That amount is too large. Please check it.' };
    case 'not-above-zero':
      return { 'zh-CN': '拨款金额要大于零。', en: 'An appropriation is above zero.' };
    default:
      return unreachable(why);
  }
}
