import type { Builder, Node, Scope } from '../node.ts';

/** One value; a ratio is `node / denominator`. */
export interface Scalar {
  readonly kind: 'scalar';
  readonly node: Node;
  readonly denominator: bigint;
}

/**
 * Part of a list: one element, or one for each person of a scope. The elements are `value`, or the persons themselves; those whose guard is
 * false are left out.
 */
export interface Part {
  readonly scope?: Scope;
  readonly value?: Scalar;
  readonly guard?: Node;
}

export interface List {
  readonly kind: 'list';
  readonly parts: readonly Part[];
}

/** What an expression is in the IR: a value, a person, or a list of either. */
export type Lowered = Scalar | { readonly kind: 'person'; readonly scope: Scope } | List;

export function scalar(node: Node, denominator = 1n): Scalar {
  return { kind: 'scalar', node, denominator };
}

/** The value over another denominator, of which its own is a divisor. */
export function overDenominator(build: Builder, { node, denominator }: Scalar, wanted: bigint): Node {
  return wanted === denominator ? node : build.binary('multiply', node, build.constant(wanted / denominator));
}
