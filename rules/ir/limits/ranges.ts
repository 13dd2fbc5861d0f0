import { unreachable } from '../../../values/unreachable.ts';
import type { RegisterInfo } from '../../columns/shard.ts';
import { floorDivided } from '../passes/fold.ts';
import type { DividingOp, Node, NodeOf, Scope, UnaryOp } from '../node.ts';

/** Least and greatest value that a node can have. Of one that is never known there is none: `least` is above `greatest`. */
export interface Range {
  readonly least: bigint;
  readonly greatest: bigint;
}

/** Of what is never known. */
export const noRange: Range = { least: 1n, greatest: 0n };

/** Whether no value is ever known. */
export function isNever({ least, greatest }: Range): boolean {
  return least > greatest;
}

const smallest = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a < b ? a : b));
const largest = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a > b ? a : b));
const spanning = (values: readonly bigint[]): Range => ({ least: smallest(values), greatest: largest(values) });
const either = (ranges: readonly Range[]): Range => {
  const some = ranges.filter((range) => !isNever(range));
  return some.length === 0 ? noRange : spanning(some.flatMap(({ least, greatest }) => [least, greatest]));
};

/** Of the facts: what each one's values lie between. */
export type FactRange = (node: NodeOf<'fact'>) => Range;

/** How many people an element of the scope around sees in the scope, at most. */
export type MostElements = (over: Scope) => bigint;

/** What every number of the register lies between. */
export function registerRange(register: RegisterInfo): FactRange {
  return ({ fact, view }) => {
    const column = register.columns.get(fact);
    const { least = 0n, greatest = 0n } = column ?? {};
    return view === 'month' ? { least: least >> 5n, greatest: greatest >> 5n } : { least, greatest };
  };
}

export function registerMost(register: RegisterInfo): MostElements {
  return ({ outer }) =>
    BigInt(outer?.relation === 'members' ? register.largestHousehold : Math.max(1, register.mostLinks));
}

/**
 * The range of every number among the nodes (operands before users), by interval arithmetic: never too narrow, sometimes too wide. Booleans
 * have none.
 */
export function rangesOf(nodes: readonly Node[], facts: FactRange, most: MostElements): ReadonlyMap<Node, Range> {
  const ranges = new Map<Node, Range>();
  const of = (node: Node | undefined): Range => {
    const found = node && ranges.get(node);
    if (found === undefined) throw new Error('A number without a range.');
    return found;
  };
  for (const node of nodes) if (node.sort !== 'boolean') ranges.set(node, rangeOf(node, of, facts, most));
  return ranges;
}

export function rangeOf(
  node: Node,
  of: (node: Node | undefined) => Range,
  facts: FactRange,
  most: MostElements,
): Range {
  const [first, second, third] = node.args;
  switch (node.op) {
    case 'constant':
      return typeof node.value === 'bigint' ? spanning([node.value]) : { least: 0n, greatest: 0n };
    case 'fact':
      return facts(node);
    case 'unknown':
      return noRange;
    case 'select':
      return either([of(second), of(third)]);
    case 'needs':
      return of(second);
    case 'aggregate': {
      const { least, greatest } = of(first);
      const count = most(node.over);
      // Of none it is 0, also where no element's number is known.
      return { least: smallest([0n, least * count]), greatest: largest([0n, greatest * count]) };
    }
    case 'negate':
    case 'absolute':
    case 'floor-divide':
    case 'modulo':
      return isNever(of(first)) ? noRange : ofOne(node, of(first));
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'minimum':
    case 'maximum':
      return isNever(of(first)) || isNever(of(second)) ? noRange : combined[node.op](of(first), of(second));
    case 'equal':
    case 'less':
    case 'at-most':
    case 'and':
    case 'or':
    case 'both':
    case 'not':
    case 'parameter':
    case 'parameter-at':
      throw new Error(`No range is known of ${node.op}.`);
  }
  return unreachable(node);
}

function ofOne(node: NodeOf<UnaryOp | DividingOp>, { least, greatest }: Range): Range {
  switch (node.op) {
    case 'negate':
      return { least: -greatest, greatest: -least };
    case 'absolute':
      return least >= 0n
        ? { least, greatest }
        : { least: greatest < 0n ? -greatest : 0n, greatest: largest([-least, greatest]) };
    case 'floor-divide':
      return { least: floorDivided(least, node.by), greatest: floorDivided(greatest, node.by) };
    case 'modulo': {
      const sameTurn = floorDivided(least, node.by) === floorDivided(greatest, node.by);
      const rest = (value: bigint): bigint => value - floorDivided(value, node.by) * node.by;
      return sameTurn ? { least: rest(least), greatest: rest(greatest) } : { least: 0n, greatest: node.by - 1n };
    }
    case 'not':
      throw new Error('A boolean has no range.');
  }
  return unreachable(node);
}

const combined: Readonly<
  Record<'add' | 'subtract' | 'multiply' | 'minimum' | 'maximum', (a: Range, b: Range) => Range>
> = {
  add: (a, b) => ({ least: a.least + b.least, greatest: a.greatest + b.greatest }),
  subtract: (a, b) => ({ least: a.least - b.greatest, greatest: a.greatest - b.least }),
  multiply: (a, b) =>
    spanning([a.least * b.least, a.least * b.greatest, a.greatest * b.least, a.greatest * b.greatest]),
  minimum: (a, b) => ({ least: smallest([a.least, b.least]), greatest: smallest([a.greatest, b.greatest]) }),
  maximum: (a, b) => ({ least: largest([a.least, b.least]), greatest: largest([a.greatest, b.greatest]) }),
};
