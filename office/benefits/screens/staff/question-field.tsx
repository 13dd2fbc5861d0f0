import { factName } from '../../../../rules/facts.ts';
import type { ReactElement } from 'react';
import type { Answers, QuestionWire } from '../../contract/asked.ts';
import { DayInput } from '../../../../building/staff-kit/date/day-input.tsx';
import { Field } from '../../../../building/staff-kit/form/field.tsx';
import { useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

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
  const words = useWords(zh, en).apply;
  const say = useSay();
  const fact = factOf(question);
  const value = answers[fact];
  const set = (next: string | boolean | undefined): void => {
    const { [fact]: _, ...others } = answers;
    change(next === undefined || next === '' ? others : { ...others, [fact]: next });
  };
  const { answer } = question;
  return (
    <Field label={say(question.ask)} {...(question.help === undefined ? {} : { hint: say(question.help) })}>
      {(control) =>
        answer.kind === 'date' ? (
          <DayInput control={control} value={typeof value === 'string' ? value : ''} change={(text) => set(text)} />
        ) : (
          <select
            {...control}
            className="pick wide"
            value={answer.options.findIndex((option) => option.value === value)}
            onChange={(event) => set(answer.options[Number(event.target.value)]?.value)}
          >
            <option value={-1}>{words.unknownAnswer}</option>
            {answer.options.map((option, index) => (
              <option key={String(option.value)} value={index}>
                {say(option.words)}
              </option>
            ))}
          </select>
        )
      }
    </Field>
  );
}
