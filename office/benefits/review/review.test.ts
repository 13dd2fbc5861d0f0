import { describe, expect, test } from 'vitest';
import { constraintOf } from '../../../building/database/constraint.ts';
import { apply, type ApplyOutcome, type Received } from '../apply/apply.ts';
import { confirmCase } from './confirm.ts';
import { correctCase } from './correct.ts';
import { review } from './review.ts';
import { as, county, dongzhuang, requiredOf, shanghe, system, type TestFamily, testOffice } from '../testing-office.ts';
import { withdrawCase } from './withdraw.ts';
import { newId } from '../../../building/identity/new-id.ts';
import type { StaffActing } from '../../hall/who/acting.ts';

const { house, hire, family, application, photo, at } = await testOffice();
const reviewer = await hire('周素清', 'review', '990101101000');
const otherReviewer = await hire('钱小满', 'review', '990101101000');
const elsewhere = await hire('吴守业', 'review', '990101102000');
const confirmer = await hire('马国强', 'confirm', '990101000000');
const otherConfirmer = await hire('石敬之', 'confirm', '990101000000');

const seen = { outcome: 'eligible', amountFen: '360000' } as const;
const pass = { outcome: 'pass', version: 1, seen } as const;

function received(outcome: ApplyOutcome): Received {
  if (outcome.kind !== 'received') throw new Error(`Not received: ${JSON.stringify(outcome)}`);
  return outcome;
}

async function applied(of?: TestFamily) {
  const liu = of ?? (await family());
  const { found } = received(await apply(house, liu.acting, application(liu)));
  return { liu, id: found.id, key: { id: found.id }, receipt: found.receipt };
}

/** Everything that is written of a case, to show that a refused act wrote nothing. */
async function writtenOf(id: string) {
  return as(house, system, async (trx) => ({
    row: await trx
      .selectFrom('benefitCase')
      .select(['state', 'version', 'dueOn', 'closedOn'])
      .where('id', '=', id)
      .executeTakeFirst(),
    events: await trx.selectFrom('caseEvent').select('kind').where('caseId', '=', id).orderBy('seq').execute(),
    hands: await trx
      .selectFrom('hand')
      .select(['step', 'staffId'])
      .where('matterId', '=', id)
      .orderBy('step')
      .execute(),
    decisions: await trx.selectFrom('decision').select('outcome').where('caseId', '=', id).execute(),
    entitlements: await trx.selectFrom('entitlement').select('amountFen').where('caseId', '=', id).execute(),
    payments: await trx.selectFrom('payment').select(['amountFen', 'dueOn']).where('matterId', '=', id).execute(),
    audit: await trx
      .selectFrom('auditEntry')
      .select('act')
      .where('subjectId', '=', id)
      .orderBy('at')
      .orderBy('id')
      .execute(),
    notices: await trx.selectFrom('notice').select('kind').where('matterId', '=', id).orderBy('id').execute(),
  }));
}

test('a family applies, the township reviews, the county grants, and the payment is ordered', async () => {
  const { id, key, receipt, liu } = await applied();
  expect(receipt).toBe('禾 2026-000001');
  expect(await review(house, reviewer, key, pass)).toMatchObject({
    kind: 'done',
    after: { state: 'reviewed', version: 2 },
  });
  const granted = await confirmCase(house, confirmer, key, { outcome: 'grant', version: 2, seen });
  expect(granted).toMatchObject({
    kind: 'done',
    after: { state: 'granted', version: 3, account: liu.account },
    decisionNumber: '禾惠决〔2026〕000001号',
  });
  expect(await writtenOf(id)).toEqual({
    row: { state: 'granted', version: 3, dueOn: '2026-04-14', closedOn: '2026-03-02' },
    events: [{ kind: 'received' }, { kind: 'review-passed' }, { kind: 'confirmed' }],
    hands: [
      { step: 'confirm', staffId: confirmer.who },
      { step: 'review', staffId: reviewer.who },
    ],
    decisions: [{ outcome: 'granted' }],
    entitlements: [{ amountFen: 360_000n }],
    payments: [{ amountFen: 360_000n, dueOn: '2026-03-02' }],
    audit: [{ act: 'case.received' }, { act: 'case.review-passed' }, { act: 'case.confirmed' }],
    notices: [{ kind: 'case.received' }, { kind: 'case.confirmed' }],
  });
});

