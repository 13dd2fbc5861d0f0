import { expect, test } from 'vitest';
import { packWithRule } from '../../../rules/testing.ts';
import { testFolder } from '../../testing.ts';
import { compared } from '../testing/compared.ts';
import { homeOf, homeRules } from '../testing/home.ts';

const folder = testFolder();

test('in a home of ten thousand the rows that are left open are settled, as explain settles them', async () => {
  const people = 10_000;
  const register = await homeOf(folder, { people, unknown: { alive: 2500 } });
  for (const name of ['so many young', 'a fact that cancels out']) {
    const checked = new Set([0, 1, 2502, people - 1]);
    expect(compared(register, packWithRule(homeRules[name] ?? ''), {}, (row) => checked.has(row)).rows).toBe(4);
  }
});
