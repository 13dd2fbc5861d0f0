import type { Checked } from '../../../rules/check/expression/checked.ts';
import { type Checking, faultAt } from '../../../rules/check/expression/fault-at.ts';
import type { Base } from '../../../rules/check/expression/types.ts';
import type { Stretch } from '../../../rules/syntax/expression.ts';
import { base, beyond, durations, nullable } from './types.ts';

const temporal: readonly (readonly [Base, RegExp])[] = [
  [base.months, /^-?P(?=\d)(\d+Y)?(\d+M)?$/],
  [base.days, /^-?P(?=[\dT])(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/],
  [base.dateTime, /^-?\d{4,9}-\d\d-\d\dT/],
  ['date', /^-?\d{4,9}-\d\d-\d\d$/],
  [base.time, /^\d\d:\d\d:\d\d/],
];

/** `@"…"` and `duration("…")`: the text says of which type it is. */
export function checkAt(checking: Checking, place: Stretch, text: string, of?: 'duration'): Checked {
  const found = temporal.find(([, pattern]) => pattern.test(text))?.[0];
  if (found === undefined || (of === 'duration' && !durations.has(found)))
    return faultAt(checking, place, 'no-such-day', { values: { found: text } });
  return beyond(checking, place, 'at', [], nullable(found), text);
}
