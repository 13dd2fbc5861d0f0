import type { Link, PersonFacts } from '../../facts.ts';
import type { ProblemKind } from './fact-problems.ts';

type Add = (path: string, kind: ProblemKind, values?: Readonly<Record<string, string>>) => undefined;

const birthOf = (person: PersonFacts | undefined): string | undefined => {
  const birth = person?.['birth'];
  return typeof birth === 'string' ? birth : undefined;
};

/** A parent was born before the child, as far as both dates are known to the same precision. */
function isYounger(parent: PersonFacts | undefined, child: PersonFacts | undefined): boolean {
  const [a, b] = [birthOf(parent), birthOf(child)];
  if (a === undefined || b === undefined) return false;
  const precision = Math.min(a.length, b.length);
  return precision === 10 ? a >= b : a.slice(0, precision) > b.slice(0, precision);
}

/** Whether some person is their own ancestor. Takes away whoever has no parent left (Kahn), without recursion. */
function hasCircle(links: readonly Link[]): boolean {
  const parentsLeft = new Map<string, number>();
  const childrenOf = new Map<string, string[]>();
  for (const { from, to } of links) {
    parentsLeft.set(to, (parentsLeft.get(to) ?? 0) + 1);
    if (!parentsLeft.has(from)) parentsLeft.set(from, 0);
    childrenOf.set(from, [...(childrenOf.get(from) ?? []), to]);
  }
  const free = [...parentsLeft].filter(([, count]) => count === 0).map(([id]) => id);
  let taken = 0;
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    taken += 1;
    for (const child of childrenOf.get(id) ?? []) {
      const left = (parentsLeft.get(child) ?? 0) - 1;
      parentsLeft.set(child, left);
      if (left === 0) free.push(child);
    }
  }
  return taken < parentsLeft.size;
}

/** Links join two different people who are there; parents are older and not their own descendants. */
export function checkLinks(people: readonly PersonFacts[], links: readonly (Link | undefined)[], add: Add): void {
  const byId = new Map(people.map((person) => [person.id, person]));
  links.forEach((link, i) => {
    if (link === undefined) return;
    const { kind, from, to } = link;
    if (from === to) add(`links[${i}]`, 'link-to-self');
    for (const end of ['from', 'to'] as const)
      if (!byId.has(link[end])) add(`links[${i}].${end}`, 'nobody', { id: link[end] });
    if (kind === 'parent' && from !== to && isYounger(byId.get(from), byId.get(to)))
      add(`links[${i}]`, 'parent-not-older', { from, to });
  });
  const parents = links
    .filter((link) => link !== undefined)
    .filter(({ kind, from, to }) => kind === 'parent' && from !== to);
  if (hasCircle(parents)) add('links', 'parents-in-a-circle');
}
