import { unsure } from '../decide/check/answer-texts.ts';
import type { QuestionWire } from '../contract/asked.ts';
import type { Language } from '../../../values/language.ts';
import type { Words } from '../screens/family/words/made/words.ts';
import type { Typed } from '../screens/family/check/question.tsx';
import { nothingTyped, type TypedDate, typedDate } from '../../../building/web-kit/typed/date-input.tsx';
import { dayWords, monthWords } from '../../../values/day-words.ts';
import { type Day, dayOf, monthOf } from '../../../values/day.ts';

type Form = Readonly<Record<string, unknown>>;

/** What was typed for one question, in the boxes or among the options. */
export function typedAnswer(question: QuestionWire, form: Form): Typed {
  if (question.answer.kind === 'date') return { kind: 'date', date: typedDate(question.fact, form) };
  const value = form[question.fact];
  return typeof value === 'string' ? { kind: 'choice', value } : { kind: 'choice' };
}

/** An answer given before, put back into the boxes. */
export function typedAgain(question: QuestionWire, answer: string | undefined): Typed {
  if (answer === undefined || answer === unsure)
    return question.answer.kind === 'date' ? { kind: 'date', date: nothingTyped } : { kind: 'choice' };
  if (question.answer.kind !== 'date') return { kind: 'choice', value: answer };
  const [year = '', month = '', day = ''] = answer.split('-');
  return { kind: 'date', date: { year, month: String(Number(month)), day: day === '' ? '' : String(Number(day)) } };
}

export type ReadAnswer =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'mistake'; readonly words: string };

/** Reads what was typed; a mistake says exactly what is wrong. A day of birth may be known by its month alone. */
export function readAnswer(
  question: QuestionWire,
  typed: Typed,
  today: Day,
  language: Language,
  words: Words['check'],
): ReadAnswer {
  if (typed.kind === 'date')
    return readTypedDate(typed.date, { today, language, words, birth: question.fact.endsWith('.birth') });
  const options = question.answer.kind === 'choice' ? question.answer.options : [];
  const chosen = options.find((option) => String(option.value) === typed.value);
  return chosen === undefined
    ? { kind: 'mistake', words: words.chooseOne }
    : { kind: 'answer', text: String(chosen.value) };
}

interface DateRules {
  readonly today: Day;
  readonly language: Language;
  readonly words: Words['check'];
  readonly birth: boolean;
}

const earliestYear = 1900;

function readTypedDate({ year, month, day }: TypedDate, { today, language, words, birth }: DateRules): ReadAnswer {
  const mistake = (said: string): ReadAnswer => ({ kind: 'mistake', words: said });
  if (year === '' && month === '' && day === '') return mistake(words.date.empty);
  if (!/^\d{4}$/.test(year)) return mistake(words.date.noYear);
  if (!/^\d{1,2}$/.test(month)) return mistake(words.date.noMonth);
  const first = dayOf(Number(year), Number(month), 1);
  if (first === undefined) return mistake(words.date.noSuchMonth({ month }));
  if (Number(year) < earliestYear) return mistake(words.date.tooLongAgo({ year }));
  if (day === '') {
    const text = first.slice(0, 7);
    return birth && text > today.slice(0, 7)
      ? mistake(words.date.future({ day: monthWords(monthOf(first), language) }))
      : { kind: 'answer', text };
  }
  const whole = /^\d{1,2}$/.test(day) ? dayOf(Number(year), Number(month), Number(day)) : undefined;
  if (whole === undefined) return mistake(words.date.noSuchDay({ month: monthWords(monthOf(first), language), day }));
  return birth && whole > today
    ? mistake(words.date.future({ day: dayWords(whole, language) }))
    : { kind: 'answer', text: whole };
}