describe('nobody acts twice on one case', () => {
  test('the reviewer does not confirm, and nothing is written', async () => {
    const { id, key } = await applied();
    await review(house, reviewer, key, pass);
    const before = await writtenOf(id);
    const both = { ...confirmer, who: reviewer.who };
    expect(await confirmCase(house, both, key, { outcome: 'grant', version: 2, seen })).toEqual({
      kind: 'nobody-acts-twice',
      earlier: 'review',
    });
    expect(await writtenOf(id)).toEqual(before);
  });

  test('who passed a case that came back leaves it to a colleague', async () => {
    const { key } = await applied();
    await review(house, reviewer, key, pass);
    expect(
      await confirmCase(house, confirmer, key, { outcome: 'send-back', version: 2, reason: '照片看不清' }),
    ).toMatchObject({ kind: 'done' });
    expect(await review(house, reviewer, key, { ...pass, version: 3 })).toEqual({
      kind: 'nobody-acts-twice',
      earlier: 'review',
    });
    expect(await review(house, otherReviewer, key, { ...pass, version: 3 })).toMatchObject({ kind: 'done' });
    const again = { outcome: 'grant', version: 4, seen } as const;
    expect(await confirmCase(house, confirmer, key, again)).toEqual({ kind: 'nobody-acts-twice', earlier: 'confirm' });
    expect(await confirmCase(house, otherConfirmer, key, again)).toMatchObject({ kind: 'done' });
  });

  test('the database refuses it too, whatever the program thinks', async () => {
    const { id, key } = await applied();
    await review(house, reviewer, key, pass);
    const hand = { county, matterKind: 'case', matterId: id, staffId: reviewer.who, step: 'confirm' };
    const inOwnName = { ...reviewer, duty: 'confirm' } as const;
    const refused = await as(house, inOwnName, (trx) => trx.insertInto('hand').values(hand).execute()).catch(
      constraintOf,
    );
    expect(refused).toBe('nobody_acts_twice_on_one_matter');
  });

  test('a hand is in a case that is there and that one sees', async () => {
    const { id } = await applied();
    const lend = async (acting: StaffActing, matterId: string) =>
      as(house, acting, (trx) =>
        trx
          .insertInto('hand')
          .values({ county, matterKind: 'case', matterId, staffId: acting.who, step: 'review' })
          .execute(),
      ).catch(constraintOf);
    expect(await lend(reviewer, newId())).toBe('a_hand_in_a_case_is_in_one_that_is_there');
    expect(await lend(elsewhere, id)).toBe('a_hand_in_a_case_is_in_one_that_is_there');
    expect(await lend(reviewer, id)).toEqual([expect.anything()]);
  });

  test('two reviewers at the same moment: one passes it, the other is shown what changed', async () => {
    const { id, key } = await applied();
    const outcomes = await Promise.all([review(house, reviewer, key, pass), review(house, otherReviewer, key, pass)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'stale-version']);
    expect((await writtenOf(id)).events).toHaveLength(2);
  });
});

describe('a clerk of another township', () => {
  test('does not find the case, and nothing is written', async () => {
    const { id, key } = await applied();
    const before = await writtenOf(id);
    expect(await review(house, elsewhere, key, pass)).toEqual({ kind: 'no-such-case' });
    expect(await writtenOf(id)).toEqual(before);
    const shang = await family({ residence: shanghe });
    const theirs = await applied(shang);
    expect(await review(house, elsewhere, theirs.key, pass)).toMatchObject({ kind: 'done' });
  });

  test('sees no row of it in the database either', async () => {
    const { id } = await applied();
    const rows = await as(house, elsewhere, (trx) =>
      trx.selectFrom('benefitCase').select('id').where('id', '=', id).execute(),
    );
    const events = await as(house, elsewhere, (trx) =>
      trx.selectFrom('caseEvent').select('seq').where('caseId', '=', id).execute(),
    );
    expect([rows, events]).toEqual([[], []]);
  });
});

