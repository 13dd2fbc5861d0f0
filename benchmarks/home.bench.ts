import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRegister } from '../registers/build/build.ts';
import { openRegister, type Register } from '../registers/open/open.ts';
import { makeReady } from '../registers/run/job.ts';
import { ProgramRunner } from '../registers/run/program-runner.ts';
import { packWithRule, testVocabulary } from '../rules/testing.ts';
import { day } from '../values/day.ts';
import { type Benchmark, type Figures, rounded } from './benchmark.ts';

const people = 10_000;
const on = day('2026-03-01');

const parameters = `parameters:
  zero: { type: money, values: { 2020-01-01: 0.00 }, source: order 一 }
  each: { type: money, values: { 2020-01-01: 10.00 }, source: order 一 }
`;

/** What a rule asks of those who live together: the same for all, beside one's own, and each compared with oneself. */
const rules = {
  count: `for: person as e
facts: { birth: date, alive: boolean }
${parameters}eligible: count(e.members[item.alive and item.birth.year >= 2010]) >= 2
amount: each
`,
  sumBesideOwn: `for: person as e
facts: { alive: boolean, income: money }
${parameters}let: { theirs: "total(for p in e.members[item.alive] return p.income)" }
eligible: e.alive or theirs > zero
amount: max(zero, min(theirs, each * 1000) + e.income)
`,
  eachWithOneself: `for: person as e
facts: { birth: date, alive: boolean }
${parameters}eligible: some p in e.members satisfies (p.alive and p.birth < e.birth)
amount: each
`,
} as const;

/** How many of the home may be alive or not, for all that is known. */
const unknowns = [1, 20, 200] as const;

function homeCsv(unknown: number): string {
  const every = Math.floor(people / unknown);
  const two = (n: number): string => String(n).padStart(2, '0');
  const lines = Array.from({ length: people }, (_, i) => {
    const birth = `${1940 + ((i * 7) % 85)}-${two(1 + (i % 12))}-${two(1 + (i % 28))}`;
    const alive = i % every === 1 ? '' : String(i % 5 !== 0);
    return `p${i},990101001001,${birth},${alive},${100_025 + i * 1700},home`;
  });
  return `${['id,division,birth,alive,income,household', ...lines].join('\n')}\n`;
}

async function registerIn(folder: string, unknown: number): Promise<Register> {
  const file = join(folder, `home-${unknown}.csv`);
  const to = join(folder, `home-${unknown}`);
  await writeFile(file, homeCsv(unknown));
  const source = { name: 'home.csv', file: () => Promise.resolve(file) };
  const built = await buildRegister({
    source,
    vocabulary: testVocabulary(),
    asOf: on,
    memoryMegabytes: 200,
    to,
  });
  if (built.kind === 'problems') throw new Error(JSON.stringify(built.told));
  const opened = openRegister(to);
  if (opened.kind === 'problems') throw new Error(JSON.stringify(opened.problems));
  return opened.register;
}

/** Seconds until everybody of the home is settled, and how many were undetermined in the end. */
function settled(register: Register, rule: string): { seconds: number; undetermined: number } {
  const { info, vocabulary, rule: checked } = packWithRule(rule);
  const pack = { info, vocabulary, rule: checked };
  const made = makeReady({ register, pack, period: '2026', on, engine: 'wasm', reasons: true });
  if (made.kind === 'refused') throw new Error(made.refusal.words.en);
  const from = performance.now();
  const run = new ProgramRunner(made.ready).run(0);
  const seconds = (performance.now() - from) / 1000;
  if (run.kind === 'broken') throw new Error(JSON.stringify(run.problems));
  const { outcome } = run.results;
  return { seconds, undetermined: outcome.reduce((count, one) => count + (one === 2 ? 1 : 0), 0) };
}

export const benchmark: Benchmark = {
  title: `seconds to determine everybody of one home of ${people.toLocaleString('en')}, of whom so many may be alive or not: rows that columns leave open are settled as explain would; one run each`,
  aim: 'seconds',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'huijia-home-'));
    try {
      const found: Record<string, Figures[string]> = { people };
      for (const unknown of unknowns) {
        const register = await registerIn(folder, unknown);
        for (const [name, rule] of Object.entries(rules)) {
          const { seconds, undetermined } = settled(register, rule);
          found[`${name}${unknown}`] = { seconds: rounded(seconds), undetermined };
        }
      }
      return found;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
