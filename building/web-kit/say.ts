import type { Day, Month } from '../../values/day.ts';
import type { Bilingual, Language } from '../../values/language.ts';
import { partsOf, weekdayOf } from '../../values/day.ts';
import { type Fen, shortYuanText } from '../../values/fen.ts';
import { englishMonths } from '../../values/month-names.ts';

const weekdays = {
  'zh-CN': ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/** No space between a Chinese character and a digit or letter: the stylesheet sets the distance (text-autospace). */
const spaceBesideHan =
  /(?<=\p{Script=Han}) (?=[\p{Script=Latin}\d¥])|(?<=[\p{Script=Latin}\d%]) (?=\p{Script=Han})|(?<=[》）]) (?=\p{Script=Han})/gu;

/** Chinese text set as our pages set it. */
export function tidied(text: string): string {
  return text.replaceAll(spaceBesideHan, '');
}

/** The sentence in the reader's language, set as our pages set it. */
export function said(words: Bilingual, language: Language): string {
  return language === 'en' ? words.en : tidied(words.zh);
}

/** Sentences one after the other: English sets a blank between them, Chinese does not. What is absent is left out. */
export function inARow(language: Language, sentences: readonly (string | undefined)[]): string {
  return sentences.filter((sentence) => sentence !== undefined && sentence !== '').join(language === 'en' ? ' ' : '');
}

/** `2026年12月9日`, `9 December 2026`. */
export function dayWords(day: Day, language: Language): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  if (language === 'en') return `${dayOfMonth} ${englishMonths[month - 1]} ${year}`;
  return `${year}年${month}月${dayOfMonth}日`;
}

/** With the day of the week, for a day on which something is due: `2026年12月9日（星期三）`. */
export function dueDayWords(day: Day, language: Language): string {
  const weekday = weekdays[language][weekdayOf(day) - 1];
  return language === 'en' ? `${weekday} ${dayWords(day, language)}` : `${dayWords(day, language)}（星期${weekday}）`;
}

/** `2023年12月`, `December 2023`. */
export function monthWords(month: Month, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  return language === 'en' ? `${englishMonths[Number(number) - 1]} ${year}` : `${year}年${Number(number)}月`;
}

const clockInChina = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as the clock in the village shows it: `2026年10月28日 9:12`. */
export function instantWords(at: Date | string, language: Language): string {
  const [day = '', time = ''] = clockInChina.format(new Date(at)).split(' ');
  const shortTime = time.replace(/^0/, '');
  return language === 'en'
    ? `${dayWords(day as Day, language)}, ${time}`
    : `${dayWords(day as Day, language)} ${shortTime}`;
}

/** `3,600元`, `¥3,600`. */
export function moneyWords(amount: Fen, language: Language): string {
  return language === 'en' ? `¥${shortYuanText(amount)}` : `${shortYuanText(amount)}元`;
}
