import { describe, expect, test } from 'vitest';
import { hashPassword } from '../../../building/identity/password.ts';
import type { House } from '../../hall/house.ts';
import { recordAudit } from '../../hall/record.ts';
import type { Acting } from '../../hall/who/acting.ts';
import { findSession, openStaffSession, signOut, sweepSessions } from '../../hall/session/sessions.ts';
import { resetPassword, setActive } from '../accounts.ts';
import { changePassword, signIn, type SignInOutcome } from './sign-in.ts';
import { as, cheap, county, liutang, shiqiao, system, testHouse } from '../testing.ts';

const { house, hire, at } = await testHouse();
const password = '河边的柳树又绿了一年';
let addresses = 0;
const newAddress = (): string => `192.0.2.${(addresses += 1)}`;

async function comeIn(
  into: House,
  signInName: string,
  given = password,
  address = newAddress(),
): Promise<SignInOutcome> {
  return signIn(into, { of: county, signInName, password: given, address }, cheap);
}

async function sessionOf(signInName: string, given = password) {
  const outcome = await comeIn(house, signInName, given);
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
  const found = await findSession(house, county, outcome.opened.token);
  if (found.kind !== 'found' || found.session.kind !== 'staff') throw new Error(found.kind);
  return { ...outcome.opened, session: found.session };
}

describe('signing in', () => {
  test('with name and password opens a session with office and duties', async () => {
    const zhou = await hire('周素清', ['receive', 'review'], liutang, password);
    const { session } = await sessionOf(zhou.signInName.toUpperCase());
    expect(session.staff).toEqual({ id: zhou.id, name: '周素清', signInName: zhou.signInName });
    expect(session.office.division).toEqual({
      code: liutang,
      name: { 'zh-CN': '柳塘镇', 'zh-TW': '柳塘鎮', en: 'Liutang' },
    });
    expect(session.duties.map(({ duty }) => duty)).toEqual(['receive', 'review']);
  });

  test('a wrong password, an unknown name and somebody who left get one and the same answer', async () => {
    const zhou = await hire('周素清', 'review', liutang, password);
    const left = await hire('何秀英', 'review', liutang, password);
    await as(house, system, (trx) =>
      trx.updateTable('staff').set({ active: false }).where('id', '=', left.id).execute(),
    );
    const refused = { kind: 'wrong-name-or-password' };
    expect(await comeIn(house, zhou.signInName, 'a wrong password')).toEqual(refused);
    expect(await comeIn(house, 'nobody.here')).toEqual(refused);
    expect(await comeIn(house, left.signInName)).toEqual(refused);
  });

  test('five wrong passwords close the name to that place for a quarter of an hour, even to the right one', async () => {
    const zhou = await hire('周素清', 'review', liutang, password);
    const address = newAddress();
    for (let i = 0; i < 5; i += 1) await comeIn(house, zhou.signInName, 'a wrong password', address);
    expect(await comeIn(house, zhou.signInName, password, address)).toEqual({
      kind: 'too-many-tries',
      until: new Date('2026-03-02T09:15:00+08:00'),
    });
    expect((await comeIn(house, zhou.signInName)).kind).toBe('signed-in');
    expect((await comeIn(at('2026-03-02T09:15:00+08:00'), zhou.signInName, password, address)).kind).toBe('signed-in');
  });

  test('many tries at once do not slip through the limit', async () => {
    const zhou = await hire('周素清', 'review', liutang, password);
    const address = newAddress();
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => comeIn(house, zhou.signInName, 'a wrong password', address)),
    );
    expect(tries.filter(({ kind }) => kind === 'wrong-name-or-password')).toHaveLength(5);
    expect(tries.filter(({ kind }) => kind === 'too-many-tries')).toHaveLength(7);
  });

  test('a password hashed at another cost is hashed anew', async () => {
    const zhou = await hire('周素清', 'review', liutang);
    const older = await hashPassword(password, { ...cheap, passes: 2 });
    await as(house, system, (trx) =>
      trx
        .insertInto('staffPassword')
        .values({ county, staffId: zhou.id, hash: older, changedAt: new Date() })
        .execute(),
    );
    await sessionOf(zhou.signInName);
    const { hash } = await as(house, system, (trx) =>
      trx.selectFrom('staffPassword').select('hash').where('staffId', '=', zhou.id).executeTakeFirstOrThrow(),
    );
    expect(hash).toContain('m=32,t=1,p=1');
    expect((await comeIn(house, zhou.signInName)).kind).toBe('signed-in');
  });
});

