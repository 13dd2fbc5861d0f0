import { factName } from '../../facts.ts';
import type { Pack } from '../evaluate.ts';
import { isRecordedRelation } from '../tell/relation-words.ts';
import type { Gap } from '../compile/values.ts';

/**
 * Facts that are missing, in an order that hangs neither on how the rule is written nor on how the family is listed: the subject's first,
 * then those of relatives by id; of each the relations, then the facts as the pack asks and declares them. A fact of the subject is called
 * as the subject's (`child.birth`), also where the rule met it in a loop over the family (`m.birth`).
 */
export function inSetOrder(
  { info, rule }: Pick<Pack, 'info' | 'rule'>,
  subject: string,
  gaps: readonly Gap[],
): readonly Gap[] {
  if (gaps.length === 0) return gaps;
  const asked = info.questions.map(({ fact }) => factName(fact));
  const places = new Map([...new Set([...asked, ...rule.facts.keys()])].map((fact, place) => [fact, place]));
  const place = ({ fact }: Gap): number => (isRecordedRelation(fact) ? -1 : (places.get(fact) ?? places.size));
  const isSubjects = ({ person }: Gap): boolean => person === subject;
  return gaps
    .map((gap) => (isSubjects(gap) ? { ...gap, name: `${rule.subject}.${gap.fact}` } : gap))
    .toSorted(
      (a, b) =>
        Number(isSubjects(b)) - Number(isSubjects(a)) ||
        compareText(a.person, b.person) ||
        place(a) - place(b) ||
        compareText(a.fact, b.fact),
    );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
