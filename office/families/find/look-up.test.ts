import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { checkDigitOf } from '../../../values/resident-id.ts';
import { as, dongzhuang, liutang, shanghe, shiqiao, system, testHouse } from '../../staff/testing.ts';
import { lookUp } from './look-up.ts';
import { enter } from '../register/register.ts';

const { house, hire, owner } = await testHouse();
const clerk = (await hire('周素清', 'receive', liutang)).acting;
const otherClerk = (await hire('何秀英', 'receive', shiqiao)).acting;

const identity = ((first17: string): string => `${first17}${checkDigitOf(first17)}`)('99010119940506002');

await as(house, system, async (trx) => {
  const people = [
    { name: '王小兰', birth: '1994-05-06', identity, phone: '19900000042' },
    { name: '王晓岚', birth: '1988-01-01' },
    { name: '曾国强', birth: '1970-01-01' },
    { name: '尉迟小兰', birth: '1960-01-01' },
    { name: '阿依古丽·买买提', birth: '1995-01-01' },
    { name: '𠮷田㼆', birth: '1991-01-01' },
  ];
  for (const adult of people) await enter(trx, house, system, { residence: dongzhuang, adult });
  await enter(trx, house, system, {
    residence: shanghe,
    adult: { name: '王小兰', birth: '1999-09-09', phone: '19900000043' },
  });
});

async function namesFound(typed: string, acting = clerk): Promise<readonly string[]> {
  const outcome = await lookUp(house, acting, typed);
  if (outcome.kind !== 'found') throw new Error(outcome.kind);
  return outcome.people.map(({ name }) => name);
}

describe('a clerk finds', () => {
  test.each([
    ['王小兰', ['王小兰']],
    ['小兰', ['王小兰', '尉迟小兰']],
    ['王', ['王小兰', '王晓岚']],
    ['wang xiaolan', ['王小兰', '王晓岚']],
    ['WXL', ['王小兰', '王晓岚']],
    ['王xiaolan', ['王小兰', '王晓岚']],
    ['zengguoqiang', ['曾国强']],
    ['yuchi', ['尉迟小兰']],
    ['买买提', ['阿依古丽·买买提']],
    ['㼆', ['𠮷田㼆']],
    ['199 0000 0042', ['王小兰']],
    [identity.toLowerCase(), ['王小兰']],
  ])('“%s” → %j', async (typed, names) => {
    expect([...(await namesFound(typed))].toSorted()).toEqual([...names].toSorted());
  });

  test('people in the order of their names', async () => {
    expect(await namesFound('小兰')).toEqual(['王小兰', '尉迟小兰']);
  });

  test('nobody of another township, by whatever', async () => {
    for (const typed of ['王晓岚', 'zeng', '19900000042', identity])
      expect(await namesFound(typed, otherClerk)).toEqual([]);
    expect(await namesFound('王小兰', otherClerk)).toEqual(['王小兰']);
  });

  test('nobody without a purpose', async () => {
    const { purpose: _, ...aimless } = clerk;
    expect(await namesFound('王', aimless)).toEqual([]);
  });
});

test('an identity number with a fault is said to have one, instead of an empty list', async () => {
  const wrong = `${identity.slice(0, 17)}${identity.endsWith('5') ? '6' : '5'}`;
  expect(await lookUp(house, clerk, wrong)).toMatchObject({
    kind: 'fault',
    fault: { code: 'identity-wrong-check-digit' },
  });
  expect(await lookUp(house, clerk, identity.slice(0, 16))).toMatchObject({
    kind: 'fault',
    fault: { code: 'identity-wrong-length' },
  });
  expect(await lookUp(house, clerk, ' · ')).toEqual({ kind: 'nothing-to-search' });
});

test('a search is in the audit by its kind and count, never by its words', async () => {
  await lookUp(house, clerk, identity);
  const entries = await as(house, system, (trx) =>
    trx.selectFrom('auditEntry').selectAll().where('act', '=', 'people.searched').execute(),
  );
  expect(entries.at(-1)).toMatchObject({ actorId: clerk.who, duty: 'receive', purpose: clerk.purpose?.key });
  expect(entries.map(({ detail }) => detail)).toContainEqual({ by: 'identity', found: 1 });
  expect(JSON.stringify(entries)).not.toContain(identity);
});

test('among fifty thousand search keys an index answers, under row-level security', async () => {
  await as(house, system, (trx) =>
    sql`
      insert into person (county, id, family_id, name, name_sort, birth, residence, created_at)
      select county, gen_random_uuid(), family_id, '众' || n, 'zhong4 ' || n, '1980-01-01', residence, now()
      from (select county, family_id, residence from person limit 1) someone, generate_series(1, 10000) n`.execute(trx),
  );
  await sql`analyze person`.execute(owner);
  await as(house, system, (trx) =>
    sql`
      insert into person_name_key (county, key, person_id, residence)
      select county, 'k' || k || id::text, id, residence from person, generate_series(1, 5) k where name like '众%'`.execute(
      trx,
    ),
  );
  await sql`analyze person_name_key`.execute(owner);
  const plan = await as(house, clerk, async (trx) => {
    const { rows } = await sql<Record<string, string>>`explain
      select p.id from person p where p.county = '990101' and p.id in (
        select k.person_id from person_name_key k where k.county = '990101' and k.key = '王小' and exists (
          select from person_name_key o where o.county = k.county and o.key = '小兰' and o.person_id = k.person_id))`.execute(
      trx,
    );
    return rows.map((row) => Object.values(row)[0]).join('\n');
  });
  expect(plan).toMatch(/Index Cond: .*key = '王小'/);
  expect(plan).not.toContain('Seq Scan');
});
