import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../building/database/testing.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { County } from '../../../values/division.ts';
import { nextReceipt } from '../store.ts';

const { doors } = await testDatabase<Tables>();
const [hean, qiyun] = ['990101' as County, '990102' as County];

test('each county counts its own receipts of the year', async () => {
  for (const county of [hean, hean, qiyun]) await nextReceipt(doors, county, 2026);
  expect(await nextReceipt(doors, hean, 2026)).toMatch(/ 2026-000003$/);
  expect(await nextReceipt(doors, qiyun, 2026)).toMatch(/ 2026-000002$/);
});

test('in one county’s context there is no receipt of another, and the context stays as it was', async () => {
  const elsewhere = inTransaction(doors, { kind: 'system', county: hean }, (trx) =>
    sql`select next_receipt(${qiyun}, 2026)`.execute(trx),
  );
  await expect(elsewhere).rejects.toThrow('row-level security');
  const settings = await inTransaction(doors, { kind: 'system', county: hean }, async (trx) => {
    const said = sql`select name, setting from pg_settings where name = 'synchronous_commit'
      union all select 'county', current_setting('huijia.county') order by name`;
    const before = (await said.execute(trx)).rows;
    await sql`select next_receipt(${hean}, 2026)`.execute(trx);
    return { before, after: (await said.execute(trx)).rows };
  });
  expect(settings.after).toEqual(settings.before);
});

test('nothing of the context is left on the connection', async () => {
  await nextReceipt(doors, hean, 2026);
  const counted = await sql<{ left: number }>`select count(*)::int as left from receipt_number`.execute(doors);
  expect(counted.rows).toEqual([{ left: 0 }]);
});
