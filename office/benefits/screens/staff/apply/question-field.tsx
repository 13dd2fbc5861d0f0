import { factName } from '../../../../../rules/facts.ts';
import type { ReactElement } from 'react';
import type { Answers, QuestionWire } from '../../../contract/asked.ts';
import { Select } from '../../../../../building/staff-kit/choice/select.tsx';
import { DayField } from '../../../../../building/staff-kit/date/day-field.tsx';
import { useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { load } from '../words/made/load.ts';

/** The name under which a question's answer travels: the fact without its person. */
export function factOf(question: QuestionWire): string {
  return factName(question.fact);
}

interface Props {
  readonly question: QuestionWire;
  readonly answers: Answers;
  readonly change: (answers: Answers) => void;
}

/** One question of the policy, answered by the family and typed by the clerk. Left empty it means 'not known'. */
export function QuestionField({ question, answers, change }: Props): ReactElement {
  const words = useWords(load).apply;
  const say = useSay();
  const fact = factOf(question);
  const value = answers[fact];
  const set = (next: string | boolean | undefined): void => {
    const { [fact]: _, ...others } = answers;
    change(next === undefined || next === '' ? others : { ...others, [fact]: next });
  };
  const { answer } = question;
  const asked = { label: say(question.ask), ...(question.help === undefined ? {} : { hint: say(question.help) }) };
  if (answer.kind === 'date')
    return <DayField {...asked} value={typeof value === 'string' ? value : ''} change={set} />;
  return (
    <Select
      {...asked}
      none={words.unknownAnswer}
      options={answer.options.map((option) => ({ id: String(option.value), text: say(option.words) }))}
      value={value === undefined ? '' : String(value)}
      change={(id) => set(answer.options.find((option) => String(option.value) === id)?.value)}
    />
  );
}
