import type { ProblemWords } from '../../../building/http/problem.ts';
import type { Language } from '../../../values/language.ts';
import type { CorrectionProblem } from '../contract/correction.ts';
import type { CorrectionOutcome } from '../register/correct.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { personOf } from '../find/wire.ts';
import { noSuchRecord } from '../../hall/guard.ts';
import { faulty } from './faults.ts';

/** Why a person was not corrected. */
export function correctionProblem(
  outcome: Exclude<CorrectionOutcome, { kind: 'corrected' }>,
  language: Language,
): ProblemWords<CorrectionProblem> {
  switch (outcome.kind) {
    case 'not-found':
      return noSuchRecord;
    case 'faults':
      return faulty(
        language,
        outcome.faults.map(({ field, words }) => ({ at: `/${field}`, words })),
      );
    case 'identity-of-another':
    case 'phone-of-another':
      return {
        code: outcome.kind,
        title: { 'zh-CN': '没有更正', en: 'Not corrected' },
        detail:
          outcome.kind === 'identity-of-another'
            ? {
                'zh-CN': '这个身份证号登记在另一人名下，请核对。什么都没有改动。',
                en: 'This identity number is in another person’s name. Please check. Nothing was changed.',
              }
            : {
                'zh-CN': '这个手机号登记在另一人名下，请先在那里改掉。什么都没有改动。',
                en: 'This phone number is in another person’s name; correct it there first. Nothing was changed.',
              },
      };
    case 'stale':
      return {
        code: 'stale-version',
        title: {
          'zh-CN': '您打开之后，别人改过这个人的登记',
          en: 'Somebody else has corrected this person since you opened the page',
        },
        detail: {
          'zh-CN': '您的更正还没有保存。请对照下面的不同，再决定怎么改。',
          en: 'Your correction has not been saved. Compare the differences and decide again.',
        },
        more: { now: personOf(outcome.now), differences: outcome.differences },
      };
    default:
      return unreachable(outcome);
  }
}
