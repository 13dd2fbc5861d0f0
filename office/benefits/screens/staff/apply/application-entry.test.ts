import { describe, expect, test } from 'vitest';
import type { FamilyRecord } from '../../../../families/contract/record.ts';
import type { BenefitPage } from '../../../contract/benefit.ts';
import { accountsOf, another, applicationFrom, chosenPeople, faultsIn, firstEntry } from './application-entry.ts';
import { wordsIn } from '../words/made/all.ts';

const words = wordsIn('zh-CN').apply;

const person = (id: string, name: string, birth: string, more: object = {}): object => ({
  id,
  name,
  birth,
  residence: { code: '990101101201', name: { 'zh-CN': '东庄村', en: 'Dongzhuang' } },
  version: 1,
  ...more,
});

const record = {
  id: 'family',
  residence: { code: '990101101201', name: { 'zh-CN': '东庄村', en: 'Dongzhuang' } },
  people: [
    person('father', '陈志远', '1994-11-28', { phone: '16000008919' }),
    person('mother', '王秀兰', '1996-04-14', { phone: '16000000001' }),
    person('grandmother', '李桂芳', '1960-01-01', { diedOn: '2024-05-01' }),
    person('child', '陈沐汐', '2025-09-12'),
  ],
  kinships: [
    { kind: 'parent', from: 'father', to: 'child' },
    { kind: 'parent', from: 'mother', to: 'child' },
    { kind: 'spouse', from: 'mother', to: 'father' },
  ],
  accounts: [{ id: 'card', personId: 'mother', bank: '农商行', holderName: '王秀兰', last4: '7136' }],
  purpose: { 'zh-CN': '本人到窗口申请', en: 'applies' },
} as unknown as FamilyRecord;

const page = { policy: 'cn/example', periods: ['2025', '2026', '2027'] } as unknown as BenefitPage;
const entry = firstEntry({ record, page, who: undefined }, '2026-11-22');

describe('what the form begins with', () => {
  test('the youngest, this year, and the parent who has an account', () => {
    expect(entry).toMatchObject({ subject: 'child', period: '2026', applicant: 'mother', account: 'card' });
  });

  test('the parent who came to the counter asks, though the other has the account', () => {
    const came = firstEntry({ record, page, who: 'father' }, '2026-11-22');
    expect(came).toMatchObject({ applicant: 'father', account: another });
    expect(came.newAccount.holderName).toBe('陈志远');
  });

  test('no year is chosen for a benefit that does not run this year', () => {
    expect(firstEntry({ record, page, who: undefined }, '2030-01-01').period).toBe('');
  });
});

describe('the account', () => {
  test('is the applicant’s or that of the person it is for, and nobody else’s', () => {
    expect(accountsOf(record, ['mother', 'child']).map((one) => one.id)).toEqual(['card']);
    expect(accountsOf(record, ['father', 'child'])).toEqual([]);
    expect(accountsOf(record, ['mother', 'mother'])).toHaveLength(1);
  });

  test('goes with the applicant: another one has to name theirs', () => {
    expect(chosenPeople(record, entry, { applicant: 'father' })).toMatchObject({
      applicant: 'father',
      account: another,
    });
    expect(chosenPeople(record, entry, { applicant: 'mother' })).toMatchObject({ account: 'card' });
  });
});

describe('what is still missing', () => {
  test('is said all at once', () => {
    const nothing = { ...entry, subject: another, applicant: '', period: '', account: another };
    expect(faultsIn(nothing, words)).toEqual([
      words.whoMissing,
      words.nameMissing,
      words.birthMissing,
      words.periodMissing,
      words.accountMissing,
    ]);
  });

  test('is nothing when the record has it all', () => {
    expect(faultsIn(entry, words)).toEqual([]);
  });

  test('includes a birth that the calendar has no day for', () => {
    const child = { name: '陈新', birth: '2025-02-30', identity: '', link: 'parent' } as const;
    expect(faultsIn({ ...entry, subject: another, child }, words)).toEqual([words.birthMissing]);
  });
});

describe('what is sent', () => {
  const filled = { entry, page, purpose: 'apply', record, shots: [], answers: {}, submissionKey: 'key' };

  test('names people and account by what the register holds', () => {
    expect(applicationFrom(filled)).toEqual({
      policy: 'cn/example',
      period: '2026',
      submissionKey: 'key',
      purpose: 'apply',
      subject: { id: 'child' },
      applicant: { id: 'mother' },
      account: { id: 'card' },
      photos: [],
      answers: {},
    });
  });

  test('enters a child whom the register does not hold, where the family lives', () => {
    const child = { name: ' 陈新 ', birth: '2026-10-01', identity: '', link: 'guardian' } as const;
    expect(applicationFrom({ ...filled, entry: { ...entry, subject: another, child } }).subject).toEqual({
      enter: { name: '陈新', birth: '2026-10-01', residence: '990101101201', link: 'guardian' },
    });
  });
});
