import { expect, test } from 'vitest';
import { readPeriod } from '../../pack/period.ts';
import { packWithRule } from '../../testing.ts';
import { assumedRegister } from '../assumed-register.ts';
import type { LaneProgram } from './lanes.ts';
import { compileColumns } from '../program.ts';

/** The program for a register in which nobody has more than 30 nights in hospital. */
function lanesOf(eligible: string): LaneProgram {
  const period = readPeriod('2026');
  const pack = packWithRule(`for: person as e
facts: { alive: boolean, nights: int }
parameters: { one: { type: money, values: { 2025-01-01: 1.00 }, source: order 一 } }
eligible: ${JSON.stringify(eligible)}
amount: one
`);
  if (period === undefined) throw new Error('2026 is a year.');
  const register = assumedRegister(pack.rule, pack.vocabulary);
  const nights = register.columns.get('nights');
  if (nights === undefined) throw new Error('The register has nights.');
  const columns = new Map(register.columns).set('nights', { ...nights, width: 32, least: 0n, greatest: 30n });
  const compiled = compileColumns(pack.rule, period, period.last, { ...register, columns });
  if (compiled.kind === 'refused') throw new Error(compiled.words.en);
  return compiled.program.lanes;
}

const relative = (condition: string): string => `(some p in e.parents satisfies ${condition})`;

test('what relatives compare themselves with is put side by side into one slot and read back by bits', () => {
  const { slots, stages } = lanesOf(
    relative('p.nights > e.nights * 2 and p.alive = (e.nights > 3) and p.alive = (e.nights > 7 or e.alive)'),
  );
  const ops = stages.flatMap(({ values }) => values.map(({ op }) => op));
  expect({ slots: slots.length, bits: ops.filter((op) => op === 'bit').length > 0 }).toEqual({ slots: 1, bits: true });
});

test('what stands topmost in a slot is read by a shift alone: there is nothing above it to take away', () => {
  const { stages } = lanesOf(relative('p.nights > e.nights * 2 and p.alive = (e.nights > 3)'));
  const ops = stages.flatMap(({ values }) => values.map(({ op }) => op));
  expect(ops).toContain('floor-divide');
  expect(ops).not.toContain('modulo');
});
