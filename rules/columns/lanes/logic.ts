import type { LaneBuilder, LaneValue } from './lanes.ts';

// The unknown in lanes: a number has a mask of where it is known, a boolean two, of where it is surely and where it is possibly true.

/** A number and, where it may not be known, the mask of where it is. */
export interface Numeric {
  readonly kind: 'number';
  readonly value: LaneValue;
  readonly known?: LaneValue;
}

/** Where it is surely true and, where it may not be known, where it is possibly true: there and wherever it is unknown. */
export interface Logical {
  readonly kind: 'logic';
  readonly sure: LaneValue;
  readonly may?: LaneValue;
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

export const mayOf = ({ sure, may }: Logical): LaneValue => may ?? sure;

export function knownOf(code: LaneBuilder, lanes: Lanes): LaneValue {
  if (lanes.kind === 'number') return lanes.known ?? code.mask(true);
  return lanes.may === undefined ? code.mask(true) : code.or(lanes.sure, code.not(lanes.may));
}

export function allKnown(code: LaneBuilder, operands: readonly Numeric[]): { readonly known?: LaneValue } {
  const masks = operands.flatMap(({ known }) => (known === undefined ? [] : [known]));
  const [first, ...rest] = masks;
  return first === undefined ? {} : { known: rest.reduce((a, b) => code.and(a, b), first) };
}

export function negated(code: LaneBuilder, { sure, may }: Logical): Logical {
  return may === undefined
    ? { kind: 'logic', sure: code.not(sure) }
    : { kind: 'logic', sure: code.not(may), may: code.not(sure) };
}

export function connected(code: LaneBuilder, op: 'and' | 'or' | 'both', a: Logical, b: Logical): Logical {
  const combine = (x: LaneValue, y: LaneValue): LaneValue => (op === 'or' ? code.or(x, y) : code.and(x, y));
  const sure = combine(a.sure, b.sure);
  if (a.may === undefined && b.may === undefined) return { kind: 'logic', sure };
  const may = combine(mayOf(a), mayOf(b));
  if (op !== 'both') return { kind: 'logic', sure, may };
  const known = code.and(knownOf(code, a), knownOf(code, b));
  return { kind: 'logic', sure, may: code.or(sure, code.not(known)) };
}

export function sameLogic(code: LaneBuilder, a: Logical, b: Logical): Logical {
  const [aMay, bMay] = [mayOf(a), mayOf(b)];
  const sure = code.or(code.and(a.sure, b.sure), code.not(code.or(aMay, bMay)));
  if (a.may === undefined && b.may === undefined) return { kind: 'logic', sure };
  const differ = code.or(code.and(a.sure, code.not(bMay)), code.and(code.not(aMay), b.sure));
  return { kind: 'logic', sure, may: code.not(differ) };
}

export function needing(code: LaneBuilder, known: LaneValue, lanes: Lanes): Lanes {
  if (lanes.kind === 'number')
    return { ...lanes, known: lanes.known === undefined ? known : code.and(known, lanes.known) };
  return { kind: 'logic', sure: code.and(known, lanes.sure), may: code.or(code.not(known), mayOf(lanes)) };
}

/** What an `if` comes to; `lane` is the width of its numbers, `open` whether it may not be known. */
export function chosen(
  code: LaneBuilder,
  lane: 'i32' | 'i64',
  open: boolean,
  [condition, a, b]: readonly [Logical, Lanes, Lanes],
): Lanes {
  const { sure: holds } = condition;
  const fails = code.not(mayOf(condition));
  if (a.kind === 'logic' || b.kind === 'logic') {
    const [x, y] = [logic(a), logic(b)];
    const taken = code.or(code.and(holds, x.sure), code.and(fails, y.sure));
    if (!open) return { kind: 'logic', sure: taken };
    const agreed = code.and(x.sure, y.sure);
    const isFalse = code.or(code.and(holds, code.not(mayOf(x))), code.and(fails, code.not(mayOf(y))));
    const bothFalse = code.not(code.or(mayOf(x), mayOf(y)));
    return { kind: 'logic', sure: code.or(taken, agreed), may: code.not(code.or(isFalse, bothFalse)) };
  }
  const [x, y] = [code.as(lane, a.value), code.as(lane, b.value)];
  const value = code.select(holds, x, y);
  if (!open) return { kind: 'number', value };
  const [xKnown, yKnown] = [a.known ?? code.mask(true), b.known ?? code.mask(true)];
  const taken = code.or(code.and(holds, xKnown), code.and(fails, yKnown));
  if (condition.may === undefined) return { kind: 'number', value, known: taken };
  const agree = code.and(code.and(xKnown, yKnown), code.compare('equal', x, y));
  return { kind: 'number', value, known: code.or(taken, agree) };
}
