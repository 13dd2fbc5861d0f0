import type { Language } from '../../../values/language.ts';
import { type Day, readDay, yearOf } from '../../../values/day.ts';
import { shortDayWords } from '../../../values/day-words.ts';

/** `11月22日`, `22 Nov`; with the year when asked for, or when it is not `thisYear`. */
export function dayText(text: string, language: Language, { thisYear }: { thisYear?: number } = {}): string {
  const read: Day | undefined = readDay(text.slice(0, 10));
  if (read === undefined) return text;
  return shortDayWords(read, language, { withYear: yearOf(read) !== thisYear });
}

/** `11-22 09:12` on the office's clock (China's time), wherever the screen stands. */
export function momentText(iso: string, { withYear = false }: { withYear?: boolean } = {}): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(iso));
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  const text = `${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
  return withYear ? `${part('year')}-${text}` : text;
}
