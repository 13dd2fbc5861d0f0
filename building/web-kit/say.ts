import type { Day } from '../../values/day.ts';
import { dayWords, weekdayWords } from '../../values/day-words.ts';
import { type Fen, shortYuanText } from '../../values/fen.ts';
import { inLanguage, type Language, type Localized } from '../../values/language.ts';
import { words } from './words/made/all.ts';

/** No space between a Chinese character and a digit or letter: the stylesheet sets the distance (text-autospace). */
const spaceBesideHan =
  /(?<=\p{Script=Han}) (?=[\p{Script=Latin}\d¥])|(?<=[\p{Script=Latin}\d%]) (?=\p{Script=Han})|(?<=[》）]) (?=\p{Script=Han})/gu;

/** Chinese text set as our pages set it. */
export function tidied(text: string): string {
  return text.replaceAll(spaceBesideHan, '');
}

/** The sentence in the reader's language, set as our pages set it. */
export function said(words: Localized, language: Language): string {
  const text = inLanguage(words, language);
  return language.startsWith('zh') ? tidied(text) : text;
}

/** Sentences one after the other: English sets a blank between them, Chinese does not. What is absent is left out. */
export function inARow(language: Language, sentences: readonly (string | undefined)[]): string {
  const between = words[language].betweenSentences;
  return sentences.filter((sentence) => sentence !== undefined && sentence !== '').join(between);
}

/** Names in a row: `出生医学证明、户口本`; `birth certificate, household register`. */
export function listed(language: Language, names: readonly string[]): string {
  return names.join(words[language].betweenNames);
}

/** With the day of the week, for a day on which something is due: `2026年12月9日（星期三）`. */
export function dueDayWords(day: Day, language: Language): string {
  return words[language].dueDay({ day: dayWords(day, language), weekday: weekdayWords(day, language) });
}

const clockInChina = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as the clock in the village shows it: `2026年10月28日 9:12`. */
export function instantWords(at: Date | string, language: Language): string {
  const [day = '', time = ''] = clockInChina.format(new Date(at)).split(' ');
  return words[language].instant({ day: dayWords(day as Day, language), time: time.replace(/^0/, '') });
}

/** `3,600元`, `¥3,600`. */
export function moneyWords(amount: Fen, language: Language): string {
  return words[language].money({ yuan: shortYuanText(amount) });
}
