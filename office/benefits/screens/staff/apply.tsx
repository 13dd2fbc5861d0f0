import './case.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { z } from 'zod';
import type { Answers, BenefitPage, CheckAnswer, counterApplication } from '../../contract.ts';
import type { FamilyRecord, PersonRecord } from '../../../families/contract.ts';
import { familyQuery } from '../../../families/screens/staff/queries.ts';
import { write } from '../../../staff/screens/staff/kit/api.ts';
import { readDay } from '../../../../values/day.ts';
import { DayInput } from '../../../staff/screens/staff/kit/day-input.tsx';
import { Field } from '../../../staff/screens/staff/kit/field.tsx';
import { useSay, useWords } from '../../../staff/screens/staff/kit/language.ts';
import { Card, Loaded, Page } from '../../../staff/screens/staff/kit/page.tsx';
import { ProblemNote } from '../../../staff/screens/staff/kit/problem-note.tsx';
import { newKey } from '../../../staff/screens/staff/kit/new-key.ts';
import { meQuery, useMe } from '../../../staff/screens/staff/kit/session.ts';
import { Determination } from './case-determination.tsx';
import { Photos, photosOf, type Shot } from './photos.tsx';
import { benefitPageQuery, benefitsKey } from './queries.ts';
import { factOf, QuestionField } from './question-field.tsx';
import { type Applied, ReceiptSlip } from './receipt-slip.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

const route = getRouteApi('/families/$id/apply/$policy');

type Application = z.infer<typeof counterApplication>;

