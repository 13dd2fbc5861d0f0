import { describe, expect, test } from 'vitest';
import { checkColumn } from '../../registers/open/check-column.ts';
import { runShard } from '../../registers/engine/engine.ts';
import { wasmEngine } from '../../registers/engine/wasm.ts';
import { compileColumns } from '../../rules/columns/program.ts';
import { readPeriod } from '../../rules/pack/period.ts';
import { expectedOf } from '../columns/reference.ts';
import { crowdRegister, crowdShard } from './crowd.ts';
import { asked, periodText, variants } from './policies.ts';
import { totalsOf } from './totals.ts';

const rows = 20_000;
const register = crowdRegister(rows);

describe('the crowd of the scale benchmarks', () => {
  test('every value is one that its register allows, births are days of the calendar', () => {
    for (const [fact, values] of crowdShard(7, rows).columns) {
      const info = register.columns.get(fact);
      expect(info && checkColumn(info, values, 0)).toBe(-1);
    }
  });

  test('a household’s rows stand together, and all rows are in one', () => {
    const { households } = crowdShard(7, rows);
    const { count, offsets, of } = households;
    expect(offsets[count]).toBe(rows);
    for (let household = 0; household < count; household += 1)
      for (let row = offsets[household] ?? 0; row < (offsets[household + 1] ?? 0); row += 1)
        expect(of[row]).toBe(household);
  });

  test('each shard comes to a total of its own, the one that the reference gives row by row; each variant of the policy to another', async () => {
    const period = readPeriod(periodText);
    if (period === undefined) throw new Error('2025 is a period');
    const [first, ...others] = await variants(3);
    const totalOf = (pack: typeof first, number: number): bigint => {
      if (pack === undefined) throw new Error('There are variants');
      const compiled = compileColumns(pack.rule, period, asked, register);
      if (compiled.kind === 'refused') throw new Error(compiled.words.en);
      return totalsOf(runShard(wasmEngine(compiled.program), crowdShard(number, rows))).amountFen;
    };
    const byHand = [0, 1].map(
      (number) =>
        expectedOf({ rows, knowledge: 'complete', register, shards: [crowdShard(number, rows)] }).totals.amountFen,
    );
    expect([totalOf(first, 0), totalOf(first, 1)]).toEqual(byHand);
    expect(byHand[0]).not.toBe(byHand[1]);
    expect(new Set([byHand[0], ...others.map((pack) => totalOf(pack, 0))]).size).toBe(3);
  });
});
