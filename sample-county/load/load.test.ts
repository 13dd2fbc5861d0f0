import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { inTransaction, type Transaction } from '../../building/database/transaction.ts';
import { checkPassword } from '../../building/identity/password.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { settingsOf } from '../../office/hall/who/acting.ts';
import type { County } from '../../values/division.ts';
import { loadSample } from './load.ts';
import { houseAt } from '../testing.ts';
import { samplePeople } from '../clerks.ts';
import { samplePassword } from '../staff.ts';

const county = '990101' as County;
async function refusedDeeds(house: BenefitsHouse): Promise<readonly string[]> {
  const loaded = await loadSample(house, county, 'small');
  if (loaded.kind !== 'loaded') throw new Error('A new database is empty');
  return loaded.refused.map(({ entry, outcome }) => `${entry.at} ${entry.deed.kind}: ${outcome}`);
}

const { house } = await houseAt('2026-11-22T10:30:00+08:00');
const { house: inSpring } = await houseAt('2027-03-03T10:30:00+08:00');
const lookAt = <T>({ db }: BenefitsHouse, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> =>
  inTransaction(db, settingsOf({ kind: 'system', county, purpose: { key: 'look-at-sample' } }), work);

/** How many rows there are of each value of a column. */
async function tally(table: string, column: string): Promise<Record<string, number>> {
  const { rows } = await lookAt(house, (trx) =>
    sql<{
      value: string;
      n: string;
    }>`select ${sql.ref(column)} as value, count(*)::text as n from ${sql.table(table)} group by 1`.execute(trx),
  );
  return Object.fromEntries(rows.map(({ value, n }) => [value, Number(n)]));
}

describe('the small sample, lived through', () => {
  beforeAll(async () => {
    expect(await refusedDeeds(house)).toEqual([]);
  });

  test('has cases in every state, and payments in every state that a bank can leave them in', async () => {
    const states = await tally('benefit_case', 'state');
    expect(Object.keys(states).toSorted()).toEqual([
      'correcting',
      'granted',
      'received',
      'refused',
      'reviewed',
      'withdrawn',
    ]);
    expect(Object.keys(await tally('payment', 'state')).toSorted()).toEqual(['due', 'in-batch', 'paid', 'returned']);
    expect(Object.keys(await tally('payment_batch', 'state')).toSorted()).toEqual(['funds-released', 'reconciled']);
    expect(Object.keys(await tally('case_event', 'kind'))).toEqual(
      expect.arrayContaining(['corrected', 'sent-back', 'withdrawn', 'review-refused']),
    );
    expect(Object.keys(await tally('benefit_case', 'origin')).toSorted()).toEqual(['counter', 'phone']);
  });

  test('gives a clerk cases that are overdue, and some that are due within days', async () => {
    const open = await lookAt(house, (trx) =>
      trx
        .selectFrom('benefitCase')
        .select('dueOn')
        .where('closedOn', 'is', null)
        .where('state', '!=', 'correcting')
        .execute(),
    );
    expect(open.filter(({ dueOn }) => dueOn < '2026-11-22').length).toBeGreaterThan(0);
    expect(open.filter(({ dueOn }) => dueOn >= '2026-11-22' && dueOn <= '2026-11-27').length).toBeGreaterThan(0);
  });

  test('has a ledger that balances, in which what is payable is what has not been paid', async () => {
    const { rows } = await lookAt(house, (trx) =>
      sql<{
        account: string;
        balance: string;
      }>`select account, sum(credit_fen - debit_fen)::text as balance from ledger_entry group by 1`.execute(trx),
    );
    const balances = new Map(rows.map(({ account, balance }) => [account, BigInt(balance)]));
    expect([...balances.values()].reduce((sum, balance) => sum + balance, 0n)).toBe(0n);
    const waiting = await lookAt(house, (trx) =>
      trx.selectFrom('payment').select('amountFen').where('state', 'in', ['due', 'in-batch', 'returned']).execute(),
    );
    expect(balances.get('payable')).toBe(waiting.reduce((sum, { amountFen }) => sum + amountFen, 0n));
  });

  test('was acted in by the right people: looks with a purpose at every case that was decided, nobody twice', async () => {
    const { rows } = await lookAt(house, (trx) =>
      sql<{ unlooked: string }>`select count(*)::text as unlooked from decision d where not exists (
        select from access_log a where a.matter_id = d.case_id and a.actor_id = d.decided_by and a.purpose <> '')`.execute(
        trx,
      ),
    );
    expect(rows).toEqual([{ unlooked: '0' }]);
    expect(Object.keys(await tally('hand', 'step'))).toEqual(
      expect.arrayContaining(['receive', 'review', 'confirm', 'release-funds', 'pay-out']),
    );
  });

  test('keeps identity numbers, phones and cards sealed, and its messages sent', async () => {
    const phone = Buffer.from(samplePeople(house.clock.today(), 'small').family('paid').phone);
    const people = await lookAt(house, (trx) =>
      trx.selectFrom('person').select(['identitySealed', 'phoneSealed']).execute(),
    );
    expect(people.filter(({ phoneSealed }) => phoneSealed?.includes(phone))).toEqual([]);
    expect(people.filter(({ identitySealed }) => identitySealed?.includes('990101'))).toEqual([]);
    const unsent = await lookAt(house, (trx) =>
      trx.selectFrom('notice').select('id').where('sentAt', 'is', null).execute(),
    );
    expect(unsent).toEqual([]);
  });

  test('lets every clerk in by the one printed password', async () => {
    const hashes = await lookAt(house, (trx) => trx.selectFrom('staffPassword').select('hash').execute());
    expect(hashes.length).toBeGreaterThan(100);
    expect(await checkPassword(samplePassword, hashes[0]?.hash)).toMatchObject({ matches: true });
  });

  test('fills a database once: nobody’s county is ever overwritten', async () => {
    const before = await tally('benefit_case', 'state');
    expect(await loadSample(house, county, 'small')).toEqual({ kind: 'not-empty' });
    expect(await tally('benefit_case', 'state')).toEqual(before);
  });

  test('lives as well in a year whose holidays are not published, with days that say so', async () => {
    expect(await refusedDeeds(inSpring)).toEqual([]);
    const provisional = await lookAt(inSpring, (trx) =>
      trx.selectFrom('benefitCase').select('id').where('dueProvisional', '=', true).execute(),
    );
    expect(provisional.length).toBeGreaterThan(0);
  });
});

test('a year that breaks off leaves nobody behind: the next start finds the database empty', async () => {
  const { house: broken } = await houseAt('2026-11-22T10:30:00+08:00');
  const find = (): never => {
    throw new Error('The shelf fell down');
  };
  await expect(loadSample({ ...broken, packs: { ...broken.packs, find } }, county, 'small')).rejects.toThrow(
    'The shelf fell',
  );
  const left = await lookAt(broken, (trx) => trx.selectFrom('family').select('id').execute());
  expect(left).toEqual([]);
  expect(await refusedDeeds(broken)).toEqual([]);
});
