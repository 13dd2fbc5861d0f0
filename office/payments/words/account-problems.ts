import type { ProblemWords } from '../../../building/http/problem.ts';
import type { MendProblem } from '../contract/returns.ts';
import type { Mended } from '../returns/correct-account.ts';
import type { Localized } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { noSuchRecord } from '../../hall/guard.ts';

/** Why a returned payment does not go out again yet. */
export function mendProblem(outcome: Exclude<Mended, { kind: 'mended' }>): ProblemWords<MendProblem> {
  const title: Localized = { 'zh-CN': '账户没有改动', en: 'The account was not changed' };
  switch (outcome.kind) {
    case 'no-such-payment':
      return noSuchRecord;
    case 'not-returned':
      return {
        code: outcome.kind,
        title,
        detail: {
          'zh-CN': '这笔钱现在不是退汇状态，可能已经改好或已在发放。',
          en: 'This payment is not waiting for an account: it may be mended already, or on its way.',
        },
      };
    case 'no-such-account':
      return {
        code: outcome.kind,
        title,
        detail: { 'zh-CN': '没有找到这个账户，请重新选择。', en: 'That account was not found. Choose again.' },
      };
    case 'entry-refused':
      return { code: outcome.kind, title, detail: outcome.words };
    case 'faults':
      return {
        code: outcome.kind,
        title,
        detail: {
          'zh-CN': '请改正下面几处。您填写的内容还在。',
          en: 'Please correct the places below. What you filled in is still here.',
        },
        more: { entryFaults: outcome.faults },
      };
    default:
      return unreachable(outcome);
  }
}
