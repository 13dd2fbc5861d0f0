import type { Relation } from '../check/expression/checked.ts';
import type { Parameter } from '../check/rule/rule.ts';
import type { WrittenType } from '../check/expression/types.ts';

/**
 * The intermediate representation: what a rule computes, as a graph of few operations over whole numbers, booleans and texts. Money is fen,
 * a date `year << 9 | month << 5 | day`, a month `year * 12 + month - 1`, a ratio its numerator over a denominator fixed when lowered.
 * Every value may be not known; what an operation makes of that is part of its meaning:
 *
 * strict (unknown when an operand is): arithmetic, comparisons, `both`; `needs` too, but what is behind its first is not asked where that
 * is unknown Kleene (false settles `and`, true settles `or`): and, or, and the aggregates some and every `select`: the taken branch; when
 * the condition is unknown, the branches' value if both are known and equal aggregates: unknown when a guard of any element is; `sum` also
 * when an element that counts is
 */
export type Sort = 'boolean' | 'integer' | 'text';

/**
 * Whose value it is: the subject's, or that of each person in a relation of a person of the scope around. Around the subject is its
 * household, of which the subject is one member: what it comes to is the same for all of them.
 */
export interface Scope {
  readonly id: number;
  readonly depth: number;
  /**
   * Absent for the household. The people are in the relation of the person of `of`: of the scope itself or, where a loop within a loop
   * speaks of both their people, of one around it. `some a in e.children satisfies (some b in e.children satisfies a.birth < b.birth)` has
   * b in a scope within that of a, and both are children of e.
   */
  readonly outer?: { readonly scope: Scope; readonly relation: Relation; readonly of: Scope };
}

export type BinaryOp =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'minimum'
  | 'maximum'
  | 'equal'
  | 'less'
  | 'at-most'
  | 'and'
  | 'or'
  | 'both'
  | 'needs';
export type UnaryOp = 'negate' | 'absolute' | 'not';
export type DividingOp = 'floor-divide' | 'modulo';
export type Aggregation = 'sum' | 'some' | 'every';

/** A date's own value, or its month as `year << 4 | month`, which is known also where the day is not. */
export type View = 'whole' | 'month';

export type Node = {
  /** Nodes are made once: two with one id are the same, and an operand's id is less than its user's. */
  readonly id: number;
  readonly sort: Sort;
  readonly scope: Scope;
  readonly args: readonly Node[];
} & (
  | { readonly op: 'constant'; readonly value: bigint | boolean | string }
  | { readonly op: 'fact'; readonly fact: string; readonly type: WrittenType; readonly view: View }
  /** Never known: a fact or a relation that the register does not hold. */
  | { readonly op: 'unknown'; readonly gap: string }
  | { readonly op: 'parameter'; readonly key: string }
  /** The parameter on the date (or on the first of the month) that the operand is. */
  | { readonly op: 'parameter-at'; readonly key: string; readonly unit: 'date' | 'month' }
  | { readonly op: BinaryOp }
  | { readonly op: UnaryOp }
  /** Rounds toward minus infinity; the divisor is positive. */
  | { readonly op: DividingOp; readonly by: bigint }
  | { readonly op: 'select' }
  /** `args` are the body and, if not every element counts, the guard; both of the scope `over` or of one around it. */
  | { readonly op: 'aggregate'; readonly aggregation: Aggregation; readonly over: Scope }
);

export type NodeOf<Op extends Node['op']> = Extract<Node, { op: Op }>;

const sortOf: Readonly<Record<BinaryOp, Sort | 'second'>> = {
  add: 'integer',
  subtract: 'integer',
  multiply: 'integer',
  minimum: 'integer',
  maximum: 'integer',
  equal: 'boolean',
  less: 'boolean',
  'at-most': 'boolean',
  and: 'boolean',
  or: 'boolean',
  both: 'boolean',
  needs: 'second',
};

type Without<T> = T extends unknown ? Omit<T, 'id' | 'scope'> : never;
type Body = Without<Node>;

/** Makes nodes, each once (hash-consing), and the scopes they stand in. */
export class Builder {
  readonly household: Scope = { id: 0, depth: 0 };
  readonly subject: Scope = {
    id: 1,
    depth: 1,
    outer: { scope: this.household, relation: 'members', of: this.household },
  };
  readonly #nodes = new Map<string, Node>();
  readonly #scopes = new Map<string, Scope>();

