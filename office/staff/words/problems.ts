import { words } from './made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { ProblemWords } from '../../../building/http/problem.ts';
import type { NotForYou } from '../accounts.ts';
import { noSuchRecord } from '../../hall/guard.ts';
import type { Duty, DutyIntroduced } from '../../hall/who/duty.ts';
import { type DutyRefusal, dutyRefusalWords, type PasswordRefusal, passwordRefusalWords } from '../decide.ts';
import { wrongNameOrPasswordWords } from '../sign-in/sign-in.ts';

// How this desk's refusals are said.

export const wrongNameOrPassword: ProblemWords<'wrong-name-or-password'> = {
  code: 'wrong-name-or-password',
  title: inEveryLanguage(words, (w) => w.problems.wrongNameOrPasswordTitle),
  detail: wrongNameOrPasswordWords,
};

export const wrongCurrentPassword: ProblemWords<'wrong-current-password'> = {
  code: 'wrong-current-password',
  title: inEveryLanguage(words, (w) => w.problems.wrongCurrentPasswordTitle),
};

export function passwordProblem(refusal: PasswordRefusal): ProblemWords<PasswordRefusal> {
  return {
    code: refusal,
    title: inEveryLanguage(words, (w) => w.problems.passwordProblemTitle),
    detail: passwordRefusalWords[refusal],
  };
}

export function dutyProblem(
  refusal: DutyRefusal,
  wanted: Duty,
  introduced: readonly DutyIntroduced[],
): ProblemWords<DutyRefusal['kind']> {
  return {
    code: refusal.kind,
    title: inEveryLanguage(words, (w) => w.problems.dutyProblemTitle),
    detail: dutyRefusalWords(refusal, wanted, introduced),
  };
}

export function notForYou({ kind }: NotForYou): ProblemWords<'no-such-record' | 'own-account'> {
  if (kind === 'no-such-staff') return noSuchRecord;
  return {
    code: kind,
    title: inEveryLanguage(words, (w) => w.problems.notForYouTitle),
  };
}
