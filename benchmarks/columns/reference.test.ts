import { describe, expect, test } from 'vitest';
import { unknown32, unknownBoolean, type Shard } from '../../rules/columns/shard.ts';
import { determine } from '../../rules/explain/explain.ts';
import type { Facts, PersonFacts } from '../../rules/facts.ts';
import { day } from '../../values/day.ts';
import { variables } from './contender.ts';
import { policy } from './engine-contenders.ts';
import { column32, generateShard } from './people.ts';
import { valuesOfRow } from './reference.ts';

const rows = 1_000;

const iso = (packed: number): string =>
  `${packed >> 9}-${String((packed >> 5) & 15).padStart(2, '0')}-${String(packed & 31).padStart(2, '0')}`;

function personAt(shard: Shard, row: number): PersonFacts {
  const [birth = 0, income = 0, local = 0] = ['birth', 'income', 'local'].map((fact) => column32(shard, fact)[row]);
  return {
    id: String(row),
    birth: iso(birth),
    ...(income !== unknown32 && { income: BigInt(income) }),
    ...(local !== unknownBoolean && { local: local === 1 }),
  };
}

function factsAt(shard: Shard, row: number): Facts {
  const { of, offsets } = shard.households;
  const household = of[row] ?? 0;
  const [from = 0, to = 0] = [offsets[household], offsets[household + 1]];
  const people = Array.from({ length: to - from }, (_, i) => personAt(shard, from + i));
  return { on: day('2026-01-01'), people, households: [people.map(({ id }) => id)], subject: String(row) };
}

describe('what the contenders are held against', () => {
  test.each(['complete', 'gaps'] as const)(
    'is what explain says of each of a thousand people (%s)',
    async (knowledge) => {
      const pack = await policy();
      const shard = generateShard(0, rows, knowledge);
      const told = { 'not-eligible': 0, eligible: 1, undetermined: 2 };
      const counted = [0, 0, 0];
      for (let row = 0; row < rows; row += 1) {
        const { outcome, amountFen } = determine(pack, factsAt(shard, row), '2025');
        const values = valuesOfRow(shard, row);
        expect({ row, values: values.slice(-2) }).toEqual({ row, values: [told[outcome], Number(amountFen ?? 0n)] });
        counted[told[outcome]] = (counted[told[outcome]] ?? 0) + 1;
      }
      // Every outcome occurs; none is open where all is known.
      expect(counted.map((count) => count > 0)).toEqual([true, true, knowledge === 'gaps']);
    },
  );

  test('has the eleven steps of the policy, in its order', async () => {
    const { rule } = await policy();
    expect(rule.lets.map(({ name }) => name)).toEqual(variables);
  });

  test('a shard is whole households of one to seven people, 344 for a thousand', () => {
    const { households } = generateShard(3, 100_000, 'complete');
    const sizes = Array.from(households.offsets.subarray(1), (end, i) => end - (households.offsets[i] ?? 0));
    expect([...new Set(sizes)].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(Math.abs(households.count - 34_400)).toBeLessThan(300);
    expect(households.offsets.at(-1)).toBe(100_000);
  });
});
