import { alike, type Localized } from '../../../values/language.ts';

/** Why somebody's data is opened: the key of a purpose that a desk introduces, and what it is about (a receipt, a batch's number). */
export interface Purpose {
  readonly key: string;
  readonly ref?: string;
}

/** A purpose as its desk introduces it. The family reads the words in its access log. */
export interface PurposeIntroduced {
  readonly key: string;
  /** In words; `ref` is what the purpose is about, empty when it names nothing. */
  readonly words: (ref: string) => Localized;
  /** A clerk picks it from the list at the counter. */
  readonly atTheCounter?: true;
}

/** A purpose of the kind introduced, about this receipt or number. */
export function purposeOf({ key }: PurposeIntroduced, ref?: string): Purpose {
  return { key, ...(ref === undefined ? {} : { ref }) };
}

/** What a purpose that nobody introduces any more is kept as: its own words, in `ref`. */
export const otherPurpose: PurposeIntroduced = { key: 'other', words: (ref) => alike(ref) };
