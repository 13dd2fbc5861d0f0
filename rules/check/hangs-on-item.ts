import { unreachable } from '../../values/unreachable.ts';
import type { Checked } from './checked.ts';

/** Whether the expression speaks of the item of a loop that stands around it, so that outside that loop it has no value. */
export function hangsOnItem(checked: Checked, within: ReadonlySet<number> = new Set()): boolean {
  const any = (parts: readonly Checked[]): boolean => parts.some((part) => hangsOnItem(part, within));
  const loop = (list: Checked, slot: number, body: Checked): boolean =>
    hangsOnItem(list, within) || hangsOnItem(body, new Set([...within, slot]));
  switch (checked.kind) {
    case 'variable':
      return !within.has(checked.slot);
    case 'operation':
    case 'standard':
    case 'within':
      return any(checked.operands);
    case 'if':
      return any([checked.condition, checked.whenTrue, checked.whenFalse]);
    case 'quantified':
    case 'filter':
      return loop(checked.list, checked.slot, checked.condition);
    case 'for':
      return loop(checked.list, checked.slot, checked.result);
    case 'fact':
    case 'relation':
      return any([checked.person]);
    case 'parameter-at':
      return any([checked.at]);
    case 'constant':
    case 'subject':
    case 'parameter':
    case 'benefit':
    case 'let':
    case 'period':
    case 'on':
    case 'fault':
      return false;
  }
  return unreachable(checked);
}
