import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../values/language.ts';
import { houseLaw } from '../law/law-files.ts';
import { main } from '../main.ts';

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

const packs = readdirSync(houseLaw, { recursive: true }).map(String);
const policy = join(houseLaw, packs.find((file) => file.endsWith('policy.md')) ?? '');

async function run(argv: readonly string[], language: Language = 'en'): Promise<Ran> {
  let [out, err] = ['', ''];
  const status = await main(['sql', policy, ...argv], {
    language,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { status, out, err };
}

describe('huijia sql', () => {
  test.each(['postgres', 'duckdb', 'spark'])('prints one query for %s and what it is of', async (dialect) => {
    const { status, out } = await run(['--period', '2026', '--dialect', dialect]);
    expect(status).toBe(0);
    expect(out).toMatch(/^-- huijia: .*, 2026, 2026-12-31, .*\nWITH\n/);
    expect(out.match(/;$/gm)).toBeNull();
    for (const column of ['outcome', 'amount_fen', 'missing', 'settle']) expect(out).toContain(` AS ${column}`);
  });

  test('takes the tables from the schema that is named, its name quoted', async () => {
    const { out } = await run(['--period', '2026', '--schema', 'ware"house']);
    expect(out).toContain('FROM "ware""house"."people"');
  });

  test('as JSON the query stands beside policy, version, period and day', async () => {
    const { out } = await run(['--period', '2026', '--on', '2026-06-01', '--json']);
    expect(JSON.parse(out)).toMatchObject({ period: '2026', on: '2026-06-01', dialect: 'postgres' });
  });

  test('is shorter where facts are said to be complete', async () => {
    const [whole, short] = [await run(['--period', '2026']), await run(['--period', '2026', '--complete', 'birth'])];
    expect(short.out.length).toBeLessThan(whole.out.length);
  });

  test.each([
    [['--period', '2026', '--dialect', 'oracle'], 2, '--dialect is one of postgres, duckdb, spark, not oracle.'],
    [['--period', '2026', '--on', '2026-02-30'], 2, '--on wants a day of the calendar'],
    [['--period', '2026', '--complete', 'shoes'], 2, '--complete names what the policy uses'],
    [['--period', '1990'], 1, 'does not cover 1990'],
    [[], 2, '--period'],
  ] as const)('%j ends with %i and a sentence', async (argv, status, sentence) => {
    const ran = await run(argv);
    expect(ran.status).toBe(status);
    expect(ran.err).toContain(sentence);
    expect(ran.out).toBe('');
  });
});
