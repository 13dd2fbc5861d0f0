import { unreachable } from '../../../values/unreachable.ts';
import type { Checked } from './checked.ts';

/** Every text that the expression names, its lets' aside. */
export function textsIn(checked: Checked): readonly string[] {
  switch (checked.kind) {
    case 'constant':
      return typeof checked.value === 'string' && checked.type.base === 'text' ? [checked.value] : [];
    case 'operation':
    case 'beyond':
    case 'within':
      return checked.operands.flatMap(textsIn);
    case 'if':
      return [checked.condition, checked.whenTrue, checked.whenFalse].flatMap(textsIn);
    case 'quantified':
    case 'filter':
      return [checked.list, checked.condition].flatMap(textsIn);
    case 'for':
      return [checked.list, checked.result].flatMap(textsIn);
    case 'fact':
    case 'relation':
      return textsIn(checked.person);
    case 'parameter-at':
      return textsIn(checked.at);
    case 'subject':
    case 'variable':
    case 'parameter':
    case 'benefit':
    case 'let':
    case 'period':
    case 'on':
    case 'fault':
      return [];
  }
  return unreachable(checked);
}
