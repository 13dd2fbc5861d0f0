import { describe, expect, test } from 'vitest';
import type { Localized } from '../../../values/language.ts';
import type { CaseEvent, Happening } from '../case/case.ts';
import type { Refusal } from '../case/refusal.ts';
import { day } from '../../../values/day.ts';
import { askCorrection, confirm, correct, passReview, refuse, sendBack } from '../case/decide.ts';
import { messageOf } from '../review/messages.ts';
import { pathOf, progressOf } from '../follow/path.ts';
import { whyRefused } from './why-refused.ts';
import { caseOf, happeningOf, no, receivedOn, staffActor, theFamily, timelineOf, told, warmHome } from '../testing.ts';
import { timelineEntryOf } from '../case-file/timeline.ts';

const monday = day('2026-03-02');
const zhou = staffActor('zhou', 'review');
const ma = staffActor('ma', 'confirm');
const seen = { outcome: 'eligible', amountFen: '360000' } as const;

const received = receivedOn(monday);
const opened = caseOf(timelineOf([received, theFamily]));
const asked = happeningOf(askCorrection(opened, { duty: 'review' }, { documents: ['register'], facts: [] }, told()));
const waiting = caseOf(timelineOf([received, theFamily], [asked, zhou]));
const corrected = happeningOf(
  correct(waiting, { documents: ['register'], facts: [] }, told({ today: day('2026-03-04') })),
);
const passed = happeningOf(passReview(opened, { duty: 'review' }, seen, told()));
const reviewed = caseOf(timelineOf([received, theFamily], [passed, zhou]));
const confirmed = happeningOf(confirm(reviewed, { duty: 'confirm' }, seen, told()));
const back = happeningOf(sendBack(reviewed, { duty: 'confirm' }, '照片看不清', told()));
const refused = happeningOf(
  refuse(opened, { duty: 'review' }, { outcome: 'not-eligible', amountFen: null }, {}, told({ determination: no })),
);
const withdrawn: Happening = { kind: 'withdrawn', body: { on: monday } };
const moved: Happening = {
  kind: 'deadline-moved',
  body: { on: monday, from: day('2026-04-13'), dueOn: day('2026-04-14'), dueProvisional: false },
};

const timelines: readonly (readonly [string, readonly CaseEvent[]])[] = [
  ['just received', timelineOf([received, theFamily])],
  ['waiting for the family', timelineOf([received, theFamily], [asked, zhou])],
  ['corrected', timelineOf([received, theFamily], [asked, zhou], [corrected, theFamily])],
  ['reviewed', timelineOf([received, theFamily], [passed, zhou])],
  ['sent back', timelineOf([received, theFamily], [passed, zhou], [back, ma])],
  ['granted', timelineOf([received, theFamily], [passed, zhou], [confirmed, ma])],
  ['refused', timelineOf([received, theFamily], [refused, zhou])],
  ['withdrawn', timelineOf([received, theFamily], [withdrawn, theFamily])],
  ['moved', timelineOf([received, theFamily], [moved, { kind: 'system', name: '惠家' }])],
];

/** Both languages are there, Chinese stands with full-width punctuation, and no piece was forgotten. */
function expectSaid({ 'zh-CN': zh, en }: Localized): void {
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).toMatch(/[a-z]/);
  expect(zh).not.toMatch(/\p{Script=Han}[,.:;?!()]|[,.:;?!()]\p{Script=Han}/u);
  expect(`${zh}${en}`).not.toMatch(/undefined|NaN|\{\d\}|\[object/);
}

test.each(timelines)(
  'a case that is %s is told in words: timeline, path, progress and messages',
  (_state, timeline) => {
    const found = caseOf(timeline);
    const [first] = timeline;
    if (first === undefined) throw new Error('No beginning');
    for (const event of timeline) {
      expectSaid(timelineEntryOf(event).words);
      const message = messageOf(event, found, warmHome);
      if (message) expectSaid(message);
    }
    for (const { name, words } of pathOf(found, first, warmHome)) [name, words].forEach(expectSaid);
    expectSaid(progressOf(found.state));
  },
);

