import type { z } from 'zod';
import { readDay } from '../../../../../values/day.ts';
import type { FamilyRecord, PersonRecord } from '../../../../families/contract/record.ts';
import type { Answers } from '../../../contract/asked.ts';
import type { BenefitPage } from '../../../contract/benefit.ts';
import type { counterApplication } from '../../../contract/apply.ts';
import { photosOf, type Shot } from '../shots.ts';
import type { Words } from '../words/made/words.ts';

export type Application = z.infer<typeof counterApplication>;

/** What the clerk has chosen and typed so far. */
export interface Entry {
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

export const another = 'another';

/** The youngest is offered first as the one it is for, an adult who has a phone as the one who asks. */
export function firstEntry(
  {
    record,
    page,
    who,
  }: { readonly record: FamilyRecord; readonly page: BenefitPage; readonly who: string | undefined },
  today: string,
): Entry {
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
export function applicantFor(
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
export function accountsOf(record: FamilyRecord, owners: readonly (string | undefined)[]): FamilyRecord['accounts'] {
  return owners.flatMap((owner, index) =>
    owners.indexOf(owner) === index ? record.accounts.filter((one) => one.personId === owner) : [],
  );
}

/** Another applicant or subject: their account is offered, and a name for a new one. */
export function chosenPeople(
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

/** Everything that is still missing, at once. */
export function faultsIn(entry: Entry, words: Words['apply']): readonly string[] {
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

export interface Filled {
  readonly entry: Entry;
  readonly page: BenefitPage;
  readonly purpose: string;
  readonly record: FamilyRecord;
  readonly shots: readonly Shot[];
  readonly answers: Answers;
  readonly submissionKey: string;
}

export function applicationFrom({ entry, page, purpose, record, shots, answers, submissionKey }: Filled): Application {
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
