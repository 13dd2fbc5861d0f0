import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { constraintOf } from '../../../building/database/constraint.ts';
import { testDatabase } from '../../../building/database/testing.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { County, Province } from '../../../values/division.ts';
import { giveHosts, keepServed, takeIn } from './counties.ts';
import { putCounty, putHosts, servedBy } from './store.ts';

const { doors, owner } = await testDatabase<Tables>();
const [hean, qiyun] = ['990101' as County, '990102' as County];
const [jiande, zhejiang] = ['330182' as County, '330000' as Province];

/** A process of its own over the same database. */
const aProcess = (serving: Parameters<typeof keepServed>[1] = {}) => ({
  db: doors,
  served: keepServed(doors, serving),
});

const settingsFor = (county: County) => ({ kind: 'system', county });

beforeEach(async () => {
  // The policies of these tables bind their owner too.
  for (const table of ['served_host', 'county', 'province'])
    await sql
      .raw(
        `alter table ${table} no force row level security; delete from ${table}; alter table ${table} force row level security`,
      )
      .execute(owner);
});

test.each([
  ['a real county beside an invented one', [hean], jiande],
  ['an invented county beside a real one', [jiande], hean],
  ['a real province beside an invented county', [hean], zhejiang],
])('%s is not taken in, and nothing is changed', async (_, there, wished) => {
  const house = aProcess();
  await takeIn(house, there);
  await expect(takeIn(house, [wished])).rejects.toThrow(/beside an invented one|stand_apart/);
  expect((await servedBy(doors)).counties.map(({ code }) => code)).toEqual(there);
  expect((await servedBy(doors)).provinces).toEqual([]);
});

test('two processes that take both in at once: the database refuses the second', async () => {
  await inTransaction(doors, settingsFor(hean), (trx) => putCounty(trx, hean));
  const error: unknown = await inTransaction(doors, settingsFor(jiande), (trx) => putCounty(trx, jiande)).catch(
    (found: unknown) => found,
  );
  expect(constraintOf(error)).toBe('real_and_invented_counties_stand_apart');
});

test('a process that shows a sample serves nobody from the moment that it reads of a real county', async () => {
  const sample = aProcess({ sample: true });
  expect(await sample.served.now()).toEqual({ counties: [], provinces: [] });
  await takeIn(aProcess(), [jiande]);
  await expect(sample.served.now('afresh')).rejects.toThrow('330182');
});

test('a county that another process has taken in is served, and invented ones side by side', async () => {
  const [one, other] = [aProcess({ sample: true }), aProcess()];
  await takeIn(one, [hean]);
  expect((await one.served.now()).counties).toHaveLength(1);
  await takeIn(other, [qiyun]);
  expect((await one.served.now('afresh')).counties.map(({ code }) => code)).toEqual([hean, qiyun]);
});

describe('a host that two processes give at once', () => {
  test('is of the first, and nothing is changed for the second', async () => {
    const house = aProcess();
    await takeIn(house, [hean, qiyun]);
    await giveHosts(house, [{ of: qiyun, hosts: ['old.example'] }]);
    const [given, committed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = inTransaction(doors, settingsFor(hean), async (trx) => {
      await putHosts(trx, hean, ['both.example']);
      given.resolve();
      await committed.promise;
    });
    await given.promise;
    const second = giveHosts(house, [{ of: qiyun, hosts: ['both.example'] }]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    committed.resolve();
    await first;
    expect(await second).toEqual({ kind: 'host-of-two', host: 'both.example', of: [hean, qiyun] });
    expect((await servedBy(doors)).counties).toEqual([
      { code: hean, hosts: ['both.example'] },
      { code: qiyun, hosts: ['old.example'] },
    ]);
  });

  test('is given to both processes when it is of one county', async () => {
    const house = aProcess();
    await takeIn(house, [hean]);
    const give = () => giveHosts(house, [{ of: hean, hosts: ['one.example', 'two.example'] }]);
    expect(await Promise.all([give(), give()])).toEqual([{ kind: 'given' }, { kind: 'given' }]);
  });
});
