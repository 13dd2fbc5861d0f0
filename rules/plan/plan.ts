import type { Relation } from '../check/expression/checked.ts';
import { type Builder, type Node, type NodeOf, reachable, type Scope } from '../ir/node.ts';

// In which order a whole register is worked out. Everything is elementwise work over a space, sums over the elements of an inner space, and
// reading what an outer space has; JS, WASM and SQL carry out the same plan.

/**
 * The elements over which values stand: households, the rows (people) in them, or the people in a relation of each element of the outer
 * space.
 */
export interface Space {
  readonly kind: 'households' | 'rows' | 'links';
  readonly scope: Scope;
  /** Rows lie in households, links in the space they are seen from. */
  readonly outer?: Space;
  readonly relation?: Relation;
  /** Links only: the people are in the relation of the person of this space's element, the outer one or one further out. */
  readonly of?: Space;
}

/** One pass over the elements of a space: what is computed, what of it is kept, and which sums over it are begun. */
export interface Stage {
  readonly space: Space;
  readonly level: number;
  /** Computed here, operands first. Constants and facts stand in no stage: they are read where they are needed. */
  readonly nodes: readonly Node[];
  /** Of those, what a later stage or an inner space reads. */
  readonly kept: readonly Node[];
  /** Aggregates over this space's elements: what they sum is known here, what they come to in a stage of the outer space. */
  readonly sums: readonly NodeOf<'aggregate'>[];
  /** Results that are known from here on. Rows only. */
  readonly results: readonly Result[];
}

/** Something that is wanted of each subject. */
export interface Result {
  readonly name: string;
  readonly nodes: readonly Node[];
}

export interface Plan {
  readonly spaces: readonly Space[];
  /** A stage needs only what stages before it have. */
  readonly stages: readonly Stage[];
  /** Facts of the rows, by name, that any stage reads. */
  readonly facts: readonly string[];
  readonly relations: ReadonlySet<Relation>;
}

const isLeaf = (node: Node): boolean => node.op === 'constant' || node.op === 'fact' || node.op === 'unknown';

/** Lays out the results of a graph (parameters put in, households once) in stages. */
export function planOf(builder: Builder, results: readonly Result[]): Plan {
  const nodes = reachable(results.flatMap((result) => result.nodes));
  const levels = levelsOf(nodes);
  const spaces = spacesOf(builder, nodes);
  const used = new Set<string>();
  const stages: Stage[] = [];
  const last = Math.max(0, ...results.map((result) => levelOfResult(builder, levels, result)), ...levels.values());
  const keptNodes = keptOf(builder, nodes, levels, results);
  for (let level = 0; level <= last; level += 1) {
    for (const space of spaces) {
      const here = nodes.filter((node) => !isLeaf(node) && node.scope === space.scope && levels.get(node) === level);
      const sums = nodes.filter(
        (node): node is NodeOf<'aggregate'> =>
          node.op === 'aggregate' && node.over === space.scope && levelOfSum(node, levels) === level,
      );
      const ready =
        space.kind === 'rows' ? results.filter((result) => levelOfResult(builder, levels, result) === level) : [];
      if (here.length + sums.length + ready.length === 0) continue;
      stages.push({
        space,
        level,
        nodes: here,
        kept: here.filter((node) => keptNodes.has(node)),
        sums,
        results: ready,
      });
    }
  }
  for (const node of nodes) if (node.op === 'fact') used.add(node.fact);
  const relations = new Set(spaces.flatMap(({ kind, relation }) => (kind === 'links' && relation ? [relation] : [])));
  return { spaces, stages, facts: [...used], relations };
}

/** Reading what stands further out takes a stage of its own before; what an aggregate comes to, one after its elements. */
function levelFrom(scope: Scope, levels: ReadonlyMap<Node, number>, arg: Node): number {
  if (isLeaf(arg) && arg.op !== 'fact') return 0;
  const own = levels.get(arg) ?? 0;
  if (arg.op === 'fact') return 0;
  return arg.scope === scope ? own : own + 1;
}

function levelOfSum(node: NodeOf<'aggregate'>, levels: ReadonlyMap<Node, number>): number {
  return Math.max(0, ...node.args.map((arg) => levelFrom(node.over, levels, arg)));
}

function levelsOf(nodes: readonly Node[]): ReadonlyMap<Node, number> {
  const levels = new Map<Node, number>();
  for (const node of nodes) {
    const level =
      node.op === 'aggregate'
        ? levelOfSum(node, levels) + 1
        : Math.max(0, ...node.args.map((arg) => levelFrom(node.scope, levels, arg)));
    levels.set(node, level);
  }
  return levels;
}

function levelOfResult(builder: Builder, levels: ReadonlyMap<Node, number>, { nodes }: Result): number {
  return Math.max(0, ...nodes.map((node) => levelFrom(builder.subject, levels, node)));
}

/** Which nodes are read in another stage than their own. Facts and constants are read again instead. */
function keptOf(
  builder: Builder,
  nodes: readonly Node[],
  levels: ReadonlyMap<Node, number>,
  results: readonly Result[],
): ReadonlySet<Node> {
  const kept = new Set<Node>();
  const reads = (arg: Node, scope: Scope, level: number): void => {
    if (!isLeaf(arg) && (arg.scope !== scope || levels.get(arg) !== level)) kept.add(arg);
  };
  for (const node of nodes) {
    const scope = node.op === 'aggregate' ? node.over : node.scope;
    const level = node.op === 'aggregate' ? levelOfSum(node, levels) : (levels.get(node) ?? 0);
    for (const arg of node.args) reads(arg, scope, level);
  }
  for (const result of results)
    for (const node of result.nodes) reads(node, builder.subject, levelOfResult(builder, levels, result));
  return kept;
}

/** The spaces that are worked in, outer ones first. */
function spacesOf(builder: Builder, nodes: readonly Node[]): readonly Space[] {
  const households: Space = { kind: 'households', scope: builder.household };
  const rows: Space = { kind: 'rows', scope: builder.subject, outer: households, relation: 'members' };
  const spaces = new Map<Scope, Space>([
    [builder.household, households],
    [builder.subject, rows],
  ]);
  const spaceOf = (scope: Scope): Space => {
    const known = spaces.get(scope);
    if (known !== undefined) return known;
    if (scope.outer === undefined) throw new Error('A scope of another graph.');
    const made: Space = {
      kind: 'links',
      scope,
      outer: spaceOf(scope.outer.scope),
      relation: scope.outer.relation,
      of: spaceOf(scope.outer.of),
    };
    spaces.set(scope, made);
    return made;
  };
  for (const node of nodes) {
    spaceOf(node.scope);
    if (node.op === 'aggregate') spaceOf(node.over);
  }
  return [...spaces.values()].toSorted((a, b) => a.scope.depth - b.scope.depth || a.scope.id - b.scope.id);
}