describe('a stale tab', () => {
  test('is told what happened since, and nothing is written', async () => {
    const { id, key } = await applied();
    await review(house, reviewer, key, pass);
    const before = await writtenOf(id);
    const outcome = await review(house, otherReviewer, key, {
      outcome: 'refuse',
      version: 1,
      seen,
      reason: '重复',
      article: 'x',
    });
    expect(outcome).toMatchObject({
      kind: 'stale-version',
      version: 2,
      state: 'reviewed',
      since: [{ kind: 'review-passed', by: { name: '周素清' } }],
    });
    expect(await writtenOf(id)).toEqual(before);
  });

  test('whose determination has changed in the register meanwhile is shown the new one', async () => {
    const { liu, id, key } = await applied();
    await as(house, system, (trx) =>
      trx.updateTable('person').set({ birth: '2023-11-05' }).where('id', '=', liu.child).execute(),
    );
    const before = await writtenOf(id);
    expect(await review(house, reviewer, key, pass)).toMatchObject({
      kind: 'determination-changed',
      seen,
      now: { amountFen: 330_000n },
    });
    expect(await writtenOf(id)).toEqual(before);
    const passed = await review(house, reviewer, key, { ...pass, seen: { outcome: 'eligible', amountFen: '330000' } });
    expect(passed).toMatchObject({ kind: 'done', after: { determination: { amountFen: '330000' } } });
  });

  test('of a child who has died meanwhile is not granted', async () => {
    const { liu, key } = await applied();
    await review(house, reviewer, key, pass);
    await as(house, system, (trx) =>
      trx.updateTable('person').set({ diedOn: '2026-03-01' }).where('id', '=', liu.child).execute(),
    );
    expect(await confirmCase(house, confirmer, key, { outcome: 'grant', version: 2, seen })).toMatchObject({
      kind: 'not-eligible',
    });
  });
});

describe('the one correction notice', () => {
  const [first = ''] = requiredOf(house);

  test('stops the clock, is answered once, and moves the deadline by the working days that passed', async () => {
    const liu = await family();
    const { found } = received(await apply(house, liu.acting, application(liu, { photos: [], answers: {} })));
    const key = { id: found.id };
    const ask = {
      outcome: 'ask-correction',
      version: 1,
      documents: [...requiredOf(house)],
      facts: ['nationality'],
    } as const;
    expect(
      await review(house, reviewer, key, { ...ask, documents: [...ask.documents], facts: [...ask.facts] }),
    ).toMatchObject({ kind: 'done', after: { state: 'correcting' } });

    const photos = requiredOf(house).map((requirement) => ({ ...photo, requirement }));
    const thursday = at('2026-03-12T10:00:00+08:00');
    const incomplete = await correctCase(thursday, liu.acting, key, {
      version: 2,
      photos: photos.slice(1),
      answers: { nationality: 'CN' },
    });
    expect(incomplete).toMatchObject({ kind: 'still-missing', items: [{ requirement: first }] });
    const brought = await correctCase(thursday, liu.acting, key, {
      version: 2,
      photos,
      answers: { nationality: 'CN' },
    });
    expect(brought).toMatchObject({
      kind: 'done',
      after: { state: 'received', dueOn: '2026-04-24', determination: seen },
    });

    const again = await review(thursday, reviewer, key, {
      outcome: 'ask-correction',
      version: 3,
      documents: [first],
      facts: [],
    });
    expect(again).toEqual({ kind: 'everything-missing-is-said-once', on: '2026-03-02' });
    expect(await review(thursday, reviewer, key, { ...pass, version: 3 })).toMatchObject({ kind: 'done' });
    expect((await writtenOf(found.id)).notices.map(({ kind }) => kind)).toEqual([
      'case.received',
      'case.correction-asked',
      'case.corrected',
    ]);
  });

  test('taken in at the counter, it is a hand in the case: who asked does not take it in, and who took it in does not review', async () => {
    const { key } = await applied();
    const ask = { outcome: 'ask-correction', version: 1, documents: [first], facts: [] } as const;
    await review(house, reviewer, key, { ...ask, documents: [first], facts: [] });
    const brought = { version: 2, photos: [{ ...photo, requirement: first }], answers: {} };
    const asker = { ...reviewer, duty: 'receive' as const };
    expect(await correctCase(house, asker, key, brought)).toEqual({ kind: 'nobody-acts-twice', earlier: 'review' });
    const taker = await hire('何梅', 'receive', dongzhuang);
    expect(await correctCase(house, taker, key, brought)).toMatchObject({ kind: 'done', after: { state: 'received' } });
    const own = await review(house, { ...taker, duty: 'review' }, key, { ...pass, version: 3 });
    expect(own).toEqual({ kind: 'nobody-acts-twice', earlier: 'receive' });
    expect(await review(house, reviewer, key, { ...pass, version: 3 })).toMatchObject({ kind: 'done' });
  });

  test('a second one is refused by the database as well', async () => {
    const { id, key } = await applied();
    await review(house, reviewer, key, { outcome: 'ask-correction', version: 1, documents: [first], facts: [] });
    const second = {
      county,
      caseId: id,
      seq: 3,
      at: house.clock.now(),
      actorKind: 'system' as const,
      actorName: '惠家',
      kind: 'correction-asked' as const,
    };
    const refused = await as(house, system, (trx) => trx.insertInto('caseEvent').values(second).execute()).catch(
      constraintOf,
    );
    expect(refused).toBe('everything_missing_is_said_once');
  });

  test('asks for nothing beyond the policy, and nothing is written', async () => {
    const { id, key } = await applied();
    const before = await writtenOf(id);
    const outcome = await review(house, reviewer, key, {
      outcome: 'ask-correction',
      version: 1,
      documents: ['marriage-certificate'],
      facts: [],
    });
    expect(outcome).toEqual({ kind: 'not-in-the-policy', what: 'document', key: 'marriage-certificate' });
    expect(await writtenOf(id)).toEqual(before);
  });
});

