import { type KyselyPlugin, RawNode, sql } from 'kysely';
import { expect, test } from 'vitest';
import { inTransaction } from '../../../building/database/transaction.ts';
import { newId } from '../../../building/identity/new-id.ts';
import { accessLogWithin, looksAtMatter, ownLooks } from '../../oversight/looks.ts';
import { type LookFilter, looks } from '../../oversight/store.ts';
import { recordLook } from '../../hall/record.ts';
import { lookAtRecord } from '../who/looks.ts';
import { type FamilyActing, settingsOf, type StaffActing } from '../../hall/who/acting.ts';
import { handlingCase } from '../../benefits/who/purposes.ts';
import { purposeOf } from '../../hall/who/purpose.ts';
import { as, county, dongzhuang, liutang, shiqiao, system, testHouse, wholeCounty } from '../../staff/testing.ts';
import { openRecord } from './record.ts';
import { enter } from '../register/register.ts';

const { house, owner, hire, at } = await testHouse();
const clerk = (await hire('周素清', 'receive', liutang)).acting;
const otherClerk = (await hire('何秀英', 'receive', shiqiao)).acting;
const supervisor = (await hire('石敬之', 'supervise', wholeCounty)).acting;

async function aFamily() {
  const entered = await as(house, system, (trx) =>
    enter(trx, house, system, {
      residence: dongzhuang,
      adult: { name: '王秀兰', birth: '1994-05-06' },
      child: { name: '刘一诺', birth: '2023-12-05' },
    }),
  );
  if (entered.kind !== 'entered' || entered.adultId === undefined) throw new Error(entered.kind);
  const acting: FamilyActing = {
    kind: 'family',
    county,
    phoneBlind: '0'.repeat(64),
    family: entered.familyId,
    who: entered.adultId,
  };
  return { id: entered.familyId, mother: entered.adultId, acting };
}

test('a family reads who opened its record, when, why and from which office', async () => {
  const family = await aFamily();
  expect((await openRecord(at('2026-03-02T10:30:00+08:00'), clerk, family.id))?.people).toHaveLength(2);
  expect(await ownLooks(house, family.acting)).toMatchObject({
    looks: [
      {
        id: expect.any(String),
        at: '2026-03-02T02:30:00.000Z',
        who: '周素清',
        office: { 'zh-CN': '周素清的服务中心', en: 'Office of 周素清' },
        duty: 'receive',
        dutyWords: { 'zh-CN': '受理', en: 'receive' },
        what: { 'zh-CN': '家庭登记', en: 'The family’s record' },
        people: ['王秀兰', '刘一诺'],
        purpose: { 'zh-CN': '本人到窗口申请', en: 'The person applies at the counter' },
      },
    ],
  });
});

test('a record of another township is not found, and no look is written', async () => {
  const family = await aFamily();
  expect(await openRecord(house, otherClerk, family.id)).toBeUndefined();
  expect(await openRecord(house, clerk, newId<'family'>())).toBeUndefined();
  expect(await ownLooks(house, family.acting)).toEqual({ looks: [] });
});

test('a look that comes to nothing is not written: it stands and falls with its transaction', async () => {
  const family = await aFamily();
  const broken = inTransaction(house.db, settingsOf(clerk), async (trx) => {
    await recordLook(trx, clerk, {
      at: new Date(),
      personId: family.mother,
      familyId: family.id,
      residence: dongzhuang,
      what: lookAtRecord,
    });
    throw new Error('the screen was never shown');
  });
  await expect(broken).rejects.toThrow('the screen was never shown');
  expect(await ownLooks(house, family.acting)).toEqual({ looks: [] });
});

test('nobody looks without a purpose, in another’s name, or takes a look back', async () => {
  const family = await aFamily();
  const look = {
    at: new Date(),
    personId: family.mother,
    familyId: family.id,
    residence: dongzhuang,
    what: lookAtRecord,
  };
  const { purpose: _, ...aimless } = clerk;
  await expect(as(house, aimless, (trx) => recordLook(trx, aimless, look))).rejects.toThrow('has a purpose');
  const inAnothersName: StaffActing = { ...clerk, who: otherClerk.who };
  await expect(as(house, clerk, (trx) => recordLook(trx, inAnothersName, look))).rejects.toThrow('row-level security');
  await as(house, clerk, (trx) => recordLook(trx, clerk, look));
  await expect(as(house, system, (trx) => trx.deleteFrom('accessLog').execute())).rejects.toThrow('permission denied');
});

test('opening a case is shown with the receipt, in both languages', async () => {
  const family = await aFamily();
  const acting = { ...clerk, purpose: purposeOf(handlingCase, '禾 2026-004217') };
  await as(house, acting, (trx) =>
    recordLook(trx, acting, {
      at: new Date(),
      personId: family.mother,
      familyId: family.id,
      residence: dongzhuang,
      what: lookAtRecord,
    }),
  );
  const { looks: shown } = await ownLooks(house, family.acting);
  expect(shown[0]?.purpose).toMatchObject({ 'zh-CN': '办理申请 禾 2026-004217', en: 'Handling case 禾 2026-004217' });
});

