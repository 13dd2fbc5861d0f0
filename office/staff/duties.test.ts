import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { constraintOf } from '../../building/database/constraint.ts';
import { grantDuty, listStaff, withdrawDuty } from './duties.ts';
import { inWords } from './me.ts';
import { addDuty } from './store.ts';
import { as, county, liutang, shiqiao, system, testHouse, wholeCounty } from './testing.ts';

const { house, owner, hire } = await testHouse();
const administrator = await hire('石敬之', 'administer', wholeCounty);

test('an administrator grants a duty and takes it back, and both are in the audit', async () => {
  const he = await hire('何秀英', 'receive', liutang);
  const given = { staffId: he.id, duty: 'confirm', division: liutang } as const;
  expect(await grantDuty(house, administrator.acting, given)).toEqual({ kind: 'granted' });
  expect(await dutiesOf(he.id)).toEqual(['confirm', 'receive']);
  expect(await withdrawDuty(house, administrator.acting, given)).toEqual({ kind: 'withdrawn' });
  expect(await dutiesOf(he.id)).toEqual(['receive']);
  const entries = await as(house, system, (trx) =>
    trx
      .selectFrom('auditEntry')
      .select(['act', 'actorId', 'detail'])
      .where('subjectId', '=', he.id)
      .orderBy('id')
      .execute(),
  );
  expect(entries).toEqual([
    { act: 'duty.granted', actorId: administrator.id, detail: { duty: 'confirm', division: liutang } },
    { act: 'duty.withdrawn', actorId: administrator.id, detail: { duty: 'confirm' } },
  ]);
});

test('who holds a duty whose desk has left the house still signs in, and is in the administrator’s list', async () => {
  await sql`insert into duty (key) values ('lost-property/keep')`.execute(owner);
  const porter = await hire('门卫老赵', ['receive', 'lost-property/keep'], liutang);
  const listed = (await listStaff(house, administrator.acting)).find(({ id }) => id === porter.id);
  const words = listed?.duties.map((held) => inWords(house, held).words.en);
  expect(words?.toSorted()).toEqual(['lost-property/keep', 'receive']);
});

test('nobody grants a duty to themselves, and the database would refuse it too', async () => {
  const own = { staffId: administrator.id, duty: 'confirm', division: wholeCounty } as const;
  expect(await grantDuty(house, administrator.acting, own)).toEqual({ kind: 'to-oneself' });
  const direct = as(house, administrator.acting, (trx) =>
    trx
      .insertInto('staffDuty')
      .values({ county, ...own, grantedBy: administrator.id, grantedAt: new Date() })
      .execute(),
  );
  expect(constraintOf(await direct.catch((error: unknown) => error))).toBe('nobody_grants_a_duty_to_themselves');
});

test('two of the four powers are never in one hand, and the database would refuse it too', async () => {
  const lin = await hire('林守业', 'manage-funds', wholeCounty);
  const second = { staffId: lin.id, duty: 'pay-out', division: wholeCounty } as const;
  expect(await grantDuty(house, administrator.acting, second)).toEqual({
    kind: 'four-powers-combined',
    held: 'manage-funds',
  });
  const direct = as(house, administrator.acting, (trx) =>
    trx
      .insertInto('staffDuty')
      .values({ county, ...second, grantedBy: administrator.id, grantedAt: new Date() })
      .execute(),
  );
  expect(constraintOf(await direct.catch((error: unknown) => error))).toBe('four_powers_are_never_combined');
  expect(await dutiesOf(lin.id)).toEqual(['manage-funds']);
});

test('two administrators who grant two powers at one moment grant one', async () => {
  const other = await hire('梁志远', 'administer', wholeCounty);
  const he = await hire('何秀英', 'receive', liutang);
  const outcomes = await Promise.all([
    grantDuty(house, administrator.acting, { staffId: he.id, duty: 'confirm', division: liutang }),
    grantDuty(house, other.acting, { staffId: he.id, duty: 'supervise', division: liutang }),
  ]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['four-powers-combined', 'granted']);
  expect(await dutiesOf(he.id)).toHaveLength(2);
});

test('a refusal by the database itself is an outcome, and the transaction goes on', async () => {
  const lin = await hire('林守业', 'manage-funds', wholeCounty);
  const [division, grantedBy] = [wholeCounty, administrator.id];
  const again = { staffId: lin.id, duty: 'pay-out', division, grantedBy, at: new Date() } as const;
  const added = await as(house, administrator.acting, async (trx) => [
    await addDuty(trx, county, again),
    await addDuty(trx, county, { ...again, duty: 'receive' }),
  ]);
  expect(added).toEqual(['four-powers-combined', 'added']);
});

test('the staff of another division is out of an administrator’s reach', async () => {
  const local = await hire('方小满', 'administer', liutang);
  const elsewhere = await hire('何秀英', 'receive', shiqiao);
  const given = { staffId: elsewhere.id, duty: 'review', division: liutang } as const;
  expect(await grantDuty(house, local.acting, given)).toEqual({ kind: 'no-such-staff' });
  expect(await withdrawDuty(house, local.acting, { staffId: elsewhere.id, duty: 'receive' })).toEqual({
    kind: 'no-such-staff',
  });
  expect((await listStaff(house, local.acting)).map(({ id }) => id)).not.toContain(elsewhere.id);
});

test('whoever does not administer changes nobody’s duty, straight on the database either', async () => {
  const he = await hire('何秀英', 'receive', liutang);
  const straight = as(house, he.acting, (trx) =>
    trx
      .insertInto('staffDuty')
      .values({ county, staffId: administrator.id, duty: 'supervise', division: wholeCounty, grantedAt: new Date() })
      .execute(),
  );
  await expect(straight).rejects.toThrow('row-level security');
  await as(house, he.acting, (trx) => trx.deleteFrom('staffDuty').where('staffId', '=', administrator.id).execute());
  await as(house, he.acting, (trx) => trx.updateTable('staff').set({ active: false }).execute());
  expect(await dutiesOf(administrator.id)).toEqual(['administer']);
  expect((await listStaff(house, administrator.acting)).every(({ active }) => active)).toBe(true);
});

async function dutiesOf(id: string): Promise<readonly string[]> {
  const staff = await listStaff(house, administrator.acting);
  return staff.find((one) => one.id === id)?.duties.map(({ duty }) => duty) ?? [];
}
