import type { Day } from '../../../values/day.ts';
import { inARow as sentencesInARow, listed as namesInARow, moneyWords } from '../../../building/web-kit/say.ts';
import { dayWords } from '../../../values/day-words.ts';
import { fenFromWire } from '../../../values/fen.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import { words } from './made/all.ts';

// Small pieces of the desk's sentences, in every language.

export function dayIn(day: Day): Localized {
  return inEveryLanguage(words, (_, __, language) => dayWords(day, language));
}

/** An amount on the wire or the timeline: `3,600元`, `¥3,600`. */
export function moneyIn(amountFen: string): Localized {
  const amount = fenFromWire(amountFen);
  return inEveryLanguage(words, (_, __, language) => moneyWords(amount, language));
}

/** Names in a row: `出生医学证明、户口本`; `birth certificate, household register`. */
export function listed(names: readonly Localized[]): Localized {
  return inEveryLanguage(words, (_, inOwn, language) => namesInARow(language, names.map(inOwn)));
}

/** Sentences one after the other. */
export function inARow(sentences: readonly Localized[]): Localized {
  return inEveryLanguage(words, (_, inOwn, language) => sentencesInARow(language, sentences.map(inOwn)));
}
