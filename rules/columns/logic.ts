import type { LaneBuilder, LaneValue } from './lanes.ts';

// The unknown in lanes: a number has a mask of where it is known, a boolean two, of where it is true and where it is false.

/** A number and, where it may not be known, the mask of where it is. */
export interface Numeric {
  readonly kind: 'number';
  readonly value: LaneValue;
  readonly known?: LaneValue;
}

/** Where it is true and, where it may not be known, where it is false. */
export interface Logical {
  readonly kind: 'logic';
  readonly yes: LaneValue;
  readonly no?: LaneValue;
}

export type Lanes = Numeric | Logical;

export function logic(lanes: Lanes): Logical {
  if (lanes.kind !== 'logic') throw new Error('A boolean was expected.');
  return lanes;
}

export function numeric(lanes: Lanes): Numeric {
  if (lanes.kind !== 'number') throw new Error('A number was expected.');
  return lanes;
}

export const noOf = (code: LaneBuilder, { yes, no }: Logical): LaneValue => no ?? code.not(yes);

export function knownOf(code: LaneBuilder, lanes: Lanes): LaneValue {
  if (lanes.kind === 'number') return lanes.known ?? code.mask(true);
  return lanes.no === undefined ? code.mask(true) : code.or(lanes.yes, lanes.no);
}

export function allKnown(code: LaneBuilder, operands: readonly Numeric[]): { readonly known?: LaneValue } {
  const masks = operands.flatMap(({ known }) => (known === undefined ? [] : [known]));
  const [first, ...rest] = masks;
  return first === undefined ? {} : { known: rest.reduce((a, b) => code.and(a, b), first) };
}

export function negated(code: LaneBuilder, { yes, no }: Logical): Logical {
  return no === undefined ? { kind: 'logic', yes: code.not(yes) } : { kind: 'logic', yes: no, no: yes };
}

export function connected(code: LaneBuilder, op: 'and' | 'or' | 'both', a: Logical, b: Logical): Logical {
  const isOpen = a.no !== undefined || b.no !== undefined;
  if (op === 'or') {
    const yes = code.or(a.yes, b.yes);
    return isOpen ? { kind: 'logic', yes, no: code.and(noOf(code, a), noOf(code, b)) } : { kind: 'logic', yes };
  }
  const yes = code.and(a.yes, b.yes);
  if (!isOpen) return { kind: 'logic', yes };
  if (op === 'and') return { kind: 'logic', yes, no: code.or(noOf(code, a), noOf(code, b)) };
  return { kind: 'logic', yes, no: code.and(code.and(knownOf(code, a), knownOf(code, b)), code.not(yes)) };
}

export function sameLogic(code: LaneBuilder, a: Logical, b: Logical): Logical {
  const [aNo, bNo] = [noOf(code, a), noOf(code, b)];
  const yes = code.or(code.and(a.yes, b.yes), code.and(aNo, bNo));
  if (a.no === undefined && b.no === undefined) return { kind: 'logic', yes };
  return { kind: 'logic', yes, no: code.or(code.and(a.yes, bNo), code.and(aNo, b.yes)) };
}

export function needing(code: LaneBuilder, known: LaneValue, lanes: Lanes): Lanes {
  if (lanes.kind === 'number')
    return { ...lanes, known: lanes.known === undefined ? known : code.and(known, lanes.known) };
  return { kind: 'logic', yes: code.and(known, lanes.yes), no: code.and(known, noOf(code, lanes)) };
}

/** What an `if` comes to; `lane` is the width of its numbers, `open` whether it may not be known. */
export function chosen(
  code: LaneBuilder,
  lane: 'i32' | 'i64',
  open: boolean,
  [condition, a, b]: readonly [Logical, Lanes, Lanes],
): Lanes {
  if (a.kind === 'logic' || b.kind === 'logic') {
    const [x, y] = [logic(a), logic(b)];
    const yes = code.or(code.and(condition.yes, x.yes), code.and(code.not(condition.yes), y.yes));
    if (!open) return { kind: 'logic', yes };
    const no = noOf(code, condition);
    const taken = (one: LaneValue, other: LaneValue): LaneValue =>
      code.or(code.or(code.and(condition.yes, one), code.and(no, other)), code.and(one, other));
    return { kind: 'logic', yes: taken(x.yes, y.yes), no: taken(noOf(code, x), noOf(code, y)) };
  }
  const [x, y] = [code.as(lane, a.value), code.as(lane, b.value)];
  const value = code.select(condition.yes, x, y);
  if (!open) return { kind: 'number', value };
  const [xKnown, yKnown] = [a.known ?? code.mask(true), b.known ?? code.mask(true)];
  const taken = code.or(code.and(condition.yes, xKnown), code.and(noOf(code, condition), yKnown));
  if (condition.no === undefined) return { kind: 'number', value, known: taken };
  const agree = code.and(code.and(xKnown, yKnown), code.compare('equal', x, y));
  return { kind: 'number', value, known: code.or(taken, agree) };
}
