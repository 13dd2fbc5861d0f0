import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { Relation } from '../../check/expression/checked.ts';
import { words } from '../words/made/all.ts';

const said = new Map<string, Localized>(
  (Object.keys(words.en.relation) as Relation[]).map((name) => [name, inEveryLanguage(words, (w) => w.relation[name])]),
);

/** What a recorded relation is called; undefined for anything else. */
export function relationWords(fact: string): Localized | undefined {
  return said.get(fact);
}

export function isRecordedRelation(fact: string): fact is Relation {
  return said.has(fact);
}
