import { inEveryLanguage } from '../../../values/language.ts';
import type { CaseId } from '../../../values/id.ts';
import type { LookIntroduced } from '../../hall/who/look.ts';
import type { Matter } from '../../hall/who/matter.ts';
import type { StepIntroduced } from '../../hall/who/step.ts';
import { words } from '../words/made/all.ts';

const kind = 'case';

/** A case as the hall and the desks below know it. */
export function caseMatter(id: CaseId): Matter {
  return { kind, id };
}

/** The case that a matter is; undefined for what is none. */
export function caseOf(matter: Matter | undefined): CaseId | undefined {
  return matter?.kind === kind ? (matter.id as CaseId) : undefined;
}

export const receiving: StepIntroduced = { key: 'receive', duty: 'receive' };
export const reviewing: StepIntroduced = { key: 'review', duty: 'review' };
export const confirming: StepIntroduced = { key: 'confirm', duty: 'confirm' };

/** The steps at which somebody has a hand in a case until it is decided. */
export const caseSteps: readonly StepIntroduced[] = [receiving, reviewing, confirming];

export const lookAtCase: LookIntroduced = { key: 'case', words: inEveryLanguage(words, (w) => w.looks.case) };
export const lookAtDocument: LookIntroduced = {
  key: 'document',
  words: inEveryLanguage(words, (w) => w.looks.document),
};

export const caseLooks: readonly LookIntroduced[] = [lookAtCase, lookAtDocument];
