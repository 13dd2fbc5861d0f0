import { alike } from '../../../values/language.ts';
import { describe, expect, test } from 'vitest';
import type { BenefitCase, CaseEvent, Happening } from './case.ts';
import { day } from '../../../values/day.ts';
import {
  askCorrection,
  confirm,
  correct,
  moveDeadline,
  passReview,
  receive,
  refuse,
  sendBack,
  withdraw,
} from './decide.ts';
import { earlierHand, type Signer } from './hand.ts';
import type { Seen } from './refusal.ts';
import { decisionNumberOf, remediesOf } from './letter.ts';
import {
  calendar2026,
  caseOf,
  handedIn,
  happeningOf,
  no,
  notKnown,
  receivedOn,
  staffActor,
  theFamily,
  timelineOf,
  told,
  warmHome,
  yes,
} from '../testing.ts';

const reviewer: Signer = { duty: 'review' };
const confirmer: Signer = { duty: 'confirm' };
const seenYes: Seen = { outcome: 'eligible', amountFen: '360000' };
const monday = day('2026-03-02');
const zhou = staffActor('zhou', 'review');

const received = (change = {}): CaseEvent[] => [...timelineOf([receivedOn(monday, change), theFamily])];

/** The case after the happening, as written by the review. */
function after(before: readonly CaseEvent[], happening: Happening): BenefitCase {
  return caseOf([...before, { ...happening, seq: before.length + 1, at: '2026-03-03T01:00:00.000Z', by: zhou }]);
}

function reviewed(): BenefitCase {
  return after(received(), happeningOf(passReview(caseOf(received()), reviewer, seenYes, told())));
}

function correcting(documents: readonly string[] = ['register'], facts: readonly string[] = []): BenefitCase {
  return after(received(), happeningOf(askCorrection(caseOf(received()), reviewer, { documents, facts }, told())));
}

describe('receiving', () => {
  test('the answer is due thirty working days after the day of receipt', () => {
    const { body } = happeningOf(receive(handedIn, '禾 2026-000001', told()));
    expect(body).toMatchObject({
      receivedOn: '2026-03-02',
      workingDays: 30,
      dueOn: '2026-04-13',
      dueProvisional: false,
    });
  });

  test('a make-up Saturday counts and the holiday before it does not', () => {
    const { body } = happeningOf(receive(handedIn, '禾 2026-000001', told({ today: day('2026-02-13') })));
    // 14 Feb (Saturday, make-up) is the first day, 24–27 Feb the next four, 28 Feb (Saturday, make-up) the sixth.
    const short = { ...warmHome, procedure: { ...warmHome.procedure, workingDays: 6 } };
    const soon = happeningOf(receive(handedIn, '禾 2026-000001', told({ today: day('2026-02-13'), pack: short })));
    expect(soon.body.dueOn).toBe('2026-02-28');
    expect(body.dueOn).toBe('2026-04-02');
  });

  test('a deadline that reaches into a year without a holiday notice is provisional', () => {
    const { body } = happeningOf(receive(handedIn, '禾 2026-000001', told({ today: day('2026-12-01') })));
    expect(body).toMatchObject({ dueOn: '2027-01-12', dueProvisional: true });
  });

  test('who is not eligible, or of whom too little is known, may hand in all the same', () => {
    expect(
      happeningOf(receive(handedIn, '禾 2026-000001', told({ determination: no }))).body.determination,
    ).toMatchObject({ outcome: 'not-eligible', amountFen: null });
    expect(
      happeningOf(receive(handedIn, '禾 2026-000001', told({ determination: notKnown }))).body.determination.outcome,
    ).toBe('undetermined');
  });

  test('a document that the policy does not ask for is not taken', () => {
    const answer = receive({ ...handedIn, documents: ['certificate', 'marriage'] }, '禾 2026-000001', told());
    expect(answer).toEqual({ kind: 'not-in-the-policy', what: 'document', key: 'marriage' });
  });

  test('a period beyond the policy is refused', () => {
    expect(receive({ ...handedIn, period: '2031' }, '禾 2026-000001', told())).toEqual({
      kind: 'not-in-the-policy',
      what: 'period',
      key: '2031',
    });
  });
});

