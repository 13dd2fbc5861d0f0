import type { Checked, CheckedOf } from '../../../rules/check/expression/checked.ts';
import { type Checking, marked } from '../../../rules/check/expression/fault-at.ts';
import { type Base, faultType, scalar, type Type } from '../../../rules/check/expression/types.ts';
import type { Stretch } from '../../../rules/syntax/expression.ts';
import type { FeelOperation } from './operation.ts';

/** The types that the standard has beyond packs, by their names here. A number has FEEL's 34 digits. */
export const base = {
  number: 'feel:number',
  time: 'feel:time',
  dateTime: 'feel:date-time',
  months: 'feel:months-duration',
  days: 'feel:days-duration',
  null: 'feel:null',
} as const satisfies Readonly<Record<string, Base>>;

export const durations: ReadonlySet<Base> = new Set([base.months, base.days]);
export const temporals: ReadonlySet<Base> = new Set([base.time, base.dateTime, base.months, base.days]);

/** Every result may be null in the standard. */
export const nullable = (of: Base): Type => scalar(of, true);

/** An operation that packs don't have. */
export function beyond(
  checking: Checking,
  place: Stretch,
  operation: FeelOperation,
  operands: readonly Checked[],
  type: Type,
  detail?: string,
): CheckedOf<'beyond'> {
  const mark = marked(checking, place);
  return { kind: 'beyond', operation, operands, type, ...mark, ...(detail === undefined ? {} : { detail }) };
}

/** Stands for what was told to be faulty already. */
export function faulty(checking: Checking, place: Stretch): Checked {
  return { kind: 'fault', type: faultType, ...marked(checking, place) };
}

/** The part of whose type the whole is: the first that is not null itself, if there is one. */
export function leading(parts: readonly Checked[]): Checked | undefined {
  return parts.find(({ type }) => type.base !== base.null || type.list) ?? parts[0];
}