/** A clerk applies for a family that sits before them: everything the record holds is chosen, not typed. */
export function ApplyScreen(): ReactElement {
  const { id, policy } = route.useParams();
  const { purpose = '', who } = route.useSearch();
  const words = useWords(zh, en).apply;
  const say = useSay();
  const family = useQuery(familyQuery(id, purpose));
  const benefit = useQuery(benefitPageQuery(policy));
  const title = benefit.data === undefined ? words.start : words.title(say(benefit.data.title));
  return (
    <Page
      title={title}
      end={
        <Link to="/families/$id" params={{ id }} search={{ purpose }}>
          {words.familyBack}
        </Link>
      }
    >
      <Loaded query={benefit}>
        {(page) => (
          <Loaded query={family}>
            {(record) => <ApplyForm record={record} page={page} purpose={purpose} who={who} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

interface FormProps {
  readonly record: FamilyRecord;
  readonly page: BenefitPage;
  readonly purpose: string;
  /** Whom the clerk looked for at the counter. */
  readonly who: string | undefined;
}

/** What the clerk has chosen and typed so far. */
interface Entry {
  readonly subject: string;
  readonly applicant: string;
  readonly period: string;
  readonly account: string;
  readonly child: {
    readonly name: string;
    readonly birth: string;
    readonly identity: string;
    readonly link: 'parent' | 'guardian';
  };
  readonly newAccount: { readonly bank: string; readonly holderName: string; readonly number: string };
}

const another = 'another';

/** The youngest is offered first as the one it is for, an adult who has a phone as the one who asks. */
function firstEntry({ record, page, who }: FormProps, today: string): Entry {
  const living = record.people.filter((person) => person.diedOn === undefined);
  const byAge = living.toSorted((a, b) => b.birth.localeCompare(a.birth));
  const subject = byAge[0];
  const applicant = applicantFor(record, subject?.id, who) ?? byAge.at(-1);
  const thisYear = today.slice(0, 4);
  return {
    subject: subject?.id ?? another,
    applicant: applicant?.id ?? '',
    period: page.periods.find((period) => period.startsWith(thisYear)) ?? '',
    account: accountsOf(record, [applicant?.id, subject?.id])[0]?.id ?? another,
    child: { name: '', birth: '', identity: '', link: 'parent' },
    newAccount: { bank: '', holderName: applicant?.name ?? '', number: '' },
  };
}

/** A parent or guardian of the subject: who came to the counter, else who has an account, else who has a phone. */
function applicantFor(
  record: FamilyRecord,
  subject: string | undefined,
  who: string | undefined,
): PersonRecord | undefined {
  const kin = new Set(
    record.kinships.filter((one) => one.to === subject && one.kind !== 'spouse').map((one) => one.from),
  );
  const candidates = record.people.filter((person) => kin.has(person.id) && person.diedOn === undefined);
  return (
    candidates.find((person) => person.id === who) ??
    candidates.find((person) => accountsOf(record, [person.id]).length > 0) ??
    candidates.find((person) => person.phone !== undefined) ??
    candidates[0]
  );
}

/** Money goes to an account of the applicant or of the subject, in this order. */
function accountsOf(record: FamilyRecord, owners: readonly (string | undefined)[]): FamilyRecord['accounts'] {
  return owners.flatMap((owner, index) =>
    owners.indexOf(owner) === index ? record.accounts.filter((one) => one.personId === owner) : [],
  );
}

/** Another applicant or subject: their account is offered, and a name for a new one. */
function chosenPeople(
  record: FamilyRecord,
  entry: Entry,
  part: Pick<Partial<Entry>, 'applicant' | 'subject'>,
): Partial<Entry> {
  const next = { ...entry, ...part };
  const accounts = accountsOf(record, [next.applicant, next.subject]);
  const kept = accounts.find((one) => one.id === entry.account);
  const holderName = record.people.find((person) => person.id === next.applicant)?.name ?? '';
  return { ...part, account: (kept ?? accounts[0])?.id ?? another, newAccount: { ...entry.newAccount, holderName } };
}

function ApplyForm(props: FormProps): ReactElement {
  const { record, page, purpose } = props;
  const words = useWords(zh, en).apply;
  const say = useSay();
  const me = useMe();
  const client = useQueryClient();
  const [entry, setEntry] = useState(() => firstEntry(props, me.today));
  const [shots, setShots] = useState<readonly Shot[]>([]);
  const [answers, setAnswers] = useState<Answers>({});
  const [asked, setAsked] = useState(false);
  // Made once for this form: sent twice, it is one case.
  const [submissionKey] = useState(() => newKey());
  const change = (part: Partial<Entry>): void => setEntry((now) => ({ ...now, ...part }));
  const handingIn = useMutation({
    mutationFn: (body: Application) => write<Applied>('POST', '/api/office/counter/applications', body),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: benefitsKey });
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  const child = record.people.find((person) => person.id === entry.subject);
  const known =
    child === undefined ? { birth: entry.child.birth } : { birth: child.birth, nationality: child.nationality };
  const faults = faultsIn(entry, words);
  if (handingIn.data !== undefined)
    return (
      <ReceiptSlip
        applied={handingIn.data}
        benefit={say(page.title)}
        applicant={record.people.find((person) => person.id === entry.applicant)?.name ?? ''}
        subject={child?.name ?? entry.child.name}
      />
    );
  const lacking = page.documents.filter((one) => one.required && !shots.some((shot) => shot.requirement === one.key));
  return (
    <form
      className="two apply"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (faults.length === 0)
          handingIn.mutate(applicationFrom({ entry, page, purpose, record, shots, answers, submissionKey }));
      }}
    >
      <div>
        <WhoCard record={record} page={page} entry={entry} change={change} />
        <Card title={words.documents}>
          <p className="soft">{words.documentsHint}</p>
          {page.documents.map((one) => (
            <Photos
              key={one.key}
              requirement={one}
              shots={shots}
              add={(shot) => setShots((now) => [...now, shot])}
              remove={(digest) => setShots((now) => now.filter((shot) => shot.digest !== digest))}
            />
          ))}
        </Card>
      </div>
      <div>
        <CheckCard page={page} period={entry.period} known={known} answers={answers} change={setAnswers} />
        <AccountCard record={record} entry={entry} change={change} />
        <Card title={words.submit}>
          {lacking.map((one) => (
            <p key={one.key} className="soft">
              {words.photosMissing(say(one.name))}
            </p>
          ))}
          {asked && faults.length > 0 && (
            <div className="field-error" role="alert">
              {words.faults}
              <ul>
                {faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            </div>
          )}
          {handingIn.isError && <ProblemNote error={handingIn.error} />}
          <Button type="primary" size="large" htmlType="submit" disabled={handingIn.isPending}>
            {handingIn.isPending ? words.submitting : words.submit}
          </Button>
        </Card>
      </div>
    </form>
  );
}

/** Everything that is still missing, at once. */
function faultsIn(entry: Entry, words: typeof zh.apply): readonly string[] {
  const faults: string[] = [];
  if (entry.applicant === '') faults.push(words.whoMissing);
  if (entry.subject === another && entry.child.name.trim() === '') faults.push(words.nameMissing);
  if (entry.subject === another && readDay(entry.child.birth) === undefined) faults.push(words.birthMissing);
  if (entry.period === '') faults.push(words.periodMissing);
  const { bank, holderName, number } = entry.newAccount;
  if (entry.account === another && [bank, holderName, number].some((text) => text.trim() === ''))
    faults.push(words.accountMissing);
  return faults;
}

interface Filled {
  readonly entry: Entry;
  readonly page: BenefitPage;
  readonly purpose: string;
  readonly record: FamilyRecord;
  readonly shots: readonly Shot[];
  readonly answers: Answers;
  readonly submissionKey: string;
}

function applicationFrom({ entry, page, purpose, record, shots, answers, submissionKey }: Filled): Application {
  const identity = entry.child.identity.trim();
  const subject = record.people.find((person) => person.id === entry.subject);
  const account = record.accounts.find((one) => one.id === entry.account);
  const applicant = record.people.find((person) => person.id === entry.applicant);
  if (applicant === undefined) throw new Error('An application without an applicant was about to be sent');
  return {
    policy: page.policy,
    period: entry.period,
    submissionKey,
    purpose,
    subject:
      subject !== undefined
        ? { id: subject.id }
        : {
            enter: {
              name: entry.child.name.trim(),
              birth: entry.child.birth,
              residence: record.residence.code,
              link: entry.child.link,
              ...(identity === '' ? {} : { identity }),
            },
          },
    applicant: { id: applicant.id },
    account: account !== undefined ? { id: account.id } : { enter: entry.newAccount },
    photos: photosOf(shots),
    answers,
  };
}

interface PartProps {
  readonly record: FamilyRecord;
  readonly entry: Entry;
  readonly change: (part: Partial<Entry>) => void;
}

function WhoCard({ record, page, entry, change }: PartProps & { readonly page: BenefitPage }): ReactElement {
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
function CheckCard({ page, period, known, answers, change }: CheckProps): ReactElement {
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

function AccountCard({ record, entry, change }: PartProps): ReactElement {
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
      {entry.account === another && (
        <div className="fields">
          <Field label={words.bank}>
            {(control) => (
              <Input
                {...control}
                value={newAccount.bank}
                maxLength={100}
                onChange={(event) => changeAccount({ bank: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.holder}>
            {(control) => (
              <Input
                {...control}
                value={newAccount.holderName}
                maxLength={60}
                onChange={(event) => changeAccount({ holderName: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.number}>
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                maxLength={40}
                value={newAccount.number}
                onChange={(event) => changeAccount({ number: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
    </Card>
  );
}
