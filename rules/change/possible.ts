import { unreachable } from '../../values/unreachable.ts';
import type { Node, NodeOf } from '../ir/node.ts';
import { type Range, rangeOf } from '../ir/limits/ranges.ts';

/** What a node can come to, as far as intervals can tell: never too little, sometimes too much. */
export type Possible = Range | Truth | { readonly text: string | undefined };
export type Truth = 'true' | 'false' | 'either';

/** Any number that a rule may come to (FEEL's numbers have 34 digits). */
export const anyNumber: Range = { least: -(10n ** 34n), greatest: 10n ** 34n };
const anyText = { text: undefined };

export const truth = (value: boolean): Truth => (value ? 'true' : 'false');

export function anything(node: Node): Possible {
  return node.sort === 'boolean' ? 'either' : node.sort === 'text' ? anyText : anyNumber;
}

function rangeIn(value: Possible | undefined): Range {
  if (typeof value === 'object' && 'least' in value) return value;
  throw new Error('A number was expected.');
}

function truthIn(value: Possible | undefined): Truth {
  if (typeof value === 'string') return value;
  throw new Error('A boolean was expected.');
}

/** Works the nodes out (operands first) into `values`, by their ids; `facts` says what each fact can be. */
export function workOut(nodes: readonly Node[], values: Possible[], facts: (node: NodeOf<'fact'>) => Possible): void {
  const of = (node: Node | undefined): Possible => {
    const found = node && values[node.id];
    if (found === undefined) throw new Error('A node was used before it was worked out.');
    return found;
  };
  const range: RangeOf = (node) => rangeIn(of(node));
  for (const node of nodes) values[node.id] = node.op === 'fact' ? facts(node) : possibleOf(node, of, range);
}

type RangeOf = (node: Node | undefined) => Range;

function possibleOf(node: Node, of: (node: Node | undefined) => Possible, range: RangeOf): Possible {
  const [first, second, third] = node.args;
  if (node.op === 'unknown') return anything(node);
  if (node.op === 'select') return selected(of(first), of(second), of(third));
  if (node.op === 'needs') return of(second);
  if (node.sort === 'boolean') return truthOf(node, of);
  if (node.op === 'constant' && typeof node.value === 'string') return { text: node.value };
  return rangeOf(node, range, noFact, noAggregate);
}

const noFact = (): never => {
  throw new Error('A fact is worked out before.');
};
const noAggregate = (): never => {
  throw new Error('A grounded graph has no aggregates.');
};

function selected(condition: Possible, a: Possible, b: Possible): Possible {
  if (condition !== 'either') return condition === 'true' ? a : b;
  if (typeof a === 'string') return a === b ? a : 'either';
  if ('text' in a) return typeof b === 'object' && 'text' in b && a.text === b.text ? a : anyText;
  const other = rangeIn(b);
  return {
    least: a.least < other.least ? a.least : other.least,
    greatest: a.greatest > other.greatest ? a.greatest : other.greatest,
  };
}

function truthOf(node: Node, of: (node: Node | undefined) => Possible): Truth {
  const [a, b] = node.args;
  switch (node.op) {
    case 'constant':
      return truth(node.value === true);
    case 'not': {
      const value = truthIn(of(a));
      return value === 'either' ? value : truth(value === 'false');
    }
    case 'and':
    case 'both':
      return settled(truthIn(of(a)), truthIn(of(b)), 'false');
    case 'or':
      return settled(truthIn(of(a)), truthIn(of(b)), 'true');
    case 'equal':
      return equal(of(a), of(b));
    case 'less':
      return ordered(rangeIn(of(a)), rangeIn(of(b)), (x, y) => x < y);
    case 'at-most':
      return ordered(rangeIn(of(a)), rangeIn(of(b)), (x, y) => x <= y);
    case 'fact':
    case 'unknown':
    case 'parameter':
    case 'parameter-at':
    case 'select':
    case 'needs':
    case 'aggregate':
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'minimum':
    case 'maximum':
    case 'negate':
    case 'absolute':
    case 'floor-divide':
    case 'modulo':
      throw new Error(`No boolean comes of ${node.op} here.`);
  }
  return unreachable(node);
}

function settled(a: Truth, b: Truth, by: 'true' | 'false'): Truth {
  if (a === by || b === by) return by;
  return a === 'either' || b === 'either' ? 'either' : by === 'true' ? 'false' : 'true';
}

/** Of a comparison that holds the sooner, the less the first and the more the second. */
function ordered(a: Range, b: Range, holds: (a: bigint, b: bigint) => boolean): Truth {
  if (holds(a.greatest, b.least)) return 'true';
  return holds(a.least, b.greatest) ? 'either' : 'false';
}

function equal(a: Possible, b: Possible): Truth {
  if (typeof a === 'string') return a === 'either' || b === 'either' ? 'either' : truth(a === b);
  if ('text' in a) {
    const other = typeof b === 'object' && 'text' in b ? b.text : undefined;
    return a.text === undefined || other === undefined ? 'either' : truth(a.text === other);
  }
  const other = rangeIn(b);
  if (a.greatest < other.least || a.least > other.greatest) return 'false';
  const same = a.least === a.greatest && other.least === other.greatest;
  return same ? 'true' : 'either';
}
