/** Where a part of an expression stands: offsets in the expression's text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export type BinaryOperator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '**';

/** A comparison that an `in` makes with what stands before it. */
export type TestOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** What was written, before names and types are looked up. Every node knows its place. */
export type Expression = Stretch &
  (
    | { readonly kind: 'number'; readonly digits: string }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'member'; readonly of: Expression; readonly name: string; readonly nameAt: Stretch }
    | {
        readonly kind: 'call';
        readonly name: string;
        readonly nameAt: Stretch;
        readonly given: readonly Expression[];
      }
    /** What only another language than that of packs reads (`Grammar`): its checker knows it by its name. */
    | {
        readonly kind: 'beyond';
        readonly what: string;
        readonly parts: readonly Expression[];
        readonly details: readonly string[];
      }
    /** `@"2025-01-01"` */
    | { readonly kind: 'at'; readonly text: string }
    | { readonly kind: 'negate'; readonly value: Expression }
    | {
        readonly kind: 'binary';
        readonly operator: BinaryOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'between'; readonly value: Expression; readonly low: Expression; readonly high: Expression }
    | {
        readonly kind: 'in-range';
        readonly value: Expression;
        readonly low: Expression;
        readonly high: Expression;
        readonly lowIncluded: boolean;
        readonly highIncluded: boolean;
      }
    /** After `in`: any of these. Each is a value to equal, a list to be in, a `test` or a `range`. */
    | { readonly kind: 'in-list'; readonly value: Expression; readonly list: readonly Expression[] }
    /** `< 5` among the tests of an `in`. */
    | { readonly kind: 'test'; readonly operator: TestOperator; readonly operand: Expression }
    | {
        readonly kind: 'range';
        readonly low: Expression;
        readonly high: Expression;
        readonly lowIncluded: boolean;
        readonly highIncluded: boolean;
      }
    | {
        readonly kind: 'if';
        readonly condition: Expression;
        readonly whenTrue: Expression;
        readonly whenFalse: Expression;
      }
    | {
        readonly kind: 'quantified';
        readonly quantifier: 'some' | 'every';
        readonly variable: string;
        readonly list: Expression;
        readonly condition: Expression;
      }
    | { readonly kind: 'for'; readonly variable: string; readonly list: Expression; readonly result: Expression }
    | { readonly kind: 'filter'; readonly list: Expression; readonly condition: Expression }
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
  );