describe('the family’s line of steps', () => {
  const statesOf = (timeline: readonly CaseEvent[]): readonly string[] => {
    const [first] = timeline;
    if (first === undefined) throw new Error('No beginning');
    return pathOf(caseOf(timeline), first, warmHome).map(({ key, state }) => `${key} ${state}`);
  };
  const at = (wanted: string): readonly CaseEvent[] => timelines.find(([state]) => state === wanted)?.[1] ?? [];

  test('says who has it now and what comes next', () => {
    expect(statesOf(at('just received'))).toEqual(['received done', 'review now', 'confirm next', 'payment next']);
    expect(statesOf(at('waiting for the family'))).toEqual([
      'received done',
      'correction now',
      'review next',
      'confirm next',
      'payment next',
    ]);
    expect(statesOf(at('corrected'))).toEqual([
      'received done',
      'correction done',
      'review now',
      'confirm next',
      'payment next',
    ]);
    expect(statesOf(at('reviewed'))).toEqual(['received done', 'review done', 'confirm now', 'payment next']);
    expect(statesOf(at('refused'))).toEqual(['received done', 'review refused', 'confirm ended', 'payment ended']);
    expect(statesOf(at('withdrawn'))).toEqual(['received done', 'review ended', 'confirm ended', 'payment ended']);
  });

  test('ends with the money, by the last four digits of the account', () => {
    const timeline = at('granted');
    const [first] = timeline;
    if (first === undefined) throw new Error('No beginning');
    const last = (payment: Parameters<typeof pathOf>[3]) => pathOf(caseOf(timeline), first, warmHome, payment).at(-1);
    const account = { last4: '6721', dueOn: day('2026-03-02') };
    expect(last({ ...account, state: 'due' })).toMatchObject({
      state: 'now',
      words: { 'zh-CN': expect.stringContaining('尾号6721') },
    });
    expect(last({ ...account, state: 'paid', paidOn: day('2026-03-20') })).toMatchObject({
      state: 'done',
      on: '2026-03-20',
    });
    expect(last({ ...account, state: 'returned' })).toMatchObject({
      state: 'now',
      words: { 'zh-CN': expect.stringContaining('换一个账户') },
    });
  });
});

test('a message names no amount and no person, since it lights up on a locked phone', () => {
  for (const [, timeline] of timelines) {
    for (const event of timeline) {
      const message = messageOf(event, caseOf(timeline), warmHome);
      expect(message?.['zh-CN'] ?? '').not.toMatch(/3,600|王秀兰|刘一诺/);
    }
  }
});

const refusals: readonly Refusal[] = [
  { kind: 'case-is-closed', state: 'granted' },
  { kind: 'clock-paused', since: monday },
  { kind: 'another-duty', needs: 'confirm' },
  { kind: 'another-duty', needs: 'review' },
  { kind: 'not-this-step', turn: 'review' },
  { kind: 'not-this-step', turn: 'confirm' },
  { kind: 'nobody-acts-twice', earlier: 'receive' },
  { kind: 'determination-changed', seen, now: no },
  { kind: 'documents-missing', documents: [{ 'zh-CN': '户口本', en: 'register' }] },
  { kind: 'undetermined', missing: [{ 'zh-CN': '国籍', en: 'nationality' }] },
  { kind: 'not-eligible', because: no.because },
  { kind: 'everything-missing-is-said-once', on: monday },
  { kind: 'nothing-asked-for' },
  { kind: 'not-in-the-policy', what: 'document', key: 'x' },
  { kind: 'a-refusal-gives-its-reason' },
  {
    kind: 'still-missing',
    items: [{ kind: 'document', requirement: 'register', words: { 'zh-CN': '户口本', en: 'register' } }],
  },
  { kind: 'nothing-to-correct' },
];

test.each(refusals.map((refusal) => [refusal.kind, refusal] as const))(
  'the refusal %s is a sentence in both languages',
  (_kind, refusal) => {
    expectSaid(whyRefused(refusal));
  },
);