describe('reviewing', () => {
  test('a complete case on which the policy says yes passes', () => {
    expect(reviewed()).toMatchObject({
      state: 'reviewed',
      version: 2,
      review: { on: '2026-03-02', by: { name: 'zhou' } },
    });
  });

  test('a case without a document that the policy asks for does not pass', () => {
    const answer = passReview(caseOf(received()), reviewer, seenYes, told({ given: new Set(['certificate']) }));
    expect(answer).toEqual({ kind: 'documents-missing', documents: [{ 'zh-CN': '户口本', en: 'register' }] });
  });

  test('a case on which the policy says no does not pass', () => {
    expect(passReview(caseOf(received()), reviewer, seenYes, told({ determination: no }))).toMatchObject({
      kind: 'not-eligible',
    });
  });

  test('a case of which too little is known does not pass', () => {
    expect(passReview(caseOf(received()), reviewer, seenYes, told({ determination: notKnown }))).toEqual({
      kind: 'undetermined',
      missing: [{ 'zh-CN': '国籍', en: 'nationality' }],
    });
  });

  test('who saw another amount than today’s is shown the difference', () => {
    const answer = passReview(caseOf(received()), reviewer, { ...seenYes, amountFen: '330000' }, told());
    expect(answer).toMatchObject({
      kind: 'determination-changed',
      seen: { amountFen: '330000' },
      now: { amountFen: 360_000n },
    });
  });

  test('review is not for who holds another duty', () => {
    expect(passReview(caseOf(received()), confirmer, seenYes, told())).toEqual({
      kind: 'another-duty',
      needs: 'review',
    });
  });

  test('who received the case does not review it', () => {
    const timeline = timelineOf([receivedOn(monday), staffActor('he', 'receive')]);
    const earlier = earlierHand(timeline, staffActor('he', 'review').id, 'review');
    expect(earlier).toBe('receive');
    const answer = passReview(caseOf(timeline), { duty: 'review', ...(earlier && { earlier }) }, seenYes, told());
    expect(answer).toEqual({ kind: 'nobody-acts-twice', earlier: 'receive' });
  });

  test('who asked for a correction goes on with the review; who passed it is done with the case', () => {
    const asked = happeningOf(askCorrection(caseOf(received()), reviewer, { documents: ['other'], facts: [] }, told()));
    const timeline = timelineOf([receivedOn(monday), theFamily], [asked, zhou]);
    expect(earlierHand(timeline, zhou.id, 'review')).toBeUndefined();
    expect(earlierHand(timeline, zhou.id, 'confirm')).toBe('review');
    const passed = happeningOf(passReview(caseOf(received()), reviewer, seenYes, told()));
    expect(earlierHand(timelineOf([receivedOn(monday), theFamily], [passed, zhou]), zhou.id, 'review')).toBe('review');
  });
});

describe('the one correction notice', () => {
  test('lists everything at once and stops the clock', () => {
    const found = correcting(['register', 'register', 'other'], ['nationality']);
    expect(found).toMatchObject({ state: 'correcting', waits: [{ from: '2026-03-02' }] });
    if (found.state !== 'correcting') throw new Error('not correcting');
    expect(found.asked.items.map(({ words }) => words['zh-CN'])).toEqual(['户口本', '其他', '是中国国籍吗？']);
  });

  test('with nothing in it is refused', () => {
    expect(askCorrection(caseOf(received()), reviewer, { documents: [], facts: [] }, told())).toEqual({
      kind: 'nothing-asked-for',
    });
  });

  test('asks for nothing beyond the policy', () => {
    const asked = (documents: string[], facts: string[]) =>
      askCorrection(caseOf(received()), reviewer, { documents, facts }, told());
    expect(asked(['marriage'], [])).toEqual({ kind: 'not-in-the-policy', what: 'document', key: 'marriage' });
    expect(asked([], ['income'])).toEqual({ kind: 'not-in-the-policy', what: 'fact', key: 'income' });
  });

  test('is sent once: a second one is refused', () => {
    const events = received();
    const asked = happeningOf(askCorrection(caseOf(events), reviewer, { documents: ['register'], facts: [] }, told()));
    const waiting = [...timelineOf([receivedOn(monday), theFamily], [asked, zhou])];
    const brought = happeningOf(correct(caseOf(waiting), { documents: ['register'], facts: [] }, told()));
    const again = askCorrection(after(waiting, brought), reviewer, { documents: ['certificate'], facts: [] }, told());
    expect(again).toEqual({ kind: 'everything-missing-is-said-once', on: '2026-03-02' });
  });

  test('while it waits, nobody decides', () => {
    expect(passReview(correcting(), reviewer, seenYes, told())).toEqual({ kind: 'clock-paused', since: '2026-03-02' });
    expect(refuse(correcting(), reviewer, seenYes, {}, told())).toEqual({ kind: 'clock-paused', since: '2026-03-02' });
  });
});