test('a supervisor reads the looks within their division, with masked names', async () => {
  const family = await aFamily();
  await openRecord(at('2026-03-03T10:00:00+08:00'), clerk, family.id);
  const watching = { ...supervisor, purpose: { key: 'supervise' } };
  const within = await accessLogWithin(house, watching, {
    staff: '周素清',
    from: '2026-03-03' as never,
    until: '2026-03-03' as never,
  });
  expect(within.looks).toMatchObject(
    [
      { who: '周素清', people: ['王*兰', '刘*诺'].toSorted(), familyId: family.id, residence: { code: dongzhuang } },
    ].map((look) => ({ ...look, people: expect.arrayContaining(look.people) })),
  );
  expect((await accessLogWithin(house, { ...watching, division: shiqiao }, {})).looks).toEqual([]);
  expect((await accessLogWithin(house, { ...watching, duty: 'receive' }, {})).looks).toEqual([]);
});

test('a look by a duty whose desk has left the house is shown with the duty’s key', async () => {
  const family = await aFamily();
  await sql`insert into duty (key) values ('lost-property/keep')`.execute(owner);
  const porter = await hire('门卫老赵', 'lost-property/keep', liutang);
  const look = { personId: family.mother, familyId: family.id, residence: dongzhuang, what: lookAtRecord };
  const { acting } = porter;
  await as(house, acting, (trx) => recordLook(trx, acting, { at: new Date(), ...look }));
  const { looks: shown } = await ownLooks(house, family.acting);
  expect(shown.map(({ duty, dutyWords }) => [duty, dutyWords?.en])).toEqual([
    ['lost-property/keep', 'lost-property/keep'],
  ]);
});

test('looks for one matter are those of the matter, however many came after at others', async () => {
  const family = await aFamily();
  const [mine, other] = [newId(), newId()];
  const look = { personId: family.mother, familyId: family.id, residence: dongzhuang, what: lookAtRecord };
  const lookAt = (id: string, minute: number) =>
    as(house, clerk, (trx) =>
      recordLook(trx, clerk, { ...look, at: new Date(Date.UTC(2026, 2, 4, 1, minute)), matter: { kind: 'case', id } }),
    );
  await lookAt(mine, 0);
  for (let minute = 1; minute <= 55; minute += 1) await lookAt(other, minute);
  expect(
    (await looksAtMatter(house, family.acting, { kind: 'case', id: mine })).map(({ at: moment }) => moment),
  ).toEqual(['2026-03-04T01:00:00.000Z']);
});

test('two openings at one moment are two looks', async () => {
  const [family, moment] = [await aFamily(), at('2026-03-02T10:30:00+08:00')];
  await openRecord(moment, clerk, family.id);
  await openRecord(moment, clerk, family.id);
  const { looks: shown } = await ownLooks(house, family.acting);
  expect(shown.map(({ people }) => people.length)).toEqual([2, 2]);
});

test('a page of the log is walked along an index, and no more of it is read', async () => {
  const family = await aFamily();
  await as(house, system, (trx) =>
    sql`insert into access_log (county, id, opening, at, actor_kind, actor_name, office, person_id, family_id, residence, what, purpose)
      select ${county}, gen_random_uuid(), gen_random_uuid(), timestamptz '2025-01-01' + i * interval '1 minute', 'system', '惠家',
        '{"zh-CN": "惠家", "en": "Huijia"}', ${family.mother}, ${family.id}, ${dongzhuang}, 'record', 'apply'
      from generate_series(1, 20000) i`.execute(trx),
  );
  await sql`analyze access_log`.execute(owner);
  const watching = { ...supervisor, purpose: { key: 'supervise' } };
  const read = async (acting: FamilyActing | StaffActing, filter: LookFilter): Promise<string> => {
    const plan: unknown[] = [];
    const explaining: KyselyPlugin = {
      transformQuery: ({ node }) => (node.kind === 'RawNode' ? RawNode.create(['explain ', ''], [node]) : node),
      transformResult: async ({ result }) => {
        plan.push(...result.rows);
        return { ...result, rows: [] };
      },
    };
    await as(house, acting, (trx) => looks(trx.withPlugin(explaining), county, filter));
    return JSON.stringify(plan);
  };
  const plans = [
    await read(watching, { limit: 51 }),
    await read(family.acting, { family: family.id, limit: 51 }),
    await read(watching, { limit: 51, after: { at: new Date('2025-01-05T00:00:00Z'), id: newId() } }),
  ];
  for (const plan of plans) expect(plan).toMatch(/Index (Only )?Scan Backward using access_log_by/);
  const began = performance.now();
  await accessLogWithin(house, watching, {});
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('a long log is read page by page, each look once', async () => {
  const family = await aFamily();
  for (let minute = 0; minute < 60; minute += 1)
    await openRecord(at(`2026-03-04T10:${String(minute).padStart(2, '0')}:00+08:00`), clerk, family.id);
  const first = await ownLooks(house, family.acting);
  const second = await ownLooks(house, family.acting, first.next);
  expect([first.looks.length, second.looks.length, second.next]).toEqual([50, 10, undefined]);
  expect(new Set([...first.looks, ...second.looks].map(({ at: moment }) => moment)).size).toBe(60);
});
