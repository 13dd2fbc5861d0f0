import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { readDay } from '../../../../../values/day.ts';
import type { FamilyRecord, PersonRecord } from '../../../../families/contract/record.ts';
import { AccountFields } from '../../../../families/screens/staff/account-fields.tsx';
import { Select } from '../../../../../building/staff-kit/choice/select.tsx';
import { Radios } from '../../../../../building/staff-kit/choice/radios.tsx';
import { DayField } from '../../../../../building/staff-kit/date/day-field.tsx';
import { TextField } from '../../../../../building/staff-kit/form/text-field.tsx';
import { write } from '../../../../../building/staff-kit/ask/api.ts';
import type { Option } from '../../../../../building/staff-kit/choice/option.ts';
import { useWords } from '../../../../../building/staff-kit/language.ts';
import { Card, Loaded } from '../../../../../building/staff-kit/layout/page.tsx';
import type { Answers } from '../../../contract/asked.ts';
import type { BenefitPage } from '../../../contract/benefit.ts';
import type { CheckAnswer } from '../../../contract/check.ts';
import { accountsOf, another, applicantFor, chosenPeople, type Entry } from './application-entry.ts';
import { Determination } from '../file/determination.tsx';
import { benefitsKey } from '../queries.ts';
import { factOf, QuestionField } from './question-field.tsx';
import { load } from '../words/made/load.ts';

interface PartProps {
  readonly record: FamilyRecord;
  readonly entry: Entry;
  readonly change: (part: Partial<Entry>) => void;
}

export function WhoCard({ record, page, entry, change }: PartProps & { readonly page: BenefitPage }): ReactElement {
  const words = useWords(load).apply;
  const living = record.people.filter((person) => person.diedOn === undefined);
  const option = (person: PersonRecord): Option => ({ id: person.id, text: `${person.name} ${person.birth}` });
  const changeChild = (part: Partial<Entry['child']>): void => change({ child: { ...entry.child, ...part } });
  return (
    <Card title={words.whoCard}>
      <div className="fields">
        <Select
          label={words.who}
          options={[
            ...living.toSorted((a, b) => b.birth.localeCompare(a.birth)).map(option),
            { id: another, text: words.another },
          ]}
          value={entry.subject}
          change={(subject) => {
            const applicant = applicantFor(record, subject, entry.applicant)?.id ?? entry.applicant;
            change(chosenPeople(record, entry, { subject, applicant }));
          }}
        />
        <Select
          label={words.applicant}
          placeholder={words.choose}
          options={living.map(option)}
          value={entry.applicant}
          change={(applicant) => change(chosenPeople(record, entry, { applicant }))}
        />
        <Select
          label={words.period}
          placeholder={words.choose}
          options={page.periods.map((period) => ({ id: period, text: period }))}
          value={entry.period}
          change={(period) => change({ period })}
        />
      </div>
      {entry.subject === another && (
        <div className="fields">
          <TextField label={words.child.name} value={entry.child.name} change={(text) => changeChild({ name: text })} />
          <DayField
            label={words.child.birth}
            value={entry.child.birth}
            change={(text) => changeChild({ birth: text })}
          />
          <TextField
            label={words.child.identity}
            value={entry.child.identity}
            change={(text) => changeChild({ identity: text })}
          />
          <Select
            label={words.child.link}
            options={[
              { id: 'parent', text: words.child.parent },
              { id: 'guardian', text: words.child.guardian },
            ]}
            value={entry.child.link}
            change={(link) => changeChild({ link: link === 'guardian' ? 'guardian' : 'parent' })}
          />
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
  const words = useWords(load).apply;
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
  const words = useWords(load).apply;
  const { newAccount } = entry;
  const changeAccount = (part: Partial<Entry['newAccount']>): void =>
    change({ newAccount: { ...newAccount, ...part } });
  return (
    <Card title={words.account}>
      <Radios
        label={words.account}
        options={[
          ...accountsOf(record, [entry.applicant, entry.subject]).map((one) => ({
            id: one.id,
            text: words.accountLine({ bank: one.bank, last4: one.last4, holder: one.holderName }),
          })),
          { id: another, text: words.newAccount },
        ]}
        value={entry.account}
        change={(account) => change({ account })}
      />
      {entry.account === another && <AccountFields entry={newAccount} change={changeAccount} />}
    </Card>
  );
}
