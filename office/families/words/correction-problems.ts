import { words } from './made/all.ts';
import type { ProblemWords } from '../../../building/http/problem.ts';
import { inEveryLanguage, type Language } from '../../../values/language.ts';
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
        title: inEveryLanguage(words, (w) => w.correctionProblems.phoneOfAnotherTitle),
        detail:
          outcome.kind === 'identity-of-another'
            ? inEveryLanguage(words, (w) => w.correctionProblems.phoneOfAnotherDetail)
            : inEveryLanguage(words, (w) => w.correctionProblems.phoneOfAnotherDetail2),
      };
    case 'stale':
      return {
        code: 'stale-version',
        title: inEveryLanguage(words, (w) => w.correctionProblems.staleTitle),
        detail: inEveryLanguage(words, (w) => w.correctionProblems.staleDetail),
        more: { now: personOf(outcome.now), differences: outcome.differences },
      };
    default:
      return unreachable(outcome);
  }
}