describe('correcting', () => {
  test('moves the deadline by the working days that the office waited', () => {
    // Asked on Monday 2 March, answered on Thursday the 12th: eight working days.
    const { body } = happeningOf(
      correct(correcting(), { documents: ['register'], facts: [] }, told({ today: day('2026-03-12') })),
    );
    expect(body).toMatchObject({ dueOn: '2026-04-23', dueProvisional: false });
  });

  test('on the same day leaves the deadline where it was', () => {
    expect(happeningOf(correct(correcting(), { documents: ['register'], facts: [] }, told())).body.dueOn).toBe(
      '2026-04-13',
    );
  });

  test('brings everything that was asked for, once', () => {
    const answer = correct(correcting(['register', 'other']), { documents: ['register'], facts: [] }, told());
    expect(answer).toMatchObject({ kind: 'still-missing', items: [{ requirement: 'other' }] });
  });

  test('what can’t be had is explained instead', () => {
    const brought = { documents: [], facts: [], explanation: '户口本遗失，正在补办' };
    expect(happeningOf(correct(correcting(), brought, told())).body.explanation).toBe('户口本遗失，正在补办');
  });

  test('is for a case in which something was asked for', () => {
    expect(correct(caseOf(received()), { documents: ['register'], facts: [] }, told())).toEqual({
      kind: 'nothing-to-correct',
    });
  });
});

describe('confirming', () => {
  test('grants the amount that the policy gives today, under the receipt’s number', () => {
    const { body } = happeningOf(confirm(reviewed(), confirmer, seenYes, told()));
    expect(body).toEqual({
      on: '2026-03-02',
      determination: { outcome: 'eligible', amountFen: '360000', version: 'aaaaaaaaaaaa' },
      decisionNumber: '禾惠决〔2026〕000001号',
    });
  });

  test('needs the review first', () => {
    expect(confirm(caseOf(received()), confirmer, seenYes, told())).toEqual({ kind: 'not-this-step', turn: 'review' });
  });

  test('is not for who reviewed', () => {
    expect(confirm(reviewed(), { duty: 'confirm', earlier: 'review' }, seenYes, told())).toEqual({
      kind: 'nobody-acts-twice',
      earlier: 'review',
    });
  });

  test('is not taken on what the policy no longer says', () => {
    expect(confirm(reviewed(), confirmer, seenYes, told({ determination: no }))).toMatchObject({
      kind: 'not-eligible',
    });
  });

  test('sends back with what is to be looked at again', () => {
    const { body } = happeningOf(sendBack(reviewed(), confirmer, '照片看不清', told()));
    expect(body).toEqual({ on: '2026-03-02', reason: '照片看不清' });
  });

  test('a review does not send back', () => {
    expect(sendBack(caseOf(received()), reviewer, '照片看不清', told())).toEqual({
      kind: 'another-duty',
      needs: 'confirm',
    });
  });
});

