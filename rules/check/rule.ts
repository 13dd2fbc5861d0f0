import type { Day } from '../../values/day.ts';
import type { Bilingual } from '../../values/language.ts';
import type { Citation } from '../determination.ts';
import type { Checked, Constant } from './checked.ts';
import type { FactUse } from './scope.ts';
import type { WrittenType } from './types.ts';

/** A parameter with its values over time, earliest first. */
export interface Parameter {
  readonly name: string;
  readonly type: WrittenType;
  readonly values: readonly { readonly from: Day; readonly value: Constant; readonly written: string }[];
  readonly words?: Bilingual;
  readonly law?: Citation;
  readonly verified: boolean;
}

/** Words with places to fill in: `{period} 年有 {monthsCounted} 个月`. */
export type Template = readonly (string | { readonly place: 'amount' | 'period' } | Checked)[];

export interface BilingualTemplate {
  readonly zh: Template;
  readonly en: Template;
}

/** What is told of a name of the rule, and the article it rests on. */
export interface Explanation {
  readonly yes?: BilingualTemplate;
  readonly no?: BilingualTemplate;
  readonly words?: BilingualTemplate;
  readonly law?: Citation;
}

export interface LetStep {
  readonly name: string;
  readonly checked: Checked;
}

/** A rule without a fault in it: every back end starts from this. */
export interface CheckedRule {
  readonly subject: string;
  readonly facts: ReadonlyMap<string, FactUse>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** In order: each uses only those before it. */
  readonly lets: readonly LetStep[];
  readonly eligible: Checked;
  readonly amount: Checked;
  /** What people call each named step, by its name in the rule; `eligible` and `amount` among them. */
  readonly words: ReadonlyMap<string, Bilingual>;
  /** By the name in the rule; `eligible` and `amount` among them. */
  readonly because: ReadonlyMap<string, Explanation>;
}
