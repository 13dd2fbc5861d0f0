import { randomBytes, randomUUID } from 'node:crypto';
import * as pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { inCheckout } from '../../../building/checkout.ts';
import { migrate, readMigrations } from '../../../building/database/schema/migrate.ts';
import type { PoolAddress } from '../../../building/database/pool.ts';
import { explain } from '../../../rules/explain/explain.ts';
import type { FactValue, Facts } from '../../../rules/facts.ts';
import { packWithRule } from '../../../rules/testing.ts';
import { day } from '../../../values/day.ts';
import { determinationToWire, factsToWire } from '../decide/facts-wire.ts';
import { kept } from './kept-determination.ts';

// What migration 0012 makes of cases that were decided before it.

const migration = 12;
const { owner } = inject('testServer');
const name = `huijia_test_before_${randomBytes(6).toString('hex')}`;
const address: PoolAddress = { ...owner, database: name };

async function ordered(at: PoolAddress, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(at);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const migrations = await readMigrations(inCheckout('migrations'));
beforeAll(async () => {
  await ordered(owner, (client) => client.query(`create database ${name} encoding 'UTF8' template template0`));
  await migrate(
    address,
    migrations.filter(({ number }) => number < migration),
  );
});
afterAll(() => ordered(owner, (client) => client.query(`drop database if exists ${name} with (force)`)));

const pack = packWithRule(`for: person as elder
facts: { birth: date, nights: int, school: text }
parameters: { night: { type: money, values: { 2025-01-01: 100.00 }, source: order 一 } }
let:
  isOld: elder.birth < date("1966-01-01")
because:
  isOld: { yes: { zh: "满六十岁。", en: Sixty or more. }, no: { zh: "不满六十岁。", en: Under sixty. }, law: order 二 }
eligible: isOld and elder.nights > 0 and elder.school != "无"
amount: night * elder.nights
`);

const strange = `a "quoted" \\ text,\nwith a tab \t, 汉字 and 😀`;
const known: readonly Readonly<Record<string, FactValue>>[] = [
  { birth: '1950-05-05', nights: 3, school: strange },
  { birth: '1990-05-05', nights: 3, school: '小学' },
  { birth: '1950-05-05', school: '小学' },
];

test('a decision from before is given the digest that the same determination has today, and loses its trace', async () => {
  const county = '990101';
  const cases = known.map((facts) => {
    const told: Facts = { on: day('2026-06-01'), people: [{ id: 'e', ...facts }], subject: 'e' };
    return {
      id: randomUUID(),
      determination: explain(pack, told, '2026'),
      facts: factsToWire(told, { b: true, a: '甲' }),
    };
  });
  await ordered(address, async (client) => {
    await client.query(`do $$ declare c record; begin
      for c in select conrelid::regclass as of, conname from pg_constraint where contype = 'f' and conrelid in ('benefit_case'::regclass, 'decision'::regclass)
      loop execute format('alter table %s drop constraint %I', c.of, c.conname); end loop; end $$`);
    await client.query(
      `select set_config('huijia.county', '${county}', false), set_config('huijia.kind', 'system', false)`,
    );
    for (const { id, facts, determination } of cases) {
      const { amountFen, ...wire } = determinationToWire(determination);
      await client.query(
        `insert into benefit_case (county, id, receipt, policy, period, subject_id, applicant_id, family_id, account_id, residence, origin, state, received_on, due_on,
          due_provisional, facts, determination, amount_fen, submission_key, closed_on)
        values ($1, $2::uuid, $2::text, 'test/x', '2026', $2::uuid, $2::uuid, $2::uuid, $2::uuid, '990101101201', 'phone', $3, '2026-06-01', '2026-06-01', false, $4, $5, $6, $2::uuid, '2026-06-01')`,
        [county, id, amountFen === null ? 'refused' : 'granted', facts, { ...wire, amountFen }, amountFen],
      );
      await client.query(
        `insert into decision (county, case_id, number, outcome, amount_fen, reasons, remedies, decided_on, decided_by)
        values ($1, $2::uuid, $2::text, $3, $4, '[1]', '[1]', '2026-06-01', $2::uuid)`,
        [county, id, amountFen === null ? 'refused' : 'granted', amountFen],
      );
    }
  });
  await migrate(
    address,
    migrations.filter(({ number }) => number <= migration),
  );
  await ordered(address, async (client) => {
    await client.query(
      `select set_config('huijia.county', '${county}', false), set_config('huijia.kind', 'system', false)`,
    );
    for (const { id, determination, facts } of cases) {
      const { rows } = await client.query<Record<string, unknown>>(
        `select c.*, d.determination_digest as letter from benefit_case c join decision d on d.case_id = c.id where c.id = $1`,
        [id],
      );
      const { outcome, articles, because, digest } = kept(determination, facts, null);
      expect(rows[0]).toMatchObject({
        outcome,
        articles,
        because,
        engine: null,
        determination_digest: digest,
        letter: digest,
      });
      expect(rows[0]).not.toHaveProperty('determination');
    }
  });
});
