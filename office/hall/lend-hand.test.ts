import { expect, test } from 'vitest';
import { constraintOf } from '../../building/database/constraint.ts';
import { newId } from '../../building/identity/new-id.ts';
import type { StaffId } from '../../values/id.ts';
import { lendHand } from './lend-hand.ts';
import type { Matter } from './who/matter.ts';
import type { StepIntroduced } from './who/step.ts';
import { as, county, liutang, system, testHouse } from '../staff/testing.ts';

const { house, hire } = await testHouse();

const aMatter = (kind = 'petition'): Matter => ({ kind, id: newId() });
const receiving: StepIntroduced = { key: 'receive', duty: 'receive' };
const reviewing: StepIntroduced = { key: 'review', duty: 'review' };
const confirming: StepIntroduced = { key: 'confirm', duty: 'confirm' };
const releasing: StepIntroduced = { key: 'release-funds', duty: 'manage-funds' };
const payingOut: StepIntroduced = { key: 'pay-out', duty: 'pay-out' };

test('somebody who had no hand in a matter lends it, and the matter knows', async () => {
  const [found, zhou] = [aMatter(), await hire('周素清', 'review', liutang)];
  expect(await hasHand(zhou.id, found)).toBe(false);
  expect(await as(house, zhou.acting, (trx) => lendHand(trx, zhou.acting, [found], reviewing))).toEqual({
    kind: 'lent',
  });
  expect(await hasHand(zhou.id, found)).toBe(true);
});

test('nobody acts at two steps of one matter', async () => {
  const [found, zhou] = [aMatter(), await hire('周素清', 'review', liutang)];
  const atTheCounter = { ...zhou.acting, duty: 'receive' } as const;
  await as(house, atTheCounter, (trx) => lendHand(trx, atTheCounter, [found], receiving));
  expect(await as(house, zhou.acting, (trx) => lendHand(trx, zhou.acting, [found], reviewing))).toEqual({
    kind: 'nobody-acts-twice',
    matters: [found],
  });
});

test('matters of two kinds are two, whatever their ids', async () => {
  const [petition, zhou] = [aMatter(), await hire('周素清', 'review', liutang)];
  const atTheCounter = { ...zhou.acting, duty: 'receive' } as const;
  await as(house, atTheCounter, (trx) => lendHand(trx, atTheCounter, [petition], receiving));
  const programme = { ...petition, kind: 'programme' };
  expect(await as(house, zhou.acting, (trx) => lendHand(trx, zhou.acting, [programme], reviewing))).toEqual({
    kind: 'lent',
  });
});

test('the same hand at the same step is no second hand', async () => {
  const [found, zhou] = [aMatter(), await hire('周素清', 'review', liutang)];
  for (let i = 0; i < 2; i += 1) {
    expect(await as(house, zhou.acting, (trx) => lendHand(trx, zhou.acting, [found], reviewing))).toEqual({
      kind: 'lent',
    });
  }
});

test('of many matters the known ones are named and none is written', async () => {
  const [known, other] = [aMatter(), aMatter()];
  const lin = await hire('林守业', 'manage-funds', liutang);
  await as(house, lin.acting, (trx) => lendHand(trx, lin.acting, [known], releasing));
  const outcome = await as(house, lin.acting, (trx) => lendHand(trx, lin.acting, [other, known, other], payingOut));
  expect(outcome).toEqual({ kind: 'nobody-acts-twice', matters: [known] });
  expect(await hasHand(lin.id, other)).toBe(false);
});

test('another staff member takes the next step', async () => {
  const [found, zhou, he] = [
    aMatter(),
    await hire('周素清', 'review', liutang),
    await hire('何秀英', 'confirm', liutang),
  ];
  await as(house, zhou.acting, (trx) => lendHand(trx, zhou.acting, [found], reviewing));
  expect(await as(house, he.acting, (trx) => lendHand(trx, he.acting, [found], confirming))).toEqual({ kind: 'lent' });
});

test('the database itself refuses a second hand, and takes none away', async () => {
  const [found, zhou] = [aMatter(), await hire('周素清', 'review', liutang)];
  await as(house, zhou.acting, (trx) =>
    trx
      .insertInto('hand')
      .values(handOf(zhou.id, found, 'review'))
      .execute(),
  );
  const again = as(house, { ...zhou.acting, duty: 'confirm' }, (trx) =>
    trx
      .insertInto('hand')
      .values(handOf(zhou.id, found, 'confirm'))
      .execute(),
  );
  expect(constraintOf(await again.catch((error: unknown) => error))).toBe('nobody_acts_twice_on_one_matter');
  const taken = as(house, zhou.acting, (trx) => trx.deleteFrom('hand').where('matterId', '=', found.id).execute());
  await expect(taken).rejects.toThrow('permission denied');
});

test('a hand is lent in one’s own name, at a step of the duty by which one acts, and is seen by oneself alone', async () => {
  const [found, zhou, he] = [
    aMatter(),
    await hire('周素清', 'review', liutang),
    await hire('何秀英', 'confirm', liutang),
  ];
  const lend = (staffId: StaffId, step: string) =>
    as(house, zhou.acting, (trx) =>
      trx
        .insertInto('hand')
        .values(handOf(staffId, found, step))
        .execute(),
    );
  await expect(lend(he.id, 'confirm')).rejects.toThrow('row-level security');
  await expect(lend(he.id, 'review')).rejects.toThrow('row-level security');
  await expect(lend(zhou.id, 'confirm')).rejects.toThrow('row-level security');
  await expect(lend(zhou.id, 'made-up')).rejects.toThrow('row-level security');
  await lend(zhou.id, 'review');
  const seenBy = (who: typeof zhou) => as(house, who.acting, (trx) => trx.selectFrom('hand').selectAll().execute());
  expect([await seenBy(zhou), await seenBy(he)].map(({ length }) => length)).toEqual([1, 0]);
});

const handOf = (staffId: StaffId, { kind, id }: Matter, step: string) => ({
  county,
  matterKind: kind,
  matterId: id,
  staffId,
  step,
});

async function hasHand(staffId: StaffId, { id }: Matter): Promise<boolean> {
  const hands = await as(house, system, (trx) =>
    trx.selectFrom('hand').select('step').where('matterId', '=', id).where('staffId', '=', staffId).execute(),
  );
  return hands.length > 0;
}
