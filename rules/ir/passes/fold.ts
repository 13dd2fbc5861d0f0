import type { Builder, Graph, Node } from '../node.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { type Rewrite, rewritten } from './rewrite.ts';

/**
 * Works out what doesn't depend on anybody, and drops what changes nothing. A value that may not be known is never dropped: `0 * x` stays.
 */
export function folded(graph: Graph): Graph {
  return rewritten(graph, foldNode);
}

type Known = bigint | boolean | string;
const known = (node: Node | undefined): Known | undefined => (node?.op === 'constant' ? node.value : undefined);

export function floorDivided(a: bigint, by: bigint): bigint {
  const quotient = a / by;
  return a % by < 0n ? quotient - 1n : quotient;
}

/** What folding makes of one node. */
export const foldNode: Rewrite = (build, node, args, scopeOf) => {
  const [a, b, c] = args;
  const [x, y] = [known(a), known(b)];
  if (a === undefined) return undefined;
  switch (node.op) {
    case 'not':
      if (typeof x === 'boolean') return build.constant(!x);
      return a.op === 'not' ? a.args[0] : undefined;
    case 'negate':
      return typeof x === 'bigint' ? build.constant(-x) : undefined;
    case 'absolute':
      return typeof x === 'bigint' ? build.constant(x < 0n ? -x : x) : undefined;
    case 'floor-divide':
      return typeof x === 'bigint' ? build.constant(floorDivided(x, node.by)) : node.by === 1n ? a : undefined;
    case 'modulo':
      return typeof x === 'bigint' ? build.constant(x - floorDivided(x, node.by) * node.by) : undefined;
    case 'select':
      if (x !== undefined) return x === true ? b : c;
      // Where the branch is not known, what the condition hangs on is among what the result hangs on.
      return b === c && known(b) !== undefined ? b : undefined;
    case 'and':
    case 'or':
      return foldLogic(build, node.op, a, b);
    case 'both':
      if (x !== undefined && y !== undefined) return build.constant(x === true && y === true);
      return x === true ? b : y === true ? a : undefined;
    case 'needs':
      return x === undefined ? undefined : b;
    case 'aggregate':
      return known(b) === true ? build.aggregate(node.aggregation, scopeOf(node.over), a, undefined) : undefined;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'minimum':
    case 'maximum':
    case 'equal':
    case 'less':
    case 'at-most':
      return b === undefined ? undefined : foldBinary(build, node.op, a, b);
    case 'constant':
    case 'fact':
    case 'unknown':
    case 'parameter':
    case 'parameter-at':
      return undefined;
  }
  return unreachable(node);
};

function foldLogic(build: Builder, op: 'and' | 'or', a: Node, b: Node | undefined): Node | undefined {
  const settling = op === 'or';
  if (b === undefined) return undefined;
  if (known(a) === settling || known(b) === settling) return build.constant(settling);
  if (known(a) !== undefined || a === b) return b;
  return known(b) === undefined ? undefined : a;
}

type Arithmetic = 'add' | 'subtract' | 'multiply' | 'minimum' | 'maximum' | 'equal' | 'less' | 'at-most';

function foldBinary(build: Builder, op: Arithmetic, a: Node, b: Node): Node | undefined {
  const [x, y] = [known(a), known(b)];
  if (x !== undefined && y !== undefined) return constantBinary(build, op, x, y);
  if (op === 'add') return x === 0n ? b : y === 0n ? a : undefined;
  if (op === 'subtract') return y === 0n ? a : undefined;
  if (op === 'multiply') return x === 1n ? b : y === 1n ? a : undefined;
  if (op === 'equal' && b.sort === 'boolean') {
    if (x !== undefined) return x === true ? b : build.unary('not', b);
    if (y !== undefined) return y === true ? a : build.unary('not', a);
  }
  return (op === 'minimum' || op === 'maximum') && a === b ? a : undefined;
}

const carriedOut: Readonly<Record<Exclude<Arithmetic, 'equal'>, (x: bigint, y: bigint) => bigint | boolean>> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  minimum: (x, y) => (x < y ? x : y),
  maximum: (x, y) => (x > y ? x : y),
  less: (x, y) => x < y,
  'at-most': (x, y) => x <= y,
};

function constantBinary(build: Builder, op: Arithmetic, x: Known, y: Known): Node | undefined {
  if (op === 'equal') return build.constant(x === y);
  return typeof x === 'bigint' && typeof y === 'bigint' ? build.constant(carriedOut[op](x, y)) : undefined;
}
