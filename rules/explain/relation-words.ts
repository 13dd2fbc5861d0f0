import type { Localized } from '../../values/language.ts';
import type { Relation } from '../check/checked.ts';

export const relationWords: Readonly<Record<Relation, Localized>> = {
  members: { 'zh-CN': '同住家人', en: 'household members' },
  parents: { 'zh-CN': '父母', en: 'parents' },
  children: { 'zh-CN': '子女', en: 'children' },
  spouse: { 'zh-CN': '配偶', en: 'spouse' },
  guardians: { 'zh-CN': '监护人', en: 'guardians' },
};

export function isRecordedRelation(fact: string): fact is Relation {
  return Object.hasOwn(relationWords, fact);
}
