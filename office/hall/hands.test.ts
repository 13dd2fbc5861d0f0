import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { constraintOf } from '../../building/database/constraint.ts';
import { newId } from '../../building/identity/new-id.ts';
import { day } from '../../values/day.ts';
import type { CaseId, StaffId } from '../../values/id.ts';
import { enter } from '../families/register/register.ts';
import { lendHand } from './hands.ts';
import { as, county, dongzhuang, liutang, system, testHouse } from '../staff/testing.ts';

const { house, hire } = await testHouse();

test('somebody who had no hand in a case lends it, and the case knows', async () => {
  const [found, zhou] = [await aCase(), await hire('周素清', 'review', liutang)];
  expect(await hasHand(zhou.id, found)).toBe(false);
  expect(await as(house, zhou.acting, (trx) => lendHand(trx, zhou.acting, [found], 'review'))).toEqual({
    kind: 'lent',
  });
  expect(await hasHand(zhou.id, found)).toBe(true);
});

test('nobody acts at two steps of one case', async () => {
  const [found, zhou] = [await aCase(), await hire('周素清', 'review', liutang)];
  const atTheCounter = { ...zhou.acting, duty: 'receive' } as const;
  await as(house, atTheCounter, (trx) => lendHand(trx, atTheCounter, [found], 'receive'));
  expect(await as(house, zhou.acting, (trx) => lendHand(trx, zhou.acting, [found], 'review'))).toEqual({
    kind: 'nobody-acts-twice',
    caseIds: [found],
  });
});

test('the same hand at the same step is no second hand', async () => {
  const [found, zhou] = [await aCase(), await hire('周素清', 'review', liutang)];
  for (let i = 0; i < 2; i += 1) {
    expect(await as(house, zhou.acting, (trx) => lendHand(trx, zhou.acting, [found], 'review'))).toEqual({
      kind: 'lent',
    });
  }
});

test('of many cases the known ones are named and none is written', async () => {
  const [known, other] = [await aCase(), await aCase()];
  const lin = await hire('林守业', 'manage-funds', liutang);
  await as(house, lin.acting, (trx) => lendHand(trx, lin.acting, [known], 'release-funds'));
  const outcome = await as(house, lin.acting, (trx) => lendHand(trx, lin.acting, [other, known, other], 'pay-out'));
  expect(outcome).toEqual({ kind: 'nobody-acts-twice', caseIds: [known] });
  expect(await hasHand(lin.id, other)).toBe(false);
});

test('another staff member takes the next step', async () => {
  const [found, zhou, he] = [
    await aCase(),
    await hire('周素清', 'review', liutang),
    await hire('何秀英', 'confirm', liutang),
  ];
  await as(house, zhou.acting, (trx) => lendHand(trx, zhou.acting, [found], 'review'));
  expect(await as(house, he.acting, (trx) => lendHand(trx, he.acting, [found], 'confirm'))).toEqual({ kind: 'lent' });
});

test('the database itself refuses a second hand, and takes none away', async () => {
  const [found, zhou] = [await aCase(), await hire('周素清', 'review', liutang)];
  const hand = { county, caseId: found, staffId: zhou.id };
  await as(house, zhou.acting, (trx) =>
    trx
      .insertInto('caseHand')
      .values({ ...hand, step: 'review' })
      .execute(),
  );
  const again = as(house, { ...zhou.acting, duty: 'confirm' }, (trx) =>
    trx
      .insertInto('caseHand')
      .values({ ...hand, step: 'confirm' })
      .execute(),
  );
  expect(constraintOf(await again.catch((error: unknown) => error))).toBe('nobody_acts_twice_on_one_case');
  const taken = as(house, zhou.acting, (trx) => trx.deleteFrom('caseHand').where('caseId', '=', found).execute());
  await expect(taken).rejects.toThrow('permission denied');
});

test('a hand is lent in one’s own name, at the step of the duty by which one acts', async () => {
  const [found, zhou, he] = [
    await aCase(),
    await hire('周素清', 'review', liutang),
    await hire('何秀英', 'confirm', liutang),
  ];
  const lend = (staffId: StaffId, step: 'review' | 'confirm') =>
    as(house, zhou.acting, (trx) =>
      trx.insertInto('caseHand').values({ county, caseId: found, staffId, step }).execute(),
    );
  await expect(lend(he.id, 'confirm')).rejects.toThrow('row-level security');
  await expect(lend(he.id, 'review')).rejects.toThrow('row-level security');
  await expect(lend(zhou.id, 'confirm')).rejects.toThrow('row-level security');
});

async function hasHand(staffId: StaffId, caseId: CaseId): Promise<boolean> {
  const hands = await as(house, system, (trx) =>
    trx.selectFrom('caseHand').select('step').where('caseId', '=', caseId).where('staffId', '=', staffId).execute(),
  );
  return hands.length > 0;
}

async function aCase(): Promise<CaseId> {
  return as(house, system, async (trx) => {
    const entered = await enter(trx, house, system, {
      residence: dongzhuang,
      adult: { name: '王秀兰', birth: '1994-05-06' },
      account: { bank: '禾安农商银行', holderName: '王秀兰', number: '62284800000000001' },
    });
    if (entered.kind !== 'entered') throw new Error(entered.kind);
    const id = newId<'case'>();
    const { adultId, familyId, accountId } = entered;
    await sql`insert into benefit_case (county, id, receipt, policy, period, subject_id, applicant_id, family_id, account_id, residence, origin,
        state, received_on, due_on, due_provisional, facts, outcome, because, articles, determination_digest, submission_key)
      values (${county}, ${id}, ${id}, 'test/warm-home', '2026', ${adultId}, ${adultId}, ${familyId}, ${accountId}, ${dongzhuang}, 'phone',
        'received', ${day('2026-03-02')}, ${day('2026-04-14')}, false, '{}', 'eligible', '[]', '{}', repeat('0', 64), ${newId()})`.execute(
      trx,
    );
    return id;
  });
}
