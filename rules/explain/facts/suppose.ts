import { factName, type Facts, type PersonFacts } from '../../facts.ts';
import type { Pack } from '../evaluate.ts';

/**
 * The facts with what a family's check takes for granted until somebody says otherwise (`pack.info.supposed`), such as that the
 * child one asks about is living. For the check without sign-in only: a case is decided on what the office knows.
 */
export function withSuppositions(pack: Pack, facts: Facts): Facts {
  const supposed = pack.info.supposed.map(({ fact, value }) => [factName(fact), value] as const);
  const filled = (person: PersonFacts): PersonFacts => {
    const absent = supposed.filter(([fact]) => person[fact] === undefined);
    return { ...person, ...Object.fromEntries(absent) };
  };
  return { ...facts, people: facts.people.map((person) => (person.id === facts.subject ? filled(person) : person)) };
}
