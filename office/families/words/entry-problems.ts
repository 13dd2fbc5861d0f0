import { words } from './made/all.ts';
import type { ProblemWords } from '../../../building/http/problem.ts';
import { inEveryLanguage, type Language } from '../../../values/language.ts';
import type { EntryProblem } from '../contract/register.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { noSuchRecord } from '../../hall/guard.ts';
import { type Entering, type EntryRefusal, entryRefusalWords } from '../register/register.ts';
import { faulty } from './faults.ts';

/** Why nobody was entered; other desks, whose acts enter families, say it too. */
export function entryProblem(refusal: EntryRefusal, acting: Entering, language: Language): ProblemWords<EntryProblem> {
  switch (refusal.kind) {
    case 'faults':
      return faulty(
        language,
        refusal.faults.map((fault) => ({ at: `/${fault.at}`, words: fault.words })),
      );
    case 'no-such-family':
      return noSuchRecord;
    case 'identity-of-another':
    case 'phone-of-another':
      return {
        code: acting.kind === 'family' ? 'come-to-the-counter' : refusal.kind,
        title: inEveryLanguage(words, (w) => w.entryProblems.phoneOfAnotherTitle),
        detail: entryRefusalWords(refusal, acting),
      };
    default:
      return unreachable(refusal);
  }
}
