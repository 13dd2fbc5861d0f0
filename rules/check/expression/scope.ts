import type { Day } from '../../../values/day.ts';
import { isKeyword } from '../../syntax/lexer.ts';
import { functionNames } from './functions.ts';
import type { CheckedBenefit, FactUse } from '../rule/rule.ts';
import type { Type } from './types.ts';

/** What a name stands for where an expression is read. */
export type Meaning =
  | { readonly kind: 'subject' }
  | { readonly kind: 'variable'; readonly slot: number; readonly type: Type }
  | {
      readonly kind: 'parameter';
      readonly type: Type;
      /** The first day on which it has a value. */
      readonly earliest?: Day;
      /** A period within which it changes: then it is only used through `valueAt`. */
      readonly changesWithin?: string;
    }
  | { readonly kind: 'benefit'; readonly benefit: CheckedBenefit }
  | { readonly kind: 'let'; readonly type: Type }
  | { readonly kind: 'period' }
  | { readonly kind: 'on' };

export interface Scope {
  readonly names: ReadonlyMap<string, Meaning>;
  /** The facts that the rule declares, of any person. */
  readonly facts: ReadonlyMap<string, FactUse>;
  /** Names that are declared further down: `let` reads from top to bottom. */
  readonly later: ReadonlySet<string>;
  readonly used: Set<string>;
  /** How many loop variables are open: each has a slot of its own. */
  readonly depth: number;
}

/** The scope of a loop's body: one more name, in a slot of its own. */
export function withVariable(scope: Scope, name: string, type: Type): Scope {
  const names = new Map(scope.names).set(name, { kind: 'variable', slot: scope.depth, type });
  return { ...scope, names, depth: scope.depth + 1 };
}

/** Names that no pack may give to something of its own. */
export function isReserved(name: string): boolean {
  return (
    isKeyword(name) || functionNames.has(name) || ['period', 'on', 'item', 'not', 'amount', 'eligible'].includes(name)
  );
}
