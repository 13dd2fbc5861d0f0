import type { Expression } from '../../syntax/expression.ts';
import type { Checked } from './checked.ts';
import { type Checking, faultAt, marked, typesTold } from './fault-at.ts';
import { nearest } from '../tell/nearest.ts';
import { isFault, scalar } from './types.ts';

/**
 * `valueAt(monthly, m)`: the parameter as it is on a date, or on the first day of a month. The first argument is the parameter's bare name;
 * the second, already checked, is a date or a month. (In FEEL a parameter of several values is a list of contexts with `from` and `value`.)
 */
export function checkValueAt(checking: Checking, call: Extract<Expression, { kind: 'call' }>, at: Checked): Checked {
  const { scope } = checking;
  const [first = call, second = call] = call.given;
  const name = 'kind' in first && first.kind === 'name' ? first.name : undefined;
  const meaning = name === undefined ? undefined : scope.names.get(name);
  if (name === undefined || meaning?.kind !== 'parameter') {
    const parameters = [...scope.names].filter(([, { kind }]) => kind === 'parameter').map(([known]) => known);
    const didYouMean = name === undefined ? undefined : nearest(name, parameters);
    return faultAt(checking, first, 'value-at-wants-parameter', { didYouMean });
  }
  scope.used.add(name);
  if (isFault(at.type)) return at;
  const { base, list, nullable } = at.type;
  if (list || (base !== 'date' && base !== 'month'))
    return faultAt(checking, second, 'wrong-type', typesTold(scalar('date'), at.type));
  const { earliest = '' } = meaning;
  if (at.kind === 'constant' && typeof at.value === 'string' && firstDay(at.value) < earliest)
    return faultAt(checking, second, 'value-before-first', { values: { name, from: earliest } });
  return { kind: 'parameter-at', name, at, type: scalar(meaning.type.base, nullable), ...marked(checking, call) };
}

/** Of a month its first day, of a date that date. */
const firstDay = (at: string): string => (at.length === 7 ? `${at}-01` : at);
