import { expect, test } from 'vitest';
import type { Happening } from './case.ts';
import { day } from '../../../values/day.ts';
import { closedOn, turnOf } from './case.ts';
import { askCorrection, correct, passReview, sendBack } from './decide.ts';
import { caseOf, happeningOf, receivedOn, staffActor, theFamily, timelineOf, told } from '../testing.ts';

const zhou = staffActor('zhou', 'review');
const ma = staffActor('ma', 'confirm');
const monday = day('2026-03-02');
const seen = { outcome: 'eligible', amountFen: '360000' } as const;
const received = timelineOf([receivedOn(monday), theFamily]);
const passed = happeningOf(passReview(caseOf(received), { duty: 'review' }, seen, told()));

test('a case is what its timeline tells: received, something asked for, brought, reviewed', () => {
  const asked = happeningOf(
    askCorrection(caseOf(received), { duty: 'review' }, { documents: ['register'], facts: [] }, told()),
  );
  const waiting = timelineOf([receivedOn(monday), theFamily], [asked, zhou]);
  const brought = happeningOf(
    correct(caseOf(waiting), { documents: ['register'], facts: [] }, told({ today: day('2026-03-04') })),
  );
  const timeline = timelineOf([receivedOn(monday), theFamily], [asked, zhou], [brought, theFamily], [passed, zhou]);
  expect(caseOf(timeline.slice(0, 2)).state).toBe('correcting');
  expect(caseOf(timeline.slice(0, 3))).toMatchObject({
    state: 'received',
    waits: [{ from: '2026-03-02', to: '2026-03-04' }],
    dueOn: '2026-04-15',
  });
  expect(caseOf(timeline)).toMatchObject({ state: 'reviewed', version: 4, correction: { answeredOn: '2026-03-04' } });
});

test('each state holds what is known by then and no more', () => {
  const reviewed = caseOf(timelineOf([receivedOn(monday), theFamily], [passed, zhou]));
  const back = happeningOf(sendBack(reviewed, { duty: 'confirm' }, '照片看不清', told()));
  const again = caseOf(timelineOf([receivedOn(monday), theFamily], [passed, zhou], [back, ma]));
  expect(again).toMatchObject({ state: 'received', sentBack: { reason: '照片看不清', by: { name: 'ma' } } });
  expect(again).not.toHaveProperty('review');
  expect(reviewed).not.toHaveProperty('decision');
});

test('whose turn it is, and when it was closed, follow from the state', () => {
  expect(turnOf('received')).toBe('review');
  expect(turnOf('correcting')).toBe('family');
  expect(turnOf('reviewed')).toBe('confirm');
  expect(turnOf('withdrawn')).toBeUndefined();
  const withdrawn: Happening = { kind: 'withdrawn', body: { on: monday } };
  expect(closedOn(caseOf(timelineOf([receivedOn(monday), theFamily], [withdrawn, theFamily])))).toBe('2026-03-02');
  expect(closedOn(caseOf(received))).toBeUndefined();
});

test('a timeline that can’t have happened is a broken assumption', () => {
  expect(() => caseOf([])).toThrow('begins with nothing');
  expect(() => caseOf(timelineOf([passed, zhou]))).toThrow('begins with its receipt');
  expect(() => caseOf(timelineOf([receivedOn(monday), theFamily], [passed, zhou], [passed, zhou]))).toThrow(
    "'review-passed' can't follow",
  );
  expect(() => caseOf([...received, { ...passed, seq: 3, at: '', by: zhou }])).toThrow('Event 3 of case');
});
