import type { County } from '../../values/division.ts';
import type { Localized } from '../../values/language.ts';
import type { TableOfPeople } from './fields/register.ts';
import type { Duty, DutyIntroduced } from './who/duty.ts';
import type { Purpose, PurposeIntroduced } from './who/purpose.ts';
import type { StaffSession } from './who/session.ts';

/** Work that waits behind an entry of the menu; `late` is the part of it past its legal day. */
export interface Waiting {
  readonly count: number;
  readonly late?: number;
}

/**
 * That the list behind an entry is searched from every page: by which parameter of its address, and how the field is named and filled in.
 */
export interface Find {
  readonly by: string;
  readonly words: Localized;
  readonly example: Localized;
}

/** A menu entry with what waits behind it counted in the house at hand. */
export interface MenuOffered {
  readonly key: string;
  readonly to: string;
  readonly words: Localized;
  readonly duties: readonly Duty[] | 'everyone';
  readonly place: number;
  readonly find?: Find;
  readonly waiting: (session: StaffSession) => Promise<Waiting | undefined>;
}

/** What a figure comes to; `of` is how many people or cases it is about. */
export interface FigureFound {
  readonly value: number | bigint;
  readonly of: number;
}

export type FigureUnit = 'count' | 'share' | 'fen';

/** A published figure, counted in the house at hand. */
export interface FigureOffered {
  readonly key: string;
  readonly words: Localized;
  readonly unit: FigureUnit;
  readonly value: (county: County) => Promise<FigureFound | undefined>;
}

/** What the desks of a house have introduced, together. */
export interface Introduced {
  readonly duties: readonly DutyIntroduced[];
  /** Those that a clerk picks from at the counter. */
  readonly counterPurposes: readonly PurposeIntroduced[];
  /** A kept purpose in words; what nobody introduces any more is shown as its key. */
  purposeWords(purpose: Purpose): Localized;
  /** What was looked at, in words; what nobody introduces any more is shown as its key. */
  lookWords(key: string): Localized;
  readonly tablesOfPeople: Readonly<Record<string, TableOfPeople>>;
  readonly tablesOfNobody: Readonly<Record<string, string>>;
  /** In the menu's order. */
  readonly menu: readonly MenuOffered[];
  /** In the desks' order. */
  readonly figures: readonly FigureOffered[];
}
