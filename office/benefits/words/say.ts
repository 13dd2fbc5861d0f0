import type { Day } from '../../../values/day.ts';
import type { Localized } from '../../../values/language.ts';
import { moneyWords } from '../../../building/web-kit/say.ts';
import { dayWords } from '../../../values/day-words.ts';
import { fenFromWire } from '../../../values/fen.ts';

// Small pieces of the desk's sentences, in both languages.

export function dayIn(day: Day): Localized {
  return { 'zh-CN': dayWords(day, 'zh-CN'), en: dayWords(day, 'en') };
}

/** An amount on the wire or the timeline: `3,600元`, `¥3,600`. */
export function moneyIn(amountFen: string): Localized {
  const amount = fenFromWire(amountFen);
  return { 'zh-CN': moneyWords(amount, 'zh-CN'), en: moneyWords(amount, 'en') };
}

/** Names in a row: `出生医学证明、户口本`; `birth certificate, household register`. */
export function listed(names: readonly Localized[]): Localized {
  return { 'zh-CN': names.map(({ 'zh-CN': zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}

/** Sentences one after the other. */
export function inARow(sentences: readonly Localized[]): Localized {
  return { 'zh-CN': sentences.map(({ 'zh-CN': zh }) => zh).join(''), en: sentences.map(({ en }) => en).join(' ') };
}

/** A sentence made of pieces, the same way in both languages. */
export function sentence(zh: string, en: string, ...pieces: readonly Localized[]): Localized {
  const filled = (text: string, of: (piece: Localized) => string): string =>
    text.replaceAll(/\{(\d)\}/g, (_, index: string) => {
      const piece = pieces[Number(index)];
      if (piece === undefined) throw new Error(`No piece {${index}} for '${text}'`);
      return of(piece);
    });
  return { 'zh-CN': filled(zh, (piece) => piece['zh-CN']), en: filled(en, (piece) => piece.en) };
}
