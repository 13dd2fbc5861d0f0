import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../building/clock.ts';
import { testDatabase } from '../building/database/testing.ts';
import { inTransaction, type Transaction } from '../building/database/transaction.ts';
import { fileStore } from '../building/files/store.ts';
import { keysFrom } from '../building/identity/keys.ts';
import type { Tables } from '../migrations/tables.ts';
import { calendarOf } from '../office/benefits/calendar.ts';
import { openShelf } from '../office/benefits/packs.ts';
import type { House } from '../office/house.ts';
import { settingsOf } from '../office/staff/acting.ts';
import type { County } from '../values/division.ts';
import { loadSample } from './load.ts';

const county = '990101' as County;
const folder = await mkdtemp(join(tmpdir(), 'huijia-sample-files-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A house over the test file's database; only what the loader stands on. */
async function houseAt(instant: string): Promise<House> {
  const { doors } = await testDatabase<Tables>();
  const keys = keysFrom([Buffer.alloc(32, 3)]);
  const house: House = {
    county,
    db: doors,
    clock: fixedClock(instant),
    keys,
    files: fileStore(folder, keys),
    jobs: { enqueue: async () => undefined },
    packs: await openShelf(),
    calendar: () => calendarOf(doors),
    sms: { send: async () => ({ kind: 'sent' }) },
    sample: true,
  };
  return house;
}

const house = await houseAt('2026-11-22T09:00:00+08:00');
const system = { kind: 'system', county, purpose: '查看示范县' } as const;
const look = <T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> =>
  inTransaction(house.db, settingsOf(system), work);

describe('the small sample, lived through', () => {
  beforeAll(async () => {
    const loaded = await loadSample(house, 'small');
    if (loaded.kind !== 'loaded') throw new Error('A new database is empty');
    expect(loaded.refused.map(({ entry, outcome }) => `${entry.at} ${entry.deed.kind}: ${outcome}`)).toEqual([]);
  });

  test('fills a database once', async () => {
    expect(await loadSample(house, 'small')).toEqual({ kind: 'not-empty' });
  });
});
