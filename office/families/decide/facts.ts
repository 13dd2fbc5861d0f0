import type { Facts, PersonFacts } from '../../../rules/facts.ts';
import type { Day } from '../../../values/day.ts';
import type { PersonId } from '../../../values/id.ts';
import type { Family, Person } from '../case.ts';

/**
 * What the rules may know of a household on a day (`law/vocabulary.yaml`): birth, whether living, nationality, who lives together, and who
 * is whose parent, spouse or guardian. A registered family is one household. No name, no number, no address; what the register doesn't know
 * is absent.
 */
export function factsOf(family: Family, subject: PersonId, on: Day): Facts {
  return {
    on,
    people: family.people.map((person) => personFacts(person, on)),
    households: [family.people.map(({ id }) => id)],
    links: family.kinships.map(({ kind, from, to }) => ({ kind, from, to })),
    subject,
  };
}

function personFacts(person: Person, on: Day): PersonFacts {
  const { id, birth, nationality, diedOn } = person;
  const alive = diedOn === undefined || diedOn > on;
  return { id, birth, alive, ...(nationality === undefined ? {} : { nationality }) };
}
