import { expect, test } from 'vitest';
import { apply, type ApplyOutcome } from './apply.ts';
import { confirmCase } from './confirm.ts';
import { review } from './review.ts';
import { as, dongzhuang, system, testOffice } from './testing-office.ts';

const { house, hire, family, application } = await testOffice();
const reviewer = await hire('周素清', 'review', '990101101000');
const confirmer = await hire('马国强', 'confirm', '990101000000');

const seen = { outcome: 'eligible', amountFen: '360000' } as const;

function received(outcome: ApplyOutcome) {
  if (outcome.kind !== 'received') throw new Error(`Not received: ${JSON.stringify(outcome)}`);
  return outcome;
}

test('a family applies, the township reviews, the county grants, and the payment is ordered', async () => {
  const liu = await family();
  const { found } = received(await apply(house, liu.acting, application(liu)));
  expect(found).toMatchObject({
    receipt: '禾 2026-000001',
    state: 'received',
    residence: dongzhuang,
    dueOn: '2026-04-14',
    origin: 'phone',
  });

  const passed = await review(house, reviewer, { id: found.id }, { outcome: 'pass', version: 1, seen });
  expect(passed).toMatchObject({ kind: 'done', after: { state: 'reviewed', version: 2 } });

  const granted = await confirmCase(house, confirmer, { id: found.id }, { outcome: 'grant', version: 2, seen });
  expect(granted).toMatchObject({
    kind: 'done',
    after: { state: 'granted', version: 3 },
    decisionNumber: '禾惠决〔2026〕000001号',
  });

  const kept = await as(house, system, async (trx) => ({
    entitlement: await trx
      .selectFrom('entitlement')
      .select(['amountFen', 'period', 'accountId'])
      .where('caseId', '=', found.id)
      .execute(),
    payment: await trx.selectFrom('payment').select(['amountFen', 'dueOn']).where('caseId', '=', found.id).execute(),
    decision: await trx.selectFrom('decision').select(['outcome', 'number']).where('caseId', '=', found.id).execute(),
    hands: await trx.selectFrom('caseHand').select('step').where('caseId', '=', found.id).orderBy('step').execute(),
    audit: await trx
      .selectFrom('auditEntry')
      .select('act')
      .where('subjectId', '=', found.id)
      .orderBy('at')
      .orderBy('id')
      .execute(),
    messages: await trx
      .selectFrom('notice')
      .select('kind')
      .where('caseId', '=', found.id)
      .where('channel', '=', 'site')
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
  }));
  expect(kept).toEqual({
    entitlement: [{ amountFen: 360_000n, period: '2026', accountId: liu.account }],
    payment: [{ amountFen: 360_000n, dueOn: '2026-03-02' }],
    decision: [{ outcome: 'granted', number: '禾惠决〔2026〕000001号' }],
    hands: [{ step: 'confirm' }, { step: 'review' }],
    audit: [{ act: 'case.received' }, { act: 'case.review-passed' }, { act: 'case.confirmed' }],
    messages: [{ kind: 'case.received' }, { kind: 'case.confirmed' }],
  });
});