test('a whole office behind one address signs in at eight in the morning', async () => {
  const address = newAddress();
  const zhou = await hire('周素清', 'review', liutang, password);
  for (let i = 0; i < 110; i += 1)
    expect((await comeIn(house, zhou.signInName, password, address)).kind).toBe('signed-in');
});

describe('a session', () => {
  test('is stored as a hash: what stands in the table opens nothing', async () => {
    const zhou = await hire('周素清', 'review', liutang, password);
    const { token } = await sessionOf(zhou.signInName);
    const rows = await as(house, system, (trx) =>
      trx.selectFrom('session').selectAll().where('staffId', '=', zhou.id).execute(),
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await findSession(house, county, String(rows[0]?.tokenHash))).toEqual({ kind: 'none' });
  });

  test('from before a password change has ended, and says so; the one who changed it goes on', async () => {
    const zhou = await hire('周素清', 'review', liutang, password);
    const elsewhere = await sessionOf(zhou.signInName);
    const here = await sessionOf(zhou.signInName);
    const chosen = '今年的柳树也很绿很绿';
    const changed = await changePassword(house, here.session, { current: password, chosen }, cheap);
    if (changed.kind !== 'changed') throw new Error(changed.kind);
    expect(await findSession(house, county, elsewhere.token)).toEqual({ kind: 'ended', because: 'password-changed' });
    expect(await findSession(house, county, here.token)).toEqual({ kind: 'ended', because: 'password-changed' });
    expect((await findSession(house, county, changed.opened.token)).kind).toBe('found');
    expect(await comeIn(house, zhou.signInName)).toEqual({ kind: 'wrong-name-or-password' });
    expect((await comeIn(house, zhou.signInName, chosen)).kind).toBe('signed-in');
  });

  test('is changed by whoever holds no duty too, and no duty stands beside it in the audit', async () => {
    const nobody = await hire('新来的小陈', [], liutang, password);
    const both = await hire('周素清', ['administer', 'receive'], liutang, password);
    for (const { id, signInName } of [nobody, both]) {
      const { session } = await sessionOf(signInName);
      const change = { current: password, chosen: '今年的柳树也很绿很绿' };
      expect((await changePassword(house, session, change, cheap)).kind).toBe('changed');
      const entries = await as(house, system, (trx) =>
        trx.selectFrom('auditEntry').select(['actorKind', 'actorId', 'duty']).where('subjectId', '=', id).execute(),
      );
      expect(entries).toEqual([{ actorKind: 'staff', actorId: id, duty: null }]);
    }
  });

  test('stays when the current password was wrong, and five wrong ones are enough', async () => {
    const zhou = await hire('周素清', 'review', liutang, password);
    const { session, token } = await sessionOf(zhou.signInName);
    const wrong = { current: 'not the password', chosen: '今年的柳树也很绿很绿' };
    for (let i = 0; i < 5; i += 1)
      expect((await changePassword(house, session, wrong, cheap)).kind).toBe('wrong-current-password');
    expect((await changePassword(house, session, { ...wrong, current: password }, cheap)).kind).toBe('too-many-tries');
    expect((await findSession(house, county, token)).kind).toBe('found');
  });

  test('of someone whose password an administrator reset has ended; the new password is told once', async () => {
    const zhou = await hire('周素清', 'review', liutang, password);
    const { token } = await sessionOf(zhou.signInName);
    const administrator = await hire('石敬之', 'administer', liutang);
    const reset = await resetPassword(house, administrator.acting, zhou.id, cheap);
    if (reset.kind !== 'reset') throw new Error(reset.kind);
    expect(await findSession(house, county, token)).toEqual({ kind: 'ended', because: 'password-changed' });
    expect((await comeIn(house, zhou.signInName)).kind).toBe('wrong-name-or-password');
    expect((await comeIn(house, zhou.signInName, reset.password)).kind).toBe('signed-in');
  });

  test('of someone who leaves is closed at once, and open again when they return', async () => {
    const zhou = await hire('周素清', 'review', liutang, password);
    const { token } = await sessionOf(zhou.signInName);
    const administrator = await hire('石敬之', 'administer', liutang);
    expect(await setActive(house, administrator.acting, zhou.id, false)).toEqual({ kind: 'set' });
    expect(await findSession(house, county, token)).toEqual({ kind: 'ended', because: 'closed-by-office' });
    expect((await comeIn(house, zhou.signInName)).kind).toBe('wrong-name-or-password');
    await setActive(house, administrator.acting, zhou.id, true);
    expect((await comeIn(house, zhou.signInName)).kind).toBe('signed-in');
  });

  test('of an administrator’s own or another division’s account is not theirs to close', async () => {
    const elsewhere = await hire('何秀英', 'review', shiqiao, password);
    const { acting } = await hire('石敬之', 'administer', liutang);
    expect(await setActive(house, acting, acting.who, false)).toEqual({ kind: 'own-account' });
    expect(await resetPassword(house, acting, acting.who, cheap)).toEqual({ kind: 'own-account' });
    expect(await setActive(house, acting, elsewhere.id, false)).toEqual({ kind: 'no-such-staff' });
    expect(await resetPassword(house, acting, elsewhere.id, cheap)).toEqual({ kind: 'no-such-staff' });
    expect((await comeIn(house, elsewhere.signInName)).kind).toBe('signed-in');
  });

  test('ends with signing out, and after twelve hours', async () => {
    const zhou = await hire('周素清', 'review', liutang, password);
    const [first, second] = [await sessionOf(zhou.signInName), await sessionOf(zhou.signInName)];
    await signOut(house, first.session);
    expect(await findSession(house, county, first.token)).toEqual({ kind: 'ended', because: 'signed-out' });
    expect((await findSession(at('2026-03-02T20:59:59+08:00'), county, second.token)).kind).toBe('found');
    expect(await findSession(at('2026-03-02T21:00:00+08:00'), county, second.token)).toEqual({
      kind: 'ended',
      because: 'expired',
    });
  });

  test('that expired is swept away by the daily round, an open one is not', async () => {
    const zhou = await hire('周素清', 'review', liutang, password);
    await sessionOf(zhou.signInName);
    const count = (): Promise<number> =>
      as(
        house,
        system,
        async (trx) => (await trx.selectFrom('session').select('kind').where('staffId', '=', zhou.id).execute()).length,
      );
    await sweepSessions(house, county);
    expect(await count()).toBe(1);
    await sweepSessions(at('2026-03-03T09:00:00+08:00'), county);
    expect(await count()).toBe(0);
  });
});

