import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import type { ReactElement } from 'react';
import { readDay } from '../../../../values/day.ts';
import type { FamilyRecord, PersonRecord } from '../../../families/contract/record.ts';
import { AccountFields } from '../../../families/screens/staff/account-fields.tsx';
import { write } from '../../../../building/staff-kit/ask/api.ts';
import { DayInput } from '../../../../building/staff-kit/date/day-input.tsx';
import { Field } from '../../../../building/staff-kit/form/field.tsx';
import { useWords } from '../../../../building/staff-kit/language.ts';
import { Card, Loaded } from '../../../../building/staff-kit/layout/page.tsx';
import type { Answers } from '../../contract/asked.ts';
import type { BenefitPage } from '../../contract/benefit.ts';
import type { CheckAnswer } from '../../contract/check.ts';
import { accountsOf, another, applicantFor, chosenPeople, type Entry } from './application-entry.ts';
import { Determination } from './case-determination.tsx';
import { benefitsKey } from './queries.ts';
import { factOf, QuestionField } from './question-field.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

interface PartProps {
  readonly record: FamilyRecord;
  readonly entry: Entry;
  readonly change: (part: Partial<Entry>) => void;
}

export function WhoCard({ record, page, entry, change }: PartProps & { readonly page: BenefitPage }): ReactElement {
  const words = useWords(zh, en).apply;
  const living = record.people.filter((person) => person.diedOn === undefined);
  const option = (person: PersonRecord): ReactElement => (
    <option key={person.id} value={person.id}>
      {person.name} {person.birth}
    </option>
  );
  const changeChild = (part: Partial<Entry['child']>): void => change({ child: { ...entry.child, ...part } });
  return (
    <Card title={words.whoCard}>
      <div className="fields">
        <Field label={words.who}>
          {(control) => (
            <select
              {...control}
              className="pick wide"
              value={entry.subject}
              onChange={(event) => {
                const subject = event.target.value;
                const applicant = applicantFor(record, subject, entry.applicant)?.id ?? entry.applicant;
                change(chosenPeople(record, entry, { subject, applicant }));
              }}
            >
              {living.toSorted((a, b) => b.birth.localeCompare(a.birth)).map(option)}
              <option value={another}>{words.another}</option>
            </select>
          )}
        </Field>
        <Field label={words.applicant}>
          {(control) => (
            <select
              {...control}
              className="pick wide"
              value={entry.applicant}
              onChange={(event) => change(chosenPeople(record, entry, { applicant: event.target.value }))}
            >
              <option value="">{words.choose}</option>
              {living.map(option)}
            </select>
          )}
        </Field>
        <Field label={words.period}>
          {(control) => (
            <select
              {...control}
              className="pick wide"
              value={entry.period}
              onChange={(event) => change({ period: event.target.value })}
            >
              <option value="">{words.choose}</option>
              {page.periods.map((period) => (
                <option key={period} value={period}>
                  {period}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {entry.subject === another && (
        <div className="fields">
          <Field label={words.child.name}>
            {(control) => (
              <Input
                {...control}
                value={entry.child.name}
                onChange={(event) => changeChild({ name: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.child.birth}>
            {(control) => (
              <DayInput control={control} value={entry.child.birth} change={(text) => changeChild({ birth: text })} />
            )}
          </Field>
          <Field label={words.child.identity}>
            {(control) => (
              <Input
                {...control}
                value={entry.child.identity}
                onChange={(event) => changeChild({ identity: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.child.link}>
            {(control) => (
              <select
                {...control}
                className="pick wide"
                value={entry.child.link}
                onChange={(event) => changeChild({ link: event.target.value === 'guardian' ? 'guardian' : 'parent' })}
              >
                <option value="parent">{words.child.parent}</option>
                <option value="guardian">{words.child.guardian}</option>
              </select>
            )}
          </Field>
        </div>
      )}
    </Card>
  );
}

interface CheckProps {
  readonly page: BenefitPage;
  readonly period: string;
  readonly known: Readonly<Record<string, string | undefined>>;
  readonly answers: Answers;
  readonly change: (answers: Answers) => void;
}

/** What the policy says of what is known so far, and the one question that can still change it. */
export function CheckCard({ page, period, known, answers, change }: CheckProps): ReactElement {
  const words = useWords(zh, en).apply;
  const facts: Answers = { ...answers };
  for (const [name, value] of Object.entries(known)) if (value !== undefined && value !== '') facts[name] = value;
  const ready = period !== '' && readDay(String(facts['birth'] ?? '')) !== undefined;
  const check = useQuery({
    queryKey: [...benefitsKey, 'check', page.address, period, facts],
    queryFn: () =>
      write<CheckAnswer>('POST', `/api/benefits/${encodeURIComponent(page.address)}/check`, { answers: facts, period }),
    enabled: ready,
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
  const next = check.data?.next ?? undefined;
  const open = page.questions.filter(
    (question) => answers[factOf(question)] !== undefined || question.key === next?.key,
  );
  return (
    <Card title={words.determination}>
      {ready ? (
        <Loaded query={check}>
          {({ results }) => (
            <>
              {results.map((result) => (
                <Determination key={result.period} determination={result} />
              ))}
              {results.some((result) => result.outcome !== 'eligible') && <p className="soft">{words.stillMayApply}</p>}
            </>
          )}
        </Loaded>
      ) : (
        <p className="soft">{words.notYet}</p>
      )}
      {open.length > 0 && (
        <>
          <h3>{words.questions}</h3>
          {open.map((question) => (
            <QuestionField key={question.key} question={question} answers={answers} change={change} />
          ))}
        </>
      )}
    </Card>
  );
}

export function AccountCard({ record, entry, change }: PartProps): ReactElement {
  const words = useWords(zh, en).apply;
  const { newAccount } = entry;
  const changeAccount = (part: Partial<Entry['newAccount']>): void =>
    change({ newAccount: { ...newAccount, ...part } });
  return (
    <Card title={words.account}>
      <div className="ticks" role="radiogroup" aria-label={words.account}>
        {accountsOf(record, [entry.applicant, entry.subject]).map((one) => (
          <label key={one.id} className="tick">
            <input
              type="radio"
              name="account"
              checked={entry.account === one.id}
              onChange={() => change({ account: one.id })}
            />
            <span>{words.accountLine(one.bank, one.last4, one.holderName)}</span>
          </label>
        ))}
        <label className="tick">
          <input
            type="radio"
            name="account"
            checked={entry.account === another}
            onChange={() => change({ account: another })}
          />
          <span>{words.newAccount}</span>
        </label>
      </div>
      {entry.account === another && <AccountFields entry={newAccount} change={changeAccount} />}
    </Card>
  );
}
