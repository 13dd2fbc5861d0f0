import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/ir/testing.ts';
import { packWithRule } from '../../rules/testing.ts';
import { testFolder } from '../testing.ts';
import { compared } from './testing/compared.ts';
import { type Population, registerOf } from './testing/jobs.ts';

const folder = testFolder();

const cases: readonly (readonly [string, Population])[] = [
  ['few gaps', { people: 240 }],
  ['many gaps', { people: 240, gaps: 4, seed: 2 }],
  ['no households or links', { people: 120, gaps: 3, seed: 3, alone: true }],
  ['no column of a needed fact', { people: 120, gaps: 1, seed: 4, without: ['alive', 'local', 'nationality'] }],
  ['no births', { people: 120, gaps: 2, seed: 5, without: ['birth', 'nights'] }],
];

describe.each(cases)('people with %s', (_, population) => {
  test.each(rules.map((rule, i) => [i + 1, rule] as const))(
    'rule %i gives every row the outcome, amount and missing facts that explain gives',
    async (_i, rule) => {
      const register = await registerOf(folder, population, 60);
      const pack = packWithRule(rule);
      const { rows, open } = compared(register, pack);
      expect([rows, open > 0]).toEqual([population.people, true]);
      compared(register, pack, { engine: 'js' });
    },
  );
});
