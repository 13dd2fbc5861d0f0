import type { ComponentChildren } from 'preact';
import type { Language } from '../../../../../values/language.ts';
import type { QuestionWire } from '../../../contract/asked.ts';
import { Button } from '../../../../../building/web-kit/shown/button.tsx';
import { Choice } from '../../../../../building/web-kit/typed/choice.tsx';
import { DateInput, type TypedDate } from '../../../../../building/web-kit/typed/date-input.tsx';
import { said } from '../../../../../building/web-kit/say.ts';
import { wordsIn } from '../words/made/all.ts';

/** What was answered: three boxes of a date, or the value that was chosen. */
export type Typed =
  | { readonly kind: 'date'; readonly date: TypedDate }
  | { readonly kind: 'choice'; readonly value?: string };

/** The id of a question's field: the fact it answers. */
export const fieldOf = (question: QuestionWire): string => question.fact;

/** One question, as a fieldset whose legend is the page's heading where it stands alone. */
export function QuestionField({
  question,
  typed,
  mistake,
  language,
  heading = false,
}: {
  question: QuestionWire;
  typed: Typed;
  mistake?: string | undefined;
  language: Language;
  heading?: boolean;
}) {
  const words = wordsIn(language).check;
  const asked = said(question.ask, language);
  const legend: ComponentChildren = heading ? <h1>{asked}</h1> : <b>{asked}</b>;
  const help = question.help === undefined ? undefined : said(question.help, language);
  const id = fieldOf(question);
  if (question.answer.kind === 'date') {
    const value = typed.kind === 'date' ? typed.date : { year: '', month: '', day: '' };
    const labels = { year: words.year, month: words.month, day: words.day };
    return <DateInput id={id} legend={legend} labels={labels} value={value} hint={help} mistake={mistake} />;
  }
  const options = question.answer.options.map((option) => ({
    value: String(option.value),
    words: said(option.words, language),
  }));
  const chosen = typed.kind === 'choice' ? typed.value : undefined;
  return <Choice id={id} legend={legend} options={options} chosen={chosen} hint={help} mistake={mistake} />;
}

/** Why we ask, folded away. */
export function WhyWeAsk({ question, language }: { question: QuestionWire; language: Language }) {
  return (
    <details>
      <summary>{wordsIn(language).check.why}</summary>
      <p>{said(question.why, language)}</p>
    </details>
  );
}

export interface QuestionPageProps {
  readonly language: Language;
  readonly question: QuestionWire;
  readonly typed: Typed;
  readonly mistake?: string | undefined;
  /** Answers given before, which travel along in the address; nothing is stored. */
  readonly earlier: readonly { readonly name: string; readonly value: string }[];
  /** How many questions were put, this one included, and how many may still follow. */
  readonly asked: number;
  readonly left: number;
  readonly back: { readonly href: string; readonly first: boolean };
}

/** One question a page: the check, before anyone signs in. */
export function QuestionPage(props: QuestionPageProps) {
  const { language, question, earlier, back } = props;
  const words = wordsIn(language).check;
  return (
    <>
      <a class="back" href={back.href}>
        ‹ {back.first ? words.toStart : words.earlier}
      </a>
      <p class="progress">{words.progress({ asked: props.asked, left: props.left })}</p>
      <form method="get" action="/check" novalidate>
        {earlier.map((answer) => (
          <input type="hidden" name={answer.name} value={answer.value} />
        ))}
        <input type="hidden" name="asked" value={fieldOf(question)} />
        <QuestionField question={question} typed={props.typed} mistake={props.mistake} language={language} heading />
        <WhyWeAsk question={question} language={language} />
        <div class="actions">
          <Button wide>{words.next}</Button>
          <Button look="plainly" name="unsure" value={fieldOf(question)}>
            {words.unsure}
          </Button>
        </div>
      </form>
    </>
  );
}
