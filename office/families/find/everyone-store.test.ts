import { expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import type { SystemActing } from '../../hall/who/acting.ts';
import { as, county, dongzhuang, system, testHouse } from '../../staff/testing.ts';
import { readEveryone } from './everyone.ts';
import type { EveryoneRow } from './everyone-store.ts';
import { factsOf } from '../decide/facts.ts';
import { familyWithin } from './record.ts';
import { enter } from '../register/register.ts';
import { checkDigitOf } from '../../../values/resident-id.ts';

const { house, hire } = await testHouse();
const clerk = (await hire('方小满', 'receive', dongzhuang)).acting;
const reading: SystemActing = { kind: 'system', county, purpose: { key: 'build-register' } };
const at = new Date('2026-03-02T01:00:00Z');

function everyone(asOf: string): Promise<readonly EveryoneRow[]> {
  return as(house, reading, async (trx) => {
    const all: EveryoneRow[] = [];
    const people = await readEveryone(trx, reading, { asOf: day(asOf), at }, (rows) => all.push(...rows));
    expect(people).toBe(all.length);
    return all;
  });
}

test('everybody is read as the rules may know them, as of a day, and the reading is in the audit', async () => {
  const first17 = '99010119940506001';
  const adult = { name: '王秀兰', identity: `${first17}${checkDigitOf(first17)}`, phone: '19900000042' };
  const account = { bank: '禾安农商银行', holderName: '王秀兰', number: '6228480000000000018' };
  const entry = { residence: dongzhuang, adult, child: { name: '刘一诺', birth: '2023-12-05' }, account };
  const entered = await as(house, clerk, (trx) => enter(trx, house, clerk, entry));
  if (entered.kind !== 'entered') throw new Error(JSON.stringify(entered));
  const family = await as(house, clerk, (trx) => familyWithin(trx, house, county, entered.familyId));
  const child = family?.people.find(({ birth }) => birth === '2023-12-05');
  if (family === undefined || child === undefined) throw new Error('The family was entered');

  const rows = await everyone('2026-01-01');
  const facts = factsOf(family, child.id, day('2026-01-01'));
  expect(
    rows
      .map(({ id, birth, alive, nationality }) => ({
        id,
        birth,
        alive: alive === 'true',
        ...(nationality && { nationality }),
      }))
      .toSorted((a, b) => a.id.localeCompare(b.id)),
  ).toEqual(facts.people.toSorted((a, b) => a.id.localeCompare(b.id)));
  const links = rows.flatMap(({ id, parents }) =>
    parents
      .split(';')
      .filter(Boolean)
      .map((from) => ({ kind: 'parent', from, to: id })),
  );
  expect(links).toEqual(facts.links);
  expect(new Set(rows.map(({ household }) => household))).toEqual(new Set([family.id]));
  expect(Object.values(rows[0] ?? {}).join(' ')).not.toContain('王秀兰');

  expect((await everyone('2023-12-04')).map(({ birth }) => birth)).toEqual(['1994-05-06']);
  const audit = await as(house, system, (trx) =>
    trx
      .selectFrom('auditEntry')
      .select(['act', 'purpose', 'detail'])
      .where('act', '=', 'register.read')
      .orderBy('id')
      .execute(),
  );
  expect(audit).toEqual([
    { act: 'register.read', purpose: 'build-register', detail: { asOf: '2026-01-01', people: 2 } },
    { act: 'register.read', purpose: 'build-register', detail: { asOf: '2023-12-04', people: 1 } },
  ]);
});
