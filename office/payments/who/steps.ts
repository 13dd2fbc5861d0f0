import { inEveryLanguage } from '../../../values/language.ts';
import type { LookIntroduced } from '../../hall/who/look.ts';
import type { StepIntroduced } from '../../hall/who/step.ts';
import type { Power } from '../case.ts';
import { words } from '../words/made/all.ts';

/** Whoever releases the money of a matter has a hand in it. */
export const releaseSteps: Readonly<Record<Power, StepIntroduced>> = {
  'manage-funds': { key: 'release-funds', duty: 'manage-funds' },
  'pay-out': { key: 'pay-out', duty: 'pay-out' },
};

export const lookAtAccount: LookIntroduced = { key: 'account', words: inEveryLanguage(words, (w) => w.looks.account) };
