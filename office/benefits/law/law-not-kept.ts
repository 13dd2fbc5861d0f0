import type { PackInfo, ProcedureStep } from '../../../rules/pack/pack.ts';
import { alike } from '../../../values/language.ts';
import type { BenefitCase } from '../case/case.ts';

const steps: readonly ProcedureStep[] = [
  { key: 'receive', duty: 'receive', level: 'village', name: { 'zh-CN': '受理', en: 'Receipt' } },
  { key: 'review', duty: 'review', level: 'township', name: { 'zh-CN': '审核', en: 'Review' } },
  { key: 'confirm', duty: 'confirm', level: 'county', name: { 'zh-CN': '确认', en: 'Confirmation' } },
];

/**
 * What is known of a benefit of which no text is kept: its folder left `law/` before texts were kept. It has its name, and the steps that every case has. A case
 * of it is opened and read; nothing is decided by it.
 */
export function lawNotKept({ policy, workingDays }: Pick<BenefitCase, 'policy' | 'workingDays'>): PackInfo {
  return {
    policy,
    title: alike(policy),
    summary: {
      'zh-CN': '这个项目的政策文本没有保存在本系统里。',
      en: 'The text of this benefit’s policy is not kept here.',
    },
    version: '',
    division: '',
    periodKind: 'year',
    periods: [],
    subject: { name: '', words: { 'zh-CN': '受益人', en: 'the person concerned' } },
    sources: [],
    articles: [],
    parameters: [],
    documents: [],
    procedure: {
      steps,
      workingDays,
      law: { source: '', title: '', place: '', verified: false },
      payment: { rhythm: 'once', words: { 'zh-CN': '同意后发放', en: 'Paid when granted' } },
      remedies: [],
    },
    questions: [],
    supposed: [],
    notes: [],
    ends: [],
    leaflet: [],
  };
}
