import type { Checked } from '../../../rules/check/expression/checked.ts';
import { type Checking, marked } from '../../../rules/check/expression/fault-at.ts';
import type { Base } from '../../../rules/check/expression/types.ts';
import type { Expression } from '../../../rules/syntax/expression.ts';
import { base, beyond, nullable } from './types.ts';

type Member = Extract<Expression, { kind: 'member' }>;

const parts: Readonly<Partial<Record<Base, readonly string[]>>> = {
  date: ['weekday'],
  [base.time]: ['hour', 'minute', 'second', 'time offset', 'timezone'],
  [base.dateTime]: ['year', 'month', 'day', 'weekday', 'hour', 'minute', 'second', 'time offset', 'timezone'],
  [base.months]: ['years', 'months'],
  [base.days]: ['days', 'hours', 'minutes', 'seconds'],
};

const datePart = new Map([
  ['year', 'year-of'],
  ['month', 'month-number-of'],
  ['day', 'day-of'],
] as const);

/** A part of a day, a time or a duration; undefined where it has none of that name. */
export function partOf(checking: Checking, expression: Member, of: Checked): Checked | undefined {
  const { name } = expression;
  const { type } = of;
  if (type.list) return undefined;
  if (parts[type.base]?.includes(name) === true) {
    const found = name === 'time offset' ? base.days : name === 'timezone' ? 'text' : base.number;
    return beyond(checking, expression, 'part', [of], nullable(found), name);
  }
  const operation = datePart.get(name as 'year');
  if (type.base !== 'date' || operation === undefined) return undefined;
  return { kind: 'operation', operation, operands: [of], type: nullable(base.number), ...marked(checking, expression) };
}
