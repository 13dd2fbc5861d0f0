import { words } from '../words/made/all.ts';
import type { PackInfo, ProcedureStep } from '../../../rules/pack/pack.ts';
import { inEveryLanguage, alike } from '../../../values/language.ts';
import type { BenefitCase } from '../case/case.ts';

const steps: readonly ProcedureStep[] = [
  { key: 'receive', duty: 'receive', level: 'village', name: inEveryLanguage(words, (w) => w.lawNotKept.receive) },
  { key: 'review', duty: 'review', level: 'township', name: inEveryLanguage(words, (w) => w.lawNotKept.review) },
  { key: 'confirm', duty: 'confirm', level: 'county', name: inEveryLanguage(words, (w) => w.lawNotKept.confirm) },
];

/**
 * What is known of a benefit of which no text is kept: its folder left `law/` before texts were kept. It has its name, and the steps that
 * every case has. A case of it is opened and read; nothing is decided by it.
 */
export function lawNotKept({ policy, workingDays }: Pick<BenefitCase, 'policy' | 'workingDays'>): PackInfo {
  return {
    policy,
    title: alike(policy),
    summary: inEveryLanguage(words, (w) => w.lawNotKept.summary),
    version: '',
    division: '',
    periodKind: 'year',
    periods: [],
    subject: { name: '', words: inEveryLanguage(words, (w) => w.lawNotKept.subject) },
    sources: [],
    articles: [],
    parameters: [],
    documents: [],
    procedure: {
      steps,
      workingDays,
      law: { source: '', title: '', place: '', verified: false },
      payment: { rhythm: 'once', words: inEveryLanguage(words, (w) => w.lawNotKept.payment) },
      remedies: [],
    },
    questions: [],
    supposed: [],
    notes: [],
    ends: [],
    leaflet: [],
  };
}
