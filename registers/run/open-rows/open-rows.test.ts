import { describe, expect, test } from 'vitest';
import { packWithRule, testVocabulary } from '../../../rules/testing.ts';
import { registerFrom, testFolder } from '../../testing.ts';
import { compared } from '../testing/compared.ts';
import { type Home, homeOf, homeRules, parameters } from '../testing/home.ts';
import { on } from '../testing/jobs.ts';

const folder = testFolder();

const homes: Readonly<Record<string, Home>> = {
  'of a few, little known': { people: 9, unknown: { alive: 3, local: 2, birth: 4, school: 3, care: 5 } },
  'of many, of one something unknown': { people: 40, unknown: { alive: 60, birth: 70, nationality: 50 } },
  'of many, of more unknown than is tried': { people: 40, unknown: { alive: 4, local: 5, care: 9, school: 11 } },
  'with months, incomes and texts unknown': { people: 30, unknown: { birth: 9, income: 7, nationality: 8, nights: 5 } },
  'of whom one lives elsewhere too': { people: 20, unknown: { alive: 6, local: 7 }, twice: true },
  'with relatives elsewhere': { people: 20, unknown: { alive: 6, school: 7, local: 4 }, away: true },
};

describe.each(Object.entries(homes))('a home %s', (_, home) => {
  test.each(Object.entries(homeRules))('everybody gets what explain says: %s', async (_name, rule) => {
    const { rows } = compared(await homeOf(folder, home), packWithRule(rule));
    expect(rows).toBe(home.people);
  });
});

// Of ten thousand people: open-rows.nightly.ts.
test('in a home of a thousand the rows that are left open are settled, as explain settles them', async () => {
  const register = await homeOf(folder, { people: 1000, unknown: { alive: 250 } });
  for (const name of ['so many young', 'a fact that cancels out']) {
    const checked = new Set([0, 1, 252, 999]);
    expect(compared(register, packWithRule(homeRules[name] ?? ''), {}, (row) => checked.has(row)).rows).toBe(4);
  }
});

test('nobody gets the amount of a neighbour whose income is the same but for what a double cannot hold', async () => {
  const lines = Array.from({ length: 7 }, (_, i) => {
    return `p${i},990101001001,,${2n ** 60n + BigInt(i)}`;
  });
  const csv = `${['id,division,alive,income', ...lines].join('\n')}\n`;
  const register = await registerFrom(folder, csv, { vocabulary: testVocabulary(), asOf: on });
  const pack = packWithRule(`for: person as p
facts: { alive: boolean, income: money }
${parameters}eligible: p.alive or not(p.alive)
amount: max(zero, p.income)
`);
  expect(compared(register, pack)).toEqual({ rows: 7, open: 0 });
});