describe('refusing', () => {
  const seenNo: Seen = { outcome: 'not-eligible', amountFen: null };

  test('gives the policy’s own reasons', () => {
    const happening = happeningOf(refuse(caseOf(received()), reviewer, seenNo, {}, told({ determination: no })));
    expect(happening.kind).toBe('review-refused');
    expect(happening.body.reasons).toEqual(no.because);
  });

  test('against the policy’s yes needs a reason and its article', () => {
    const against = (own: object) => refuse(caseOf(received()), reviewer, seenYes, own, told());
    expect(against({})).toEqual({ kind: 'a-refusal-gives-its-reason' });
    expect(against({ reason: alike('证明系伪造') })).toEqual({ kind: 'a-refusal-gives-its-reason' });
    expect(against({ reason: alike('证明系伪造'), article: 'rules 九' })).toEqual({
      kind: 'not-in-the-policy',
      what: 'article',
      key: 'rules 九',
    });
    expect(happeningOf(against({ reason: alike('证明系伪造'), article: 'rules 五' })).body.reasons).toMatchObject([
      { words: { 'zh-CN': '证明系伪造' }, law: { place: '五' } },
    ]);
  });

  test('of who is not known enough names what is not known', () => {
    const seen: Seen = { outcome: 'undetermined', amountFen: null };
    const { body } = happeningOf(refuse(caseOf(received()), reviewer, seen, {}, told({ determination: notKnown })));
    expect(body.reasons[0]?.words['zh-CN']).toBe('还不知道：国籍。');
  });

  test('at confirmation is the county’s refusal', () => {
    expect(happeningOf(refuse(reviewed(), confirmer, seenNo, {}, told({ determination: no }))).kind).toBe('refused');
  });

  test('tells how to disagree, with the last day', () => {
    expect(remediesOf(warmHome, day('2026-03-02'))).toEqual([
      {
        key: 'review',
        words: { 'zh-CN': '申请行政复议', en: 'Administrative review' },
        law: '行政复议法 第二十条',
        lastDay: '2026-05-01',
      },
      { key: 'hotline', words: { 'zh-CN': '打 12345', en: 'Call 12345' }, law: '条例' },
    ]);
  });

  test('a decision is numbered like its receipt', () => {
    expect(decisionNumberOf('禾 2026-004217')).toBe('禾惠决〔2026〕004217号');
    expect(() => decisionNumberOf('4217')).toThrow('Not a receipt number');
  });
});

describe('withdrawing', () => {
  test('is the family’s right until the decision', () => {
    expect(happeningOf(withdraw(correcting(), monday)).body).toEqual({ on: '2026-03-02' });
    expect(happeningOf(withdraw(reviewed(), monday)).kind).toBe('withdrawn');
  });

  test('ends with the decision: a closed case stays as it is', () => {
    const granted = after(
      timelineOf(
        [receivedOn(monday), theFamily],
        [happeningOf(passReview(caseOf(received()), reviewer, seenYes, told())), zhou],
      ),
      happeningOf(confirm(reviewed(), confirmer, seenYes, told())),
    );
    expect(granted).toMatchObject({ state: 'granted', decision: { amountFen: 360_000n } });
    expect(withdraw(granted, monday)).toEqual({ kind: 'case-is-closed', state: 'granted' });
    expect(passReview(granted, reviewer, seenYes, told())).toEqual({ kind: 'case-is-closed', state: 'granted' });
    expect(correct(granted, { documents: [], facts: [] }, told())).toEqual({
      kind: 'case-is-closed',
      state: 'granted',
    });
  });
});

describe('a corrected calendar', () => {
  test('moves the deadline of an open case, and says from where', () => {
    const holiday = { ...calendar2026, holidays: new Set([...calendar2026.holidays, day('2026-04-06')]) };
    expect(moveDeadline(caseOf(received()), holiday, day('2026-03-20'))?.body).toEqual({
      on: '2026-03-20',
      from: '2026-04-13',
      dueOn: '2026-04-14',
      dueProvisional: false,
    });
  });

  test('that changes nothing for a case writes nothing', () => {
    expect(moveDeadline(caseOf(received()), calendar2026, day('2026-03-20'))).toBeUndefined();
  });

  test('makes a provisional deadline certain when the year is published', () => {
    const timeline = timelineOf([receivedOn(day('2026-12-01')), theFamily]);
    const published = {
      ...calendar2026,
      publishedYears: new Set([2026, 2027]),
      holidays: new Set([...calendar2026.holidays, day('2027-01-01')]),
    };
    expect(moveDeadline(caseOf(timeline), published, day('2026-12-02'))?.body).toMatchObject({
      dueOn: '2027-01-13',
      dueProvisional: false,
    });
  });
});

test('the amount of the determination is what the timeline keeps, as text', () => {
  expect(
    happeningOf(receive(handedIn, '禾 2026-000001', told({ determination: yes }))).body.determination.amountFen,
  ).toBe('360000');
});
