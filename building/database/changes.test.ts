import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { changeAny, changeExactly, changeOne } from './changes.ts';
import { testDatabase } from './testing.ts';
import { inTransaction, LostRace, type Transaction } from './transaction.ts';

const { owner } = await testDatabase<{ seat: { number: number; taken: boolean } }>();
await sql`create table seat (number integer primary key, taken boolean not null)`.execute(owner);
await sql`insert into seat select n, false from generate_series(1, 3) as n`.execute(owner);

type Trx = Transaction<{ seat: { number: number; taken: boolean } }>;

const take = (trx: Trx, number: number) =>
  trx.updateTable('seat').set({ taken: true }).where('number', '=', number).where('taken', '=', false);

test('a change that must meet one row throws when it meets none, and the act runs again on what holds by then', async () => {
  const tried: number[] = [];
  await inTransaction(owner, {}, async (trx) => {
    tried.push(tried.length + 1);
    await changeOne(trx, take(trx, tried.length === 1 ? 99 : 1));
  });
  expect(tried).toEqual([1, 2]);
});

test('an act that loses every time comes to nothing, with the race’s name', async () => {
  let tries = 0;
  const act = inTransaction(owner, {}, async (trx) => {
    tries += 1;
    await changeAny(trx, take(trx, 2));
    await changeOne(trx, take(trx, 99));
  });
  await expect(act).rejects.toThrow(LostRace);
  expect(tries).toBe(4);
  const seat = await owner.selectFrom('seat').select('taken').where('number', '=', 2).executeTakeFirst();
  expect(seat).toEqual({ taken: false });
});

test('so many rows, whether the statement is built or written out', async () => {
  await inTransaction(owner, {}, async (trx) => {
    await changeExactly(trx, 3, sql`update seat set taken = not taken`.compile(trx));
    await changeAny(trx, trx.deleteFrom('seat').where('number', '=', 99));
    await changeExactly(trx, 3, trx.deleteFrom('seat'));
  });
  expect(await owner.selectFrom('seat').selectAll().execute()).toEqual([]);
});
