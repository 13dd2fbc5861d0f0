import type { Facts } from '../facts.ts';
import { worldOf } from '../ir/interpret.ts';
import { Builder, type Graph, type Node, type NodeOf, reachable, type Scope } from '../ir/node.ts';
import { remade } from '../ir/passes/rewrite.ts';

/** Whose fact a node of a grounded graph is. */
export interface Owned {
  readonly person: string;
  readonly fact: string;
}

/** A graph written out for one family: no person is sought in it any more, every fact is that of somebody by name. */
export interface Grounded {
  readonly eligible: Node;
  readonly amount: Node;
  /** Operands before their users. */
  readonly nodes: readonly Node[];
  readonly facts: ReadonlyMap<NodeOf<'fact'>, Owned>;
}

interface Place {
  readonly scope: Scope;
  readonly person: string;
  readonly outer?: Place;
  readonly made: Map<Node, Node>;
  readonly inner: Map<Scope, readonly Place[]>;
}

const placeOf = (scope: Scope, person: string, outer?: Place): Place => ({
  scope,
  person,
  made: new Map(),
  inner: new Map(),
  ...(outer && { outer }),
});

/** The place itself, or the one around it that is of the scope. */
function around(place: Place, scope: Scope): Place {
  let at: Place | undefined = place;
  while (at !== undefined && at.scope !== scope) at = at.outer;
  if (at === undefined) throw new Error('A node was asked for outside its scope.');
  return at;
}

/** Writes the graph (parameters put in) out for the family: an aggregate becomes what its elements are joined by. */
export function grounded(graph: Graph, facts: Facts): Grounded {
  const world = worldOf(facts);
  const build = new Builder();
  const owned = new Map<NodeOf<'fact'>, Owned>();

  const elements = (at: Place, over: Scope): readonly Place[] | undefined => {
    const known = at.inner.get(over);
    if (known !== undefined) return known;
    const { outer } = over;
    const people = outer && world.relatives(around(at, outer.of).person, outer.relation);
    const places = people && Array.from(people, (person) => placeOf(over, person, at));
    if (places !== undefined) at.inner.set(over, places);
    return places;
  };

  const joined = (at: Place, { aggregation, over, args, sort }: NodeOf<'aggregate'>): Node => {
    const [body, guard] = args;
    const among = elements(at, over);
    if (body === undefined) throw new Error('An aggregate has a body.');
    if (among === undefined) return build.unknown(sort, over.outer?.relation ?? '');
    const zero = aggregation === 'sum' ? build.constant(0n) : build.constant(aggregation === 'every');
    const parts = among.map((element) => {
      const item = ground(element, body);
      if (guard === undefined) return item;
      const counts = ground(element, guard);
      if (aggregation === 'sum') return build.select(counts, item, zero);
      return aggregation === 'some'
        ? build.binary('and', counts, item)
        : build.binary('or', build.unary('not', counts), item);
    });
    const op = aggregation === 'sum' ? 'add' : aggregation === 'some' ? 'or' : 'and';
    return parts.reduce((a, b) => build.binary(op, a, b), zero);
  };

  const ground = (place: Place, node: Node): Node => {
    const here = around(place, node.scope);
    const known = here.made.get(node);
    if (known !== undefined) return known;
    const made = written(here, node);
    here.made.set(node, made);
    return made;
  };

  const written = (at: Place, node: Node): Node => {
    if (node.op === 'aggregate') return joined(at, node);
    if (node.op === 'fact') return factOf(at.person, node);
    const args = node.args.map((arg) => ground(at, arg));
    return remade(build, node, args, () => build.household);
  };

  const factOf = (person: string, { fact, type, view }: NodeOf<'fact'>): Node => {
    const node = build.fact(build.household, `${person}\n${fact}`, type, view);
    if (node.op === 'fact') owned.set(node, { person, fact });
    return node;
  };

  const household = placeOf(graph.builder.household, facts.subject);
  const subject = placeOf(graph.builder.subject, facts.subject, household);
  const [eligible, amount] = [ground(subject, graph.eligible), ground(subject, graph.amount)];
  return { eligible, amount, nodes: reachable([eligible, amount]), facts: owned };
}
