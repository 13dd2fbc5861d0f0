import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startTestServer } from '../../building/database/test-server.ts';
import { openDuckDb, openPostgres } from '../sql/database.ts';
import { sqlBackEnd } from '../sql/sql-back-end.ts';
import type { BackEnd } from './back-end.ts';
import { columnsInJs, columnsInWasm } from './columns-back-end.ts';
import { type Tally, type Trial, tryPairs } from './trial.ts';

// `npm run agreement -- [--pairs 10000000] [--minutes 60] [--seed 7] [--people 1000] [--only columns] [--json] [--save]`

/** No more than this share of the pairs may be refused by any back end; beyond it a run fails as it does for a disagreement. */
const mostRefused = 0.05;

interface Asked {
  readonly pairs: number;
  readonly minutes: number;
  readonly seed: number;
  /** People of a register. */
  readonly people: number;
  /** Back ends whose name has this in it. */
  readonly only: string;
  readonly json: boolean;
  readonly save: boolean;
}

function numberIn(text: string, name: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number <= 0) {
    process.stderr.write(`--${name} wants a number above 0, not ${text}. Nothing was run.\n`);
    process.exit(2);
  }
  return number;
}

function readAsked(): Asked {
  const { values } = parseArgs({
    options: {
      pairs: { type: 'string', default: '10000000' },
      minutes: { type: 'string', default: '1440' },
      seed: { type: 'string', default: String(Math.floor(Date.now() / 86_400_000)) },
      people: { type: 'string', default: '1000' },
      only: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
    },
  });
  const { pairs, minutes, seed, people, ...rest } = values;
  return {
    ...rest,
    pairs: numberIn(pairs, 'pairs'),
    minutes: numberIn(minutes, 'minutes'),
    seed: numberIn(seed, 'seed'),
    people: numberIn(people, 'people'),
  };
}

interface Opened {
  readonly backEnds: readonly BackEnd[];
  close(): Promise<void>;
}

async function openBackEnds(only: string): Promise<Opened> {
  const named = ({ name }: BackEnd): boolean => name.includes(only);
  const duckDb = sqlBackEnd('SQL on DuckDB', openDuckDb);
  const wantsPostgres = 'SQL on PostgreSQL'.includes(only);
  const server = wantsPostgres ? await startTestServer() : undefined;
  const postgres =
    server === undefined ? [] : [sqlBackEnd('SQL on PostgreSQL', () => openPostgres(server.provided.owner))];
  const all = [columnsInJs, columnsInWasm, duckDb, ...postgres].filter(named);
  const close = async (): Promise<void> => {
    for (const backEnd of all) await backEnd.close?.();
    await server?.stop();
  };
  return { backEnds: all, close };
}

const asText = (number: number): string => number.toLocaleString('en');

function line(name: string, { agreed, explained, refused, disagreed }: Tally): string {
  return `${name}: agreed ${asText(agreed)} (${asText(explained)} by explain), refused ${asText(refused)}, disagreed ${asText(disagreed)}`;
}

function report(trial: Trial, seconds: number): Record<string, unknown> {
  const byBackEnd = [...trial.tallies].map(([name, { agreed, explained, refused, refusedRules, disagreed }]) => [
    name,
    { agreed, explained, refused, refusedRules, disagreed },
  ]);
  const { pairs, rules, seed } = trial;
  const all = [...trial.tallies.values()].reduce((sum, tally) => sum + tally.disagreed, 0);
  return { pairs, rules, seed, seconds: Math.round(seconds), disagreed: all, backEnds: Object.fromEntries(byBackEnd) };
}

async function save(found: Record<string, unknown>): Promise<void> {
  const folder = join(import.meta.dirname, '..', '..', 'benchmarks', 'results');
  await mkdir(folder, { recursive: true });
  const machine = {
    node: process.version,
    system: `${process.platform} ${release()}`,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
  const file = join(folder, 'agreement.json');
  const measuredOn = new Date().toISOString().slice(0, 10);
  await writeFile(file, `${JSON.stringify({ measuredOn, ...found, machine }, undefined, 2)}\n`);
  // Written whole, or the run fails here.
  JSON.parse(await readFile(file, 'utf8'));
}

async function run(asked: Asked): Promise<void> {
  const { seed, people } = asked;
  const opened = await openBackEnds(asked.only);
  const from = performance.now();
  const seconds = (): number => (performance.now() - from) / 1000;
  let told = 0;
  const goesOn = (trial: Trial): boolean => {
    if (!asked.json && seconds() - told >= 10) {
      told = seconds();
      const lines = [...trial.tallies].map(([name, tally]) => `  ${line(name, tally)}`);
      process.stdout.write(
        `${asText(trial.pairs)} pairs, ${asText(trial.rules)} rules, ${Math.round(told)} s\n${lines.join('\n')}\n`,
      );
    }
    return trial.pairs < asked.pairs && seconds() < asked.minutes * 60;
  };
  try {
    const least = Math.max(1, Math.ceil(people / 2));
    const trial = await tryPairs({ seed, backEnds: opened.backEnds, people: { least, most: people } }, goesOn);
    const found = report(trial, seconds());
    if (asked.json) process.stdout.write(`${JSON.stringify(found, undefined, 2)}\n`);
    else for (const [name, tally] of trial.tallies) process.stdout.write(`${line(name, tally)}\n`);
    for (const text of trial.counterexamples) process.stderr.write(`\n${text}\n`);
    if (asked.save) await save(found);
    const tallies = [...trial.tallies.values()];
    const isWrong = tallies.some(({ disagreed, refused, pairs }) => disagreed > 0 || refused > mostRefused * pairs);
    if (isWrong) process.exitCode = 1;
  } finally {
    await opened.close();
  }
}

await run(readAsked());
