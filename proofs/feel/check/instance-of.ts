import type { Checked } from '../../../rules/check/expression/checked.ts';
import { type Checking, faultAt, marked } from '../../../rules/check/expression/fault-at.ts';
import { type Base, isFault, scalar } from '../../../rules/check/expression/types.ts';
import type { Stretch } from '../../../rules/syntax/expression.ts';
import { base, beyond, nullable } from './types.ts';

const typeNames: Readonly<Record<string, Base>> = {
  number: base.number,
  string: 'text',
  boolean: 'boolean',
  date: 'date',
  time: base.time,
  'date and time': base.dateTime,
  'years and months duration': base.months,
  'days and time duration': base.days,
};

/** `x instance of type`: the checker knows, but for null, which is an instance of nothing. */
export function checkInstanceOf(checking: Checking, place: Stretch, value: Checked, type: string): Checked {
  if (isFault(value.type)) return value;
  const { base: found, list } = value.type;
  const [wanted, ofList] = [typeNames[type], /^list<(.*)>$/.exec(type)?.[1]];
  if (wanted === undefined && ofList === undefined && !/^(Any|function<.*>->.*)$/.test(type))
    return faultAt(checking, place, 'unknown-name', { values: { name: type } });
  const isOne = type === 'Any' || (list ? ofList === 'Any' || typeNames[ofList ?? ''] === found : wanted === found);
  // A list of numbers may hold null, which is no number.
  if (list && isOne && ofList !== 'Any' && type !== 'Any')
    return faultAt(checking, place, 'unknown-name', { values: { name: type } });
  const mark = marked(checking, place);
  if (!isOne) return { kind: 'constant', value: false, type: scalar('boolean'), ...mark };
  const nothing = beyond(checking, place, 'null', [], nullable(base.null));
  const isNull = beyond(checking, place, 'equal', [value, nothing], scalar('boolean'));
  return { kind: 'operation', operation: 'not', operands: [isNull], type: scalar('boolean'), ...mark };
}
