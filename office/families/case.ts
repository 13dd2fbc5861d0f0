import type { Day } from '../../values/day.ts';
import type { AccountId, FamilyId, PersonId } from '../../values/id.ts';
import type { ResidentId } from '../../values/resident-id.ts';
import type { DivisionName } from '../hall/who/session.ts';

// The nouns of this desk: people, the household they form, how they are linked, where money goes.

export type KinshipKind = 'parent' | 'spouse' | 'guardian';

/** A person as the register holds them, opened. */
export interface Person {
  readonly id: PersonId;
  readonly familyId: FamilyId;
  readonly name: string;
  readonly birth: Day;
  /** ISO 3166-1 alpha-2; absent when not known. */
  readonly nationality?: string;
  readonly identity?: string;
  /** Eleven digits. */
  readonly phone?: string;
  readonly residence: DivisionName;
  readonly diedOn?: Day;
  /** Grows with each correction. */
  readonly version: number;
}

/** `parent` and `guardian`: `from` is it to `to`. */
export interface Kinship {
  readonly kind: KinshipKind;
  readonly from: PersonId;
  readonly to: PersonId;
}

/** An account in use; its number is shown by its last four digits. */
export interface Account {
  readonly id: AccountId;
  readonly personId: PersonId;
  readonly bank: string;
  readonly holderName: string;
  readonly last4: string;
}

/** A household, opened. */
export interface Family {
  readonly id: FamilyId;
  readonly residence: DivisionName;
  readonly people: readonly Person[];
  readonly kinships: readonly Kinship[];
  readonly accounts: readonly Account[];
}

/** A person whose every field has been checked (`typed/`), before they have an id. */
export interface CheckedPerson {
  readonly name: string;
  readonly birth: Day;
  readonly nationality?: string;
  readonly identity?: ResidentId;
  readonly phone?: string;
}

export interface CheckedAccount {
  readonly bank: string;
  readonly holderName: string;
  /** Digits only. */
  readonly number: string;
}

const compoundSurnames = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 ' +
    '司徒 鲜于 司空 闾丘 令狐 百里 呼延 东郭 南门 羊舌 西门 轩辕 拓跋 夹谷 宰父 谷梁 段干 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 左丘'
  ).split(' '),
);

/** A name for lists: `陈*`, `王*兰`, `尉迟*`; of a name with a dot only its first character. */
export function maskedName(name: string): string {
  const characters = [...name];
  if (name.includes('·')) return `${characters[0] ?? ''}***`;
  const surname = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1;
  const given = characters.length - surname;
  if (given < 1) return '*';
  const last = given > 1 ? (characters.at(-1) ?? '') : '';
  return `${characters.slice(0, surname).join('')}${'*'.repeat(Math.min(3, Math.max(1, given - 1)))}${last}`;
}

/** A phone number for lists: `199****0042`. */
export function maskedPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
