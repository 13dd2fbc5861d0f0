import type { Day } from '../../../values/day.ts';
import type { Relation } from '../../check/expression/checked.ts';
import type { Reach } from '../../check/rule/reach.ts';
import type { Facts, FactValue, PersonFacts } from '../../facts.ts';
import { idsSeen, relativesOf } from './relatives.ts';
import type { Gap, Value } from '../compile/values.ts';

/** A family as a rule sees it, wherever its facts are kept. */
export interface Family {
  readonly on: Day;
  /** Whom the benefit is for, by id. */
  readonly subject: string;
  readonly personOf: (id: string) => PersonFacts | undefined;
  /** Ids, each once; of `members` the person's own first. Undefined where they are not known. */
  readonly relativesOf: (id: string, relation: Relation) => ReadonlySet<string> | undefined;
  /** Everybody whom a rule of that reach may see, the subject too, in any order. */
  readonly seen: (reach: Reach) => Iterable<PersonFacts>;
  /** The subject's household, where what it comes to is kept for all its members. */
  readonly household?: SharedHousehold;
  /** What the household's loops came to for these facts, if something is filled in; else it is the household's own. */
  readonly filling?: Filling;
}

/** Facts filled in somehow, the same for all members of a household that they are filled in for. */
interface Filling {
  readonly changed: ReadonlyMap<string, PersonFacts>;
  /** By loop. */
  readonly values: Map<object, Value>;
}

/** One household that several people are determined in, for one rule, period and day. The subject must stand in this household alone. */
export interface SharedHousehold {
  /** Members of whom every fact that the rule uses is known: nothing about them is ever tried. */
  readonly known: readonly PersonFacts[];
  /** Ids of the others, in the order in which the household has them. */
  readonly open: readonly string[];
  /** What was worked out for the known members, by whatever it was worked out for. */
  readonly kept: Map<object, unknown>;
  /** What loops come to for a member who is none of the open ones, by loop. */
  readonly values: Map<object, Value>;
  /** Ways of filling in facts of the open members, by what is filled in. */
  readonly fillings: Map<string, Filling>;
}

/** More ways than this are forgotten and made again. */
const mostFillings = 1024;

export function familyOf(facts: Facts): Family {
  const people = new Map(facts.people.map((person) => [person.id, person]));
  return {
    on: facts.on,
    subject: facts.subject,
    personOf: (id) => people.get(id),
    relativesOf: (id, relation) => relativesOf(facts, id, relation),
    seen: (reach) => [...idsSeen(facts, reach)].flatMap((id) => people.get(id) ?? []),
  };
}

/** The same family with these facts filled in. */
export function withFilled(
  family: Family,
  filled: readonly { readonly gap: Gap; readonly value: FactValue }[],
): Family {
  const { household } = family;
  const isShared = household !== undefined && !household.open.includes(family.subject);
  const key = isShared
    ? JSON.stringify(filled.map(({ gap, value }) => [gap.person, gap.fact, typeof value, String(value)]))
    : '';
  const known = isShared ? household.fillings.get(key) : undefined;
  const filling = known ?? { changed: changedBy(family, filled), values: new Map() };
  if (isShared && known === undefined) {
    if (household.fillings.size >= mostFillings) household.fillings.clear();
    household.fillings.set(key, filling);
  }
  const { changed } = filling;
  return { ...family, personOf: (id) => changed.get(id) ?? family.personOf(id), filling };
}

function changedBy(
  family: Family,
  filled: readonly { readonly gap: Gap; readonly value: FactValue }[],
): ReadonlyMap<string, PersonFacts> {
  const changed = new Map<string, PersonFacts>();
  for (const { gap, value } of filled) {
    const person = changed.get(gap.person) ?? family.personOf(gap.person);
    if (person !== undefined) changed.set(gap.person, { ...person, [gap.fact]: value });
  }
  return changed;
}
