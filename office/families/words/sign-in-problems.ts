import { words } from './made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { ProblemWords } from '../../../building/http/problem.ts';

export function wrongCode(triesLeft: number): ProblemWords<'wrong-code'> {
  return {
    code: 'wrong-code',
    title: inEveryLanguage(words, (w) => w.signInProblems.wrongCodeTitle({ triesLeft })),
  };
}

export const codeOver: ProblemWords<'code-over'> = {
  code: 'code-over',
  title: inEveryLanguage(words, (w) => w.signInProblems.codeOverTitle),
};
