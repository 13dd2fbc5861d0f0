import type { Localized } from '../../../values/language.ts';

/** What of a family is looked at, as its desk introduces it. The family reads the words in its access log. */
export interface LookIntroduced {
  readonly key: string;
  readonly words: Localized;
}
