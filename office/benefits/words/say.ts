import type { Day } from '../../../values/day.ts';
import type { Bilingual } from '../../../values/language.ts';
import { moneyWords } from '../../../building/web-kit/say.ts';
import { dayWords } from '../../../values/day-words.ts';
import { fenFromWire } from '../../../values/fen.ts';

// Small pieces of the desk's sentences, in both languages.

export function dayIn(day: Day): Bilingual {
  return { zh: dayWords(day, 'zh-CN'), en: dayWords(day, 'en') };
}

/** An amount on the wire or the timeline: `3,600元`, `¥3,600`. */
export function moneyIn(amountFen: string): Bilingual {
  const amount = fenFromWire(amountFen);
  return { zh: moneyWords(amount, 'zh-CN'), en: moneyWords(amount, 'en') };
}

/** Names in a row: `出生医学证明、户口本`; `birth certificate, household register`. */
export function listed(names: readonly Bilingual[]): Bilingual {
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}

/** Sentences one after the other. */
export function inARow(sentences: readonly Bilingual[]): Bilingual {
  return { zh: sentences.map(({ zh }) => zh).join(''), en: sentences.map(({ en }) => en).join(' ') };
}

/** A sentence made of pieces, the same way in both languages. */
export function sentence(zh: string, en: string, ...pieces: readonly Bilingual[]): Bilingual {
  const filled = (text: string, of: (piece: Bilingual) => string): string =>
    text.replaceAll(/\{(\d)\}/g, (_, index: string) => {
      const piece = pieces[Number(index)];
      if (piece === undefined) throw new Error(`No piece {${index}} for '${text}'`);
      return of(piece);
    });
  return { zh: filled(zh, (piece) => piece.zh), en: filled(en, (piece) => piece.en) };
}
