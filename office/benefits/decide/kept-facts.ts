import type { Determination } from '../../../rules/determination.ts';
import type { Facts, PersonFacts } from '../../../rules/facts.ts';
import { isRecordedRelation } from '../../../rules/explain/tell/relation-words.ts';
import { relativesOf } from '../../../rules/explain/facts/relatives.ts';

/**
 * What a case keeps of a household: no more than the determination used, and all of that, so that the same pack says the same of it again.
 * The subject and whoever else's facts the trace names are kept with their facts; whoever was only found or counted
 * (`count(child.members)`) without any.
 */
export function keptFacts(facts: Facts, { trace }: Pick<Determination, 'trace'>): Facts {
  const asked = new Set([facts.subject]);
  const found = new Set<string>();
  const visit = ({ fact, children }: Determination['trace']): void => {
    if (fact) {
      const relation = fact.name.slice(fact.name.lastIndexOf('.') + 1);
      if (isRecordedRelation(relation)) {
        for (const id of [fact.person, ...(relativesOf(facts, fact.person, relation) ?? [])]) found.add(id);
      } else asked.add(fact.person);
    }
    children.forEach(visit);
  };
  visit(trace);
  const isKept = (id: string): boolean => asked.has(id) || found.has(id);
  const people = facts.people
    .filter(({ id }) => isKept(id))
    .map((person): PersonFacts => (asked.has(person.id) ? person : { id: person.id }));
  const links = facts.links?.filter(({ from, to }) => isKept(from) && isKept(to));
  const households = facts.households
    ?.map((household) => household.filter(isKept))
    .filter((household) => household.length > 0);
  return { ...facts, people, ...(links && { links }), ...(households && { households }) };
}