describe('refusing', () => {
  test('who is not eligible is refused with the policy’s reasons, remedies and their last day, and may apply again', async () => {
    const liu = await family({ birth: '2021-05-01' });
    const first = received(await apply(house, liu.acting, application(liu)));
    expect(first.determination.outcome).toBe('not-eligible');
    const refused = await review(
      house,
      reviewer,
      { id: first.found.id },
      { outcome: 'refuse', version: 1, seen: { outcome: 'not-eligible', amountFen: null } },
    );
    expect(refused).toMatchObject({
      kind: 'done',
      after: { state: 'refused', decision: { reasons: first.determination.because } },
    });
    const letter = await as(house, system, (trx) =>
      trx.selectFrom('decision').selectAll().where('caseId', '=', first.found.id).executeTakeFirstOrThrow(),
    );
    expect(letter).toMatchObject({ outcome: 'refused', amountFen: null, decidedBy: reviewer.who });
    expect(letter.remedies).toContainEqual(expect.objectContaining({ lastDay: '2026-05-01' }));
    expect(received(await apply(house, liu.acting, application(liu))).already).toBe(false);
  });

  test('what the policy grants is not refused without reason and article', async () => {
    const { id, key } = await applied();
    const before = await writtenOf(id);
    expect(await review(house, reviewer, key, { outcome: 'refuse', version: 1, seen })).toEqual({
      kind: 'a-refusal-gives-its-reason',
    });
    expect(await writtenOf(id)).toEqual(before);
  });

  test('what is written stays: events and decisions are never changed', async () => {
    const { id } = await applied();
    const changed = await as(house, system, (trx) =>
      trx.updateTable('caseEvent').set({ kind: 'withdrawn' }).where('caseId', '=', id).execute(),
    ).catch((error: Error) => error.message);
    expect(changed).toMatch(/permission denied|append-only/);
  });
});

describe('withdrawing', () => {
  test('ends an open case, and the family may apply again', async () => {
    const { liu, id, key } = await applied();
    expect(await withdrawCase(house, liu.acting, key, 1)).toMatchObject({
      kind: 'done',
      after: { state: 'withdrawn' },
    });
    expect((await writtenOf(id)).events.map(({ kind }) => kind)).toEqual(['received', 'withdrawn']);
    expect(await withdrawCase(house, liu.acting, key, 2)).toEqual({ kind: 'case-is-closed', state: 'withdrawn' });
    expect(received(await apply(house, liu.acting, application(liu))).found.receipt).not.toBe('');
  });

  test('another family does not find the case', async () => {
    const { key } = await applied();
    const stranger = await family();
    expect(await withdrawCase(house, stranger.acting, key, 1)).toEqual({ kind: 'no-such-case' });
  });
});

test('a family is granted a benefit once for a period, even when a second case slipped through', async () => {
  const { id, key, liu } = await applied();
  await review(house, reviewer, key, pass);
  await as(house, system, async (trx) => {
    const other = await trx.selectFrom('entitlement').select('caseId').executeTakeFirstOrThrow();
    const grant = {
      county,
      id: crypto.randomUUID(),
      caseId: other.caseId,
      policy: house.packs.packs[0]?.info.policy ?? '',
      subjectId: liu.child,
    };
    const rest = {
      familyId: liu.family,
      residence: dongzhuang,
      period: '2026',
      amountFen: 1n,
      accountId: liu.account,
      grantedOn: '2026-01-05',
    };
    await trx
      .insertInto('entitlement')
      .values({ ...grant, ...rest })
      .execute();
  });
  const before = await writtenOf(id);
  expect(await confirmCase(house, confirmer, key, { outcome: 'grant', version: 2, seen })).toEqual({
    kind: 'granted-before',
  });
  expect(await writtenOf(id)).toEqual(before);
});
