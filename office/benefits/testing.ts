import type { Determination } from '../../rules/determination.ts';
import type { PackInfo } from '../../rules/pack/pack.ts';
import type { Day } from '../../values/day.ts';
import type { Division } from '../../values/division.ts';
import type { AccountId, CaseId, FamilyId, PersonId, StaffId } from '../../values/id.ts';
import type { WorkingCalendar } from '../../values/working-days.ts';
import type { Duty } from '../hall/who/duty.ts';
import type { Actor, BenefitCase, CaseEvent, Happening } from './case/case.ts';
import type { Answer, HandedIn, Told } from './case/decide.ts';
import { day } from '../../values/day.ts';
import { fen } from '../../values/fen.ts';
import { foldEvents } from './case/case.ts';
import type { Refusal } from './case/refusal.ts';
import { receive } from './case/decide.ts';

// An invented benefit and a case of it, for the tests of what is decided.

const span = { file: 'policy.md', line: 1, column: 1, endLine: 1, endColumn: 1 };
const same = (text: string): { 'zh-CN': string; en: string } => ({ 'zh-CN': text, en: text });

export const warmHome: PackInfo = {
  policy: 'test/warm-home',
  title: { 'zh-CN': '温暖补助', en: 'Warm home grant' },
  summary: { 'zh-CN': '给需要的家庭。', en: 'For families in need.' },
  version: 'aaaaaaaaaaaa',
  division: '000000000000',
  periodKind: 'year',
  periods: ['2025', '2026'],
  subject: { name: 'person', words: { 'zh-CN': '本人', en: 'the person' } },
  sources: [{ key: 'rules', title: '温暖补助办法', verified: 'official-text' }],
  articles: [
    {
      heading: '条件',
      headingWords: same('条件'),
      words: same('……'),
      source: 'rules',
      place: '五',
      text: '……',
      verified: true,
      span,
    },
  ],
  parameters: [],
  documents: [
    { key: 'certificate', name: { 'zh-CN': '证明', en: 'certificate' }, hint: same('—'), required: true },
    { key: 'register', name: { 'zh-CN': '户口本', en: 'register' }, hint: same('—'), required: true },
    { key: 'other', name: { 'zh-CN': '其他', en: 'other proof' }, hint: same('—'), required: false },
  ],
  procedure: {
    steps: [
      { key: 'receive', duty: 'receive', level: 'village', name: { 'zh-CN': '受理', en: 'Receipt' } },
      { key: 'review', duty: 'review', level: 'township', name: { 'zh-CN': '镇里审核', en: 'Township review' } },
      { key: 'confirm', duty: 'confirm', level: 'county', name: { 'zh-CN': '县里确认', en: 'County confirmation' } },
    ],
    workingDays: 30,
    law: { source: 'rules', title: '温暖补助办法', place: '九', verified: true },
    payment: { rhythm: 'quarterly', words: { 'zh-CN': '按季度发放', en: 'Paid every quarter' } },
    remedies: [
      {
        key: 'review',
        words: { 'zh-CN': '申请行政复议', en: 'Administrative review' },
        withinDays: 60,
        law: '行政复议法 第二十条',
      },
      { key: 'hotline', words: { 'zh-CN': '打 12345', en: 'Call 12345' }, law: '条例' },
    ],
  },
  questions: [
    {
      key: 'nationality',
      fact: 'person.nationality',
      ask: { 'zh-CN': '是中国国籍吗？', en: 'Chinese national?' },
      why: same('—'),
      answer: { kind: 'date' },
    },
  ],
  supposed: [],
  notes: [],
  ends: [],
  leaflet: [],
};

const trace = {
  label: 'eligible',
  value: true,
  type: 'boolean',
  operation: 'const',
  children: [],
  span,
  decisive: true,
};

export const yes: Determination = {
  policy: warmHome.policy,
  version: warmHome.version,
  period: '2026',
  outcome: 'eligible',
  amountFen: fen(360_000),
  missing: [],
  because: [{ words: { 'zh-CN': '符合条件。', en: 'The conditions are met.' } }],
  trace,
};
const { amountFen: _, ...withoutAmount } = yes;
export const no: Determination = {
  ...withoutAmount,
  outcome: 'not-eligible',
  because: [{ words: { 'zh-CN': '已满三周岁。', en: 'Three years old.' } }],
};
export const notKnown: Determination = {
  ...withoutAmount,
  outcome: 'undetermined',
  because: [],
  missing: [
    { name: 'person.nationality', person: 'p', fact: 'nationality', words: { 'zh-CN': '国籍', en: 'nationality' } },
  ],
};

/**
 * The notices of 2026 as far as these tests go: Spring Festival 15–23 February, made up on the 14th and the 28th; 2027 is not published.
 */
export const calendar2026: WorkingCalendar = {
  holidays: new Set(Array.from({ length: 9 }, (_unused, i) => day(`2026-02-${15 + i}`))),
  makeUpDays: new Set([day('2026-02-14'), day('2026-02-28')]),
  publishedYears: new Set([2025, 2026]),
};

export function told(change: Partial<Told> = {}): Told {
  return {
    pack: warmHome,
    lawIsKept: true,
    determination: yes,
    given: new Set(['certificate', 'register']),
    calendar: calendar2026,
    today: day('2026-03-02'),
    ...change,
  };
}

export const handedIn: HandedIn = {
  origin: 'phone',
  policy: warmHome.policy,
  period: '2026',
  subject: 'subject' as PersonId,
  applicant: 'applicant' as PersonId,
  family: 'family' as FamilyId,
  account: 'account' as AccountId,
  residence: '990101101203' as Division,
  documents: ['certificate', 'register'],
};

export const theFamily: Actor = { kind: 'family', id: handedIn.applicant, name: '王秀兰' };

export function staffActor(name: string, duty: Duty): Actor & { kind: 'staff' } {
  return {
    kind: 'staff',
    id: name as StaffId,
    name,
    office: { 'zh-CN': '柳塘镇服务中心', en: 'Liutang Service Centre' },
    duty,
  };
}

/** What an answer wrote; throws with the refusal when it was refused. */
export function happeningOf<Kind extends Happening['kind']>(
  answer: Answer<Kind, Refusal>,
): Extract<Happening, { kind: Kind }> {
  if (answer.kind !== 'done')
    throw new Error(
      `Refused: ${JSON.stringify(answer, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`,
    );
  return answer.happening;
}

/** A timeline of what happened, one after the other. */
export function timelineOf(...steps: readonly (readonly [Happening, Actor])[]): readonly CaseEvent[] {
  return steps.map(([happening, by], i) => ({ ...happening, seq: i + 1, at: `2026-03-02T01:00:0${i}.000Z`, by }));
}

export function caseOf(timeline: readonly CaseEvent[]): BenefitCase {
  return foldEvents('case' as CaseId, timeline);
}

export function receivedOn(today: Day, change: Partial<Told> = {}): Happening {
  return happeningOf(receive(handedIn, '禾 2026-000001', told({ today, ...change })));
}
