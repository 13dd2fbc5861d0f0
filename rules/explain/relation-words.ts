import type { Bilingual } from '../../values/language.ts';
import type { Relation } from '../check/checked.ts';

export const relationWords: Readonly<Record<Relation, Bilingual>> = {
  members: { zh: '同住家人', en: 'household members' },
  parents: { zh: '父母', en: 'parents' },
  children: { zh: '子女', en: 'children' },
  spouse: { zh: '配偶', en: 'spouse' },
  guardians: { zh: '监护人', en: 'guardians' },
};

export function isRecordedRelation(fact: string): fact is Relation {
  return Object.hasOwn(relationWords, fact);
}
