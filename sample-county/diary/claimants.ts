import type { Day } from '../../values/day.ts';
import type { Division } from '../../values/division.ts';
import type { AccountId, FamilyId, PersonId } from '../../values/id.ts';
import type { SampleCounty } from '../people/generate.ts';

/** A child, and who may ask for it: the person whose account the office knows. */
export interface Claimant {
  readonly child: PersonId;
  readonly birth: Day;
  readonly applicant: PersonId;
  readonly family: FamilyId;
  readonly account: AccountId;
  readonly residence: Division;
}

/** Everyone for whom a parent or guardian with an account and a phone could apply. */
export function claimantsOf(county: SampleCounty): readonly Claimant[] {
  return county.families.flatMap(({ id, residence, people, links, accounts }) =>
    accounts.flatMap((account) => {
      const holder = people.find((person) => person.id === account.person);
      if (holder?.phone === undefined) return [];
      const children = new Set(
        links.filter(({ kind, from }) => kind !== 'spouse' && from === account.person).map(({ to }) => to),
      );
      return people
        .filter((person) => children.has(person.id))
        .map(({ id: child, birth }) => ({
          child,
          birth,
          applicant: account.person,
          family: id,
          account: account.id,
          residence,
        }));
    }),
  );
}