  /** The scope of the persons in a relation of the scope's person, or of the person of one around it; the same for everyone who asks. */
  within(scope: Scope, relation: Relation, of: Scope = scope): Scope {
    if (!isWithin(scope, of)) throw new Error('Relatives are seen from a person in sight.');
    const key = `${scope.id} ${relation} ${of.id}`;
    const known = this.#scopes.get(key);
    if (known !== undefined) return known;
    const made: Scope = { id: this.#scopes.size + 2, depth: scope.depth + 1, outer: { scope, relation, of } };
    this.#scopes.set(key, made);
    return made;
  }

  constant(value: bigint | boolean | string): Node {
    const sort = typeof value === 'bigint' ? 'integer' : typeof value === 'boolean' ? 'boolean' : 'text';
    return this.#make(`constant ${sort} ${value}`, this.household, { op: 'constant', value, sort, args: [] });
  }

  fact(scope: Scope, fact: string, type: WrittenType, view: View): Node {
    const sort = type === 'boolean' ? 'boolean' : type === 'text' || type === 'enum' ? 'text' : 'integer';
    return this.#make(`fact ${scope.id} ${fact} ${view}`, scope, { op: 'fact', fact, type, view, sort, args: [] });
  }

  unknown(sort: Sort, gap: string): Node {
    return this.#make(`unknown ${sort} ${gap}`, this.household, { op: 'unknown', gap, sort, args: [] });
  }

  parameter(key: string, sort: Sort): Node {
    return this.#make(`parameter ${key}`, this.household, { op: 'parameter', key, sort, args: [] });
  }

  parameterAt(key: string, sort: Sort, unit: 'date' | 'month', at: Node): Node {
    return this.#make(`at ${key} ${unit} ${at.id}`, at.scope, { op: 'parameter-at', key, unit, sort, args: [at] });
  }

  binary(op: BinaryOp, a: Node, b: Node): Node {
    const sort = sortOf[op];
    const scope = innermost(a.scope, b.scope);
    return this.#make(`${op} ${a.id} ${b.id}`, scope, { op, sort: sort === 'second' ? b.sort : sort, args: [a, b] });
  }

  unary(op: UnaryOp, a: Node): Node {
    return this.#make(`${op} ${a.id}`, a.scope, { op, sort: op === 'not' ? 'boolean' : 'integer', args: [a] });
  }

  divide(op: DividingOp, a: Node, by: bigint): Node {
    if (by <= 0n) throw new Error(`A divisor is positive: ${by}`);
    return this.#make(`${op} ${a.id} ${by}`, a.scope, { op, by, sort: 'integer', args: [a] });
  }

  select(condition: Node, whenTrue: Node, whenFalse: Node): Node {
    const scope = innermost(condition.scope, innermost(whenTrue.scope, whenFalse.scope));
    const key = `select ${condition.id} ${whenTrue.id} ${whenFalse.id}`;
    return this.#make(key, scope, { op: 'select', sort: whenTrue.sort, args: [condition, whenTrue, whenFalse] });
  }

  aggregate(aggregation: Aggregation, over: Scope, body: Node, guard: Node | undefined): Node {
    if (over.outer === undefined) throw new Error('An aggregate runs over a relation.');
    const args = guard === undefined ? [body] : [body, guard];
    const key = `${aggregation} ${over.id} ${args.map(({ id }) => id).join(' ')}`;
    const sort = aggregation === 'sum' ? 'integer' : 'boolean';
    return this.#make(key, over.outer.scope, { op: 'aggregate', aggregation, over, sort, args });
  }

  #make(key: string, scope: Scope, body: Body): Node {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const made = { ...body, scope, id: this.#nodes.size } as Node;
    this.#nodes.set(key, made);
    return made;
  }
}

/** Whether a scope is another or stands within it. */
export function isWithin(scope: Scope, outer: Scope): boolean {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer?.scope) if (at === outer) return true;
  return false;
}

/** The deeper of two scopes, of which one stands within the other. */
export function innermost(a: Scope, b: Scope): Scope {
  const [outer, inner] = a.depth <= b.depth ? [a, b] : [b, a];
  if (isWithin(inner, outer)) return inner;
  throw new Error('Two lists were mixed in one expression: the checker let something through.');
}

/** A reason that the rule can give, and when it does (where that is not known, it does not). */
export interface ReasonNode {
  /** The name in the rule and how it came out: `isLocal.no`, `amount`. */
  readonly code: string;
  readonly when: Node;
}

/** A parameter of the rule, or of another benefit that it refers to. */
export interface GraphParameter {
  readonly parameter: Parameter;
  /** Of ratios: what all its values are put over. 1 for all others. */
  readonly denominator: bigint;
}

/** What a rule asks for, for one period. */
export interface Graph {
  readonly builder: Builder;
  /** By the key of `parameter` nodes: its name, behind that of the benefit it is of. */
  readonly parameters: ReadonlyMap<string, GraphParameter>;
  readonly eligible: Node;
  readonly amount: Node;
  /** The rule's named steps that have one value a subject, in order; ratios over their denominator. */
  readonly steps: readonly { readonly name: string; readonly node: Node; readonly denominator: bigint }[];
  readonly reasons: readonly ReasonNode[];
  readonly limits: readonly Limit[];
}

/**
 * A value that must lie between two others wherever it is used: outside the calendar, or before a parameter's first day, `explain` throws.
 */
export interface Limit {
  readonly node: Node;
  readonly least: bigint;
  readonly greatest: bigint;
  /** As the pack writes it. */
  readonly text: string;
}

/** Every node that the roots rest on, operands before their users. */
export function reachable(roots: readonly Node[]): readonly Node[] {
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    for (const arg of node.args) visit(arg);
    seen.add(node);
  };
  roots.forEach(visit);
  return [...seen].toSorted((a, b) => a.id - b.id);
}

/** All roots of a graph. */
export function rootsOf(graph: Graph): readonly Node[] {
  const { eligible, amount, steps, reasons, limits } = graph;
  return [
    eligible,
    amount,
    ...steps.map(({ node }) => node),
    ...reasons.map(({ when }) => when),
    ...limits.map(({ node }) => node),
  ];
}
