import { expect, test } from 'vitest';
import type { County } from '../../../values/division.ts';
import { newId } from '../../../building/identity/new-id.ts';
import { hashPassword } from '../../../building/identity/password.ts';
import { findSession } from '../../hall/session/sessions.ts';
import { as, cheap, county, liutang, testHouse } from '../testing.ts';
import { signIn } from './sign-in.ts';

const neighbour = '990102' as County;
const { house, hire } = await testHouse();
const here = await hire('王芳', 'receive', liutang, '河边的柳树又绿了一年');

/** Somebody of the neighbouring county who signs in by the same name. */
async function namesake(password: string): Promise<void> {
  const [id, officeId] = [newId<'staff'>(), newId<'office'>()];
  const at = house.clock.now();
  const hash = await hashPassword(password, cheap);
  const name = { 'zh-CN': '青禾县', en: 'Qinghe' };
  await as(house, { kind: 'system', county: neighbour, purpose: { key: 'arrange-test' } }, async (trx) => {
    await trx
      .insertInto('division')
      .values({ code: '990102000000', name: JSON.stringify(name) })
      .execute();
    const office = { county: neighbour, id: officeId, division: '990102000000', name: JSON.stringify(name) };
    await trx.insertInto('office').values(office).execute();
    const staff = { county: neighbour, id, officeId, name: '王芳', signInName: here.signInName };
    await trx.insertInto('staff').values(staff).execute();
    await trx.insertInto('staffPassword').values({ county: neighbour, staffId: id, hash, changedAt: at }).execute();
  });
}

const at = (where: County, password: string) =>
  signIn(house, { of: where, signInName: here.signInName, password, address: '203.0.113.9' }, cheap);

test('two counties may each have somebody of one sign-in name, and each comes in by their own password', async () => {
  await namesake('山上的杜鹃又开了一季');
  expect((await at(county, '河边的柳树又绿了一年')).kind).toBe('signed-in');
  expect((await at(neighbour, '山上的杜鹃又开了一季')).kind).toBe('signed-in');
  expect((await at(neighbour, '河边的柳树又绿了一年')).kind).toBe('wrong-name-or-password');
});

test('a cookie of one county finds nobody in another', async () => {
  const outcome = await at(county, '河边的柳树又绿了一年');
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
  const { token } = outcome.opened;
  expect(await findSession(house, county, token)).toMatchObject({ kind: 'found', session: { county } });
  expect(await findSession(house, neighbour, token)).toEqual({ kind: 'none' });
});
