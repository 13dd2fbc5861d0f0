import { describe, expect, test } from 'vitest';
import { readPeriod } from '../pack/period.ts';
import { packWithRule } from '../testing.ts';
import type { Dialect } from './dialect.ts';
import { queryFor, type QueryOptions } from './query.ts';

const period = readPeriod('2026');
if (period === undefined) throw new Error('2026 is a year.');

const head = (facts: string): string => `for: person as e
facts: { ${facts} }
parameters:
  each: { type: money, values: { 2020-01-01: 100.00 }, source: order 一 }
`;

function made(rule: string, dialect: Dialect = 'postgres', options: QueryOptions = {}): ReturnType<typeof queryFor> {
  return queryFor(
    packWithRule(rule).rule,
    period as NonNullable<typeof period>,
    period?.last as never,
    dialect,
    options,
  );
}

function text(rule: string, dialect?: Dialect, options?: QueryOptions): string {
  const query = made(rule, dialect, options);
  if (query.kind === 'refused') throw new Error(query.words.en);
  return query.text;
}

const households = `${head('birth: date, income: money?, local: boolean?')}let:
  grown: e.members[completedYears(item.birth, period.last) >= 18]
eligible: e.local and count(grown) > 0
amount: min(each, total(for m in grown return m.income))
`;

describe('a query', () => {
  test.each(['postgres', 'duckdb', 'spark'] as const)(
    'for %s has no function beyond sums, and no date of theirs',
    (dialect) => {
      const functions = [...text(households, dialect).matchAll(/\b([a-z_]+)\(/gi)].map(([, name = '']) => name);
      const keywords = new Set(['AS', 'WHEN', 'THEN', 'ELSE', 'AND', 'OR', 'NOT', 'IS', 'ON', 'CASE']);
      const own = new Set(functions.filter((name) => !keywords.has(name)));
      expect([...own].toSorted()).toEqual(['CAST', 'bit_or', 'concat_ws', 'max', 'sum']);
      expect(text(households, dialect)).not.toMatch(/\b(greatest|least|date|extract|interval)\b/i);
    },
  );

  test('divides in the way of its database', () => {
    const rule = `${head('nights: int')}eligible: floor(e.nights / 7) > 1\namount: each\n`;
    const [postgres, duckdb, spark] = (['postgres', 'duckdb', 'spark'] as const).map((one) => text(rule, one));
    expect(postgres).toContain(') / 7)');
    expect(duckdb).toContain(') // 7)');
    expect(spark).toContain(') div 7)');
  });

  test('writes texts so that no database reads more in them than there is', () => {
    const rule = `${head('school: text')}eligible: e.school in ("O'Brien", "a\\\\b")\namount: each\n`;
    expect(text(rule, 'postgres')).toContain(String.raw`'O''Brien'`);
    expect(text(rule, 'duckdb')).toContain(String.raw`'a\b'`);
    expect(text(rule, 'spark')).toContain(String.raw`'O\'Brien'`);
    expect(text(rule, 'spark')).toContain(String.raw`'a\\b'`);
  });

  test('reads no more of the tables than the rule asks, and links only where it asks for relatives', () => {
    const rule = `${head('alive: boolean, local: boolean')}eligible: e.alive\namount: each\n`;
    expect(text(rule)).not.toContain('"local"');
    expect(text(rule)).not.toContain('"links"');
    expect(text(rule)).not.toContain('household');
    expect(
      text(`${head('alive: boolean')}eligible: every c in e.children satisfies c.alive\namount: each\n`),
    ).toContain(`l."relation" = 'children'`);
  });

  test('has nothing of the unknown where every fact is said to be complete', () => {
    const complete = new Set(['birth', 'income', 'local', 'household']);
    expect(text(households, 'duckdb', { complete })).not.toMatch(/NULL THEN|bit_or|undetermined/);
  });

  test('without the table of links says that relatives are missing', () => {
    const rule = `${head('alive: boolean')}eligible: some c in e.children satisfies c.alive\namount: each\n`;
    expect(text(rule, 'duckdb', { linksKnown: false })).not.toContain('links');
    expect(text(rule, 'duckdb', { linksKnown: false })).toContain(`THEN 'children'`);
  });

  test('works out once what is used more than once, however deep', () => {
    const lets = Array.from(
      { length: 40 },
      (_, i) => `  s${i + 1}: min(s${i}, each) + max(s${i}, each) - s${i}\n`,
    ).join('');
    const bounded = `${head('income: money')}let:\n  s0: min(max(e.income, 0.00), each)\n${lets}eligible: s40 > each\namount: each\n`;
    const query = made(bounded);
    if (query.kind === 'query') expect(query.text.length).toBeLessThan(40_000);
    else expect(query.words.en).toContain('64-bit');
  });

  test('is the same each time it is asked for', () => {
    expect(text(households)).toBe(text(households));
  });
});

describe('what cannot be written exactly is refused with a sentence that names the step', () => {
  test('a number beyond 64 bits', () => {
    const rule = `${head('nights: int, income: money')}let:\n  far: e.nights * e.nights\neligible: far * e.nights > 7\namount: each\n`;
    const query = made(rule);
    expect(query).toMatchObject({ kind: 'refused' });
    expect(query.kind === 'refused' && query.words.en).toMatch(
      /beyond 64-bit integers \(columns: nights\), so it is not written as SQL/,
    );
    expect(query.kind === 'refused' && query.words['zh-CN']).toMatch(/超出 64 位整数（用到的列：nights）/);
    const named = made(
      `${head('nights: int')}let:\n  far: e.nights * e.nights * e.nights\neligible: far > 7\namount: each\n`,
    );
    expect(named.kind === 'refused' && named.words.en).toContain('within far');
  });

  test('a month that may lie outside the calendar', () => {
    const rule = `${head('birth: date, nights: int')}eligible: addMonths(monthOf(e.birth), e.nights) > monthOf(period.first)\namount: each\n`;
    const query = made(rule);
    expect(query.kind === 'refused' && query.words.en).toContain('addMonths');
  });

  test('but not where the tables are known to keep to less', () => {
    const ranges = { facts: () => ({ least: 0n, greatest: 90n }), most: () => 10n };
    const rule = `${head('nights: int')}eligible: e.nights * e.nights * e.nights > 7\namount: each\n`;
    expect(made(rule, 'duckdb', { ranges }).kind).toBe('query');
  });
});
