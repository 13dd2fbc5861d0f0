import type { Bilingual } from '../../values/language.ts';
import { isKeyword } from '../syntax/tokenize.ts';
import { functionNames } from './functions.ts';
import type { Type, WrittenType } from './types.ts';

/** A fact that the rule declares it uses. */
export interface FactUse {
  readonly fact: string;
  readonly type: WrittenType;
  readonly nullable: boolean;
  /** Of an enum: its values, with what people call them. */
  readonly values?: ReadonlyMap<string, Bilingual>;
}

/** What a name stands for where an expression is read. */
export type Meaning =
  | { readonly kind: 'subject' }
  | { readonly kind: 'variable'; readonly slot: number; readonly type: Type }
  | { readonly kind: 'parameter'; readonly type: Type }
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
