import { words } from './made/all.ts';
import type { ProblemWords } from '../../../building/http/problem.ts';
import type { CorrectProblem } from '../contract/returns.ts';
import type { Corrected } from '../returns/correct-account.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { noSuchRecord } from '../../hall/guard.ts';

/** Why a returned payment does not go out again yet. */
export function correctProblem(outcome: Exclude<Corrected, { kind: 'corrected' }>): ProblemWords<CorrectProblem> {
  const title: Localized = inEveryLanguage(words, (w) => w.accountProblems.title);
  switch (outcome.kind) {
    case 'no-such-payment':
      return noSuchRecord;
    case 'not-returned':
      return {
        code: outcome.kind,
        title,
        detail: inEveryLanguage(words, (w) => w.accountProblems.notReturnedDetail),
      };
    case 'no-such-account':
      return {
        code: outcome.kind,
        title,
        detail: inEveryLanguage(words, (w) => w.accountProblems.noSuchAccountDetail),
      };
    case 'entry-refused':
      return { code: outcome.kind, title, detail: outcome.words };
    case 'faults':
      return {
        code: outcome.kind,
        title,
        detail: inEveryLanguage(words, (w) => w.accountProblems.faultsDetail),
        more: { entryFaults: outcome.faults },
      };
    default:
      return unreachable(outcome);
  }
}
