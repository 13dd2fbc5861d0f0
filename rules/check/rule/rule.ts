import type { Day } from '../../../values/day.ts';
import type { Localized } from '../../../values/language.ts';
import type { Citation } from '../../determination.ts';
import type { Period } from '../../pack/period.ts';
import type { Checked, Constant } from '../expression/checked.ts';
import type { WrittenType } from '../expression/types.ts';

/** A fact that the rule declares it uses. */
export interface FactUse {
  readonly fact: string;
  readonly type: WrittenType;
  readonly nullable: boolean;
  /** Of an enum: its values, with what people call them. */
  readonly values?: ReadonlyMap<string, Localized>;
}

/** A value of a parameter and the day from which it holds. */
export interface DatedValue {
  readonly from: Day;
  readonly value: Constant;
  readonly written: string;
  /** The day on which it became law, where that is not `from`: who asks earlier does not see it. */
  readonly published?: Day;
}

/** A parameter with its values over time, in the order in which they were published (`published`, else `from`). */
export interface Parameter {
  readonly name: string;
  readonly type: WrittenType;
  readonly values: readonly DatedValue[];
  readonly words?: Localized;
  readonly law?: Citation;
  readonly verified: boolean;
}

/** Words with places to fill in: `{period} 年有 {monthsCounted} 个月`. */
export type Template = readonly (string | { readonly place: 'amount' | 'period' } | Checked)[];

export interface LocalizedTemplate {
  readonly 'zh-CN': Template;
  readonly en: Template;
  readonly [language: string]: Template;
}

/** What is told of a name of the rule, and the article it rests on. */
export interface Explanation {
  readonly yes?: LocalizedTemplate;
  readonly no?: LocalizedTemplate;
  readonly words?: LocalizedTemplate;
  readonly law?: Citation;
}

export interface LetStep {
  readonly name: string;
  readonly checked: Checked;
}

/** Another benefit that a rule refers to, as it was read. */
export interface CheckedBenefit {
  readonly policy: string;
  readonly title: Localized;
  readonly rule: CheckedRule;
  /** Those that its pack covers: every period of the rule that refers to it is among them. */
  readonly periods: readonly Period[];
}

/** A rule without a fault in it: every back end starts from this. */
export interface CheckedRule {
  readonly subject: string;
  /** The facts that it uses, those of the benefits it refers to among them. */
  readonly facts: ReadonlyMap<string, FactUse>;
  /** Other benefits, by the name that the rule gives each. */
  readonly benefits: ReadonlyMap<string, CheckedBenefit>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** In order: each uses only those before it. */
  readonly lets: readonly LetStep[];
  readonly eligible: Checked;
  readonly amount: Checked;
  /** What people call each named step, by its name in the rule; `eligible` and `amount` among them. */
  readonly words: ReadonlyMap<string, Localized>;
  /** By the name in the rule; `eligible` and `amount` among them. */
  readonly because: ReadonlyMap<string, Explanation>;
}
