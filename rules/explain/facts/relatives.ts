import { unreachable } from '../../../values/unreachable.ts';
import type { Relation } from '../../check/expression/checked.ts';
import type { Reach } from '../../check/rule/reach.ts';
import type { Facts, Household, Link } from '../../facts.ts';

/**
 * Ids of the person's relatives, each once; undefined where they are not known. Links that were not given are not known, given ones
 * are complete; so are households.
 */
export function relativesOf(
  { links, households }: Facts,
  id: string,
  relation: Relation,
): ReadonlySet<string> | undefined {
  if (relation === 'members') return households && membersOf(households, id);
  return links && new Set(linkedTo(links, id, relation));
}

/** Ids of everybody within that reach of the subject, the subject too. */
export function idsSeen(facts: Facts, { steps, relations }: Reach): ReadonlySet<string> {
  const seen = new Set([facts.subject]);
  const homes = new Map<string, Household[]>();
  if (relations.has('members'))
    for (const household of facts.households ?? [])
      for (const id of household) homes.set(id, [...(homes.get(id) ?? []), household]);
  const entered = new Set<Household>();
  let edge: readonly string[] = [facts.subject];
  for (let step = 0; step < steps && edge.length > 0; step += 1) {
    const before = seen.size;
    for (const id of edge) {
      for (const relation of relations)
        if (relation !== 'members') for (const other of linkedTo(facts.links ?? [], id, relation)) seen.add(other);
      for (const household of homes.get(id) ?? []) {
        if (entered.has(household)) continue;
        entered.add(household);
        for (const member of household) seen.add(member);
      }
    }
    edge = [...seen].slice(before);
  }
  return seen;
}

/** Everyone who lives where the person lives, the person first: in every household that the person is in, or alone. */
function membersOf(households: readonly Household[], id: string): ReadonlySet<string> {
  return new Set([id, ...households.filter((household) => household.includes(id)).flat()]);
}

/** A spouse's link goes both ways. */
function linkedTo(links: readonly Link[], id: string, relation: Exclude<Relation, 'members'>): readonly string[] {
  switch (relation) {
    case 'parents':
      return links.filter(({ kind, to }) => kind === 'parent' && to === id).map(({ from }) => from);
    case 'children':
      return links.filter(({ kind, from }) => kind === 'parent' && from === id).map(({ to }) => to);
    case 'guardians':
      return links.filter(({ kind, to }) => kind === 'guardian' && to === id).map(({ from }) => from);
    case 'spouse':
      return links
        .filter(({ kind, from, to }) => kind === 'spouse' && (from === id || to === id))
        .map(({ from, to }) => (from === id ? to : from));
  }
  return unreachable(relation);
}
