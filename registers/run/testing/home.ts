import { testVocabulary } from '../../../rules/testing.ts';
import type { Register } from '../../open/open.ts';
import { registerFrom } from '../../testing.ts';
import { on } from './jobs.ts';

/** Of every rule here. */
export const parameters = `parameters:
  zero: { type: money, values: { 2020-01-01: 0.00 }, source: order 一 }
  each: { type: money, values: { 2020-01-01: 10.00 }, source: order 一 }
`;

export interface Home {
  readonly people: number;
  /** Of how many, and of which facts, every so manieth person's is not known. */
  readonly unknown?: Readonly<Record<string, number>>;
  /** The last person lives in another household too. */
  readonly twice?: boolean;
  /** The first is a parent of the last three, who live elsewhere. */
  readonly away?: boolean;
}

/** One home of people of whom no two have the same income. */
export function homeOf(folder: string, { people, unknown = {}, twice = false, away = false }: Home): Promise<Register> {
  const isAway = (i: number): boolean => away && i >= people - 3;
  const two = (n: number): string => String(n).padStart(2, '0');
  const lines = Array.from({ length: people }, (_, i) => {
    const whole = {
      birth: `${1940 + ((i * 7) % 85)}-${two(1 + (i % 12))}-${two(1 + (i % 28))}`,
      alive: String(i % 5 !== 0),
      nationality: i % 4 === 0 ? 'FR' : 'CN',
      school: ['小学', '初中', '高中'][i % 3],
      nights: String((i * 13) % 20),
      income: String(100_025 + i * 1700),
      care: ['self', 'partial', 'full'][i % 3],
      local: String(i % 3 === 0),
    };
    const facts = Object.entries(whole).map(([fact, value]) => (i % (unknown[fact] ?? Infinity) === 1 ? '' : value));
    const households = isAway(i) ? 'away' : twice && i === people - 1 ? 'home;other' : 'home';
    return [`p${i}`, '990101001001', ...facts, households, isAway(i) ? 'p0' : ''].join(',');
  });
  const head = 'id,division,birth,alive,nationality,school,nights,income,care,local,household,parents';
  return registerFrom(folder, `${[head, ...lines].join('\n')}\n`, { vocabulary: testVocabulary(), asOf: on });
}

/** What rules ask of a household: of members alone, of members and the subject, by several steps, of facts that cancel out. */
export const homeRules: Readonly<Record<string, string>> = {
  'so many young': `for: person as e
facts: { birth: date, alive: boolean }
${parameters}eligible: count(e.members[item.alive and item.birth.year >= 2010]) >= 2
amount: each
`,
  'a fact that cancels out': `for: person as e
facts: { alive: boolean, local: boolean? }
${parameters}eligible: count(e.members[item.alive or not(item.alive)]) >= 2 and (some p in e.members satisfies p.local)
amount: each
`,
  'a sum, filtered twice, beside the income of one': `for: person as e
facts: { birth: date, alive: boolean, local: boolean?, income: money }
${parameters}let:
  living: e.members[item.alive]
  grown: living[item.birth.year <= 2008]
  theirs: total(for p in grown return p.income)
  needy: theirs < each * count(grown) * 1000
eligible: needy or e.local
amount: max(zero, min(theirs, each * 1000) + e.income)
`,
  'whether somebody is older': `for: person as e
facts: { birth: date, alive: boolean?, care: enum? }
${parameters}eligible: (some p in e.members satisfies (p.alive and p.birth < e.birth)) and (every p in e.members satisfies p.care in ("self", "partial", "full"))
amount: each
`,
  'texts that may equal one another': `for: person as e
facts: { school: text?, nationality: text?, alive: boolean? }
${parameters}eligible: (every p in e.members satisfies (p.nationality = "CN" or p.school = e.school)) or e.alive
amount: each
`,
  "numbers of one's own, of which some may not count": `for: person as e
facts: { local: boolean, nights: int, income: money }
${parameters}eligible: not(e.local)
amount: total(for one in [e.income, e.income][item >= each * 1000] return each * e.nights)
`,
  'a loop that stands in a loop': `for: person as e
facts: { alive: boolean, local: boolean?, nights: int }
${parameters}let:
  mine: count(e.members[item.alive])
eligible: every p in e.members satisfies (p.local or mine > 3 or (some q in p.parents satisfies q.local))
amount: each * count(e.members[item.nights >= 10])
`,
};