test('a staff member at work reads nobody’s password or session; whoever comes in, their own once they are known', async () => {
  const [zhou, he] = [
    await hire('周素清', 'review', liutang, password),
    await hire('何秀英', 'review', liutang, password),
  ];
  await sessionOf(zhou.signInName);
  await sessionOf(he.signInName);
  const seenBy = (acting: Acting) =>
    as(house, acting, async (trx) => ({
      passwords: await trx.selectFrom('staffPassword').select('staffId').execute(),
      sessions: await trx.selectFrom('session').select('staffId').execute(),
    }));
  expect(await seenBy(zhou.acting)).toEqual({ passwords: [], sessions: [] });
  expect(await seenBy({ kind: 'sign-in', county })).toEqual({ passwords: [], sessions: [] });
  expect(await seenBy({ kind: 'sign-in', county, who: zhou.id })).toEqual({
    passwords: [{ staffId: zhou.id }],
    sessions: [{ staffId: zhou.id }],
  });
});

test('at a sign-in nobody begins a session, changes a password or writes an act in another’s name', async () => {
  const [zhou, he] = [
    await hire('周素清', 'review', liutang, password),
    await hire('何秀英', 'review', liutang, password),
  ];
  const asZhou = { kind: 'sign-in', county, who: zhou.id } as const;
  const opened = as(house, asZhou, (trx) => openStaffSession(trx, house, county, he.id));
  await expect(opened).rejects.toThrow('row-level security');
  const changed = await as(house, asZhou, (trx) =>
    trx.updateTable('staffPassword').set({ hash: 'x' }).where('staffId', '=', he.id).executeTakeFirst(),
  );
  expect(changed.numUpdatedRows).toBe(0n);
  const act = { at: new Date(), act: 'password.changed', subjectKind: 'staff', subjectId: he.id };
  await expect(as(house, asZhou, (trx) => recordAudit(trx, he.acting, act))).rejects.toThrow('row-level security');
  const unknown = as(house, { kind: 'sign-in', county }, (trx) => recordAudit(trx, he.acting, act));
  await expect(unknown).rejects.toThrow('row-level security');
});
