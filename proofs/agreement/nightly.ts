import { fork } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inCheckout } from '../../building/checkout.ts';
import { startTestServer } from '../../building/database/test-server.ts';
import { openDuckDb, openPostgres } from '../sql/database.ts';
import { sqlBackEnd } from '../sql/sql-back-end.ts';
import type { BackEnd } from './back-ends/back-end.ts';
import { columnsInJs, columnsInWasm } from './back-ends/columns-back-end.ts';
import { type Tally, type Trial, tryPairs } from './trial.ts';

// `npm run agreement -- [--pairs 10000000] [--minutes 60] [--seed 7] [--people 1000] [--workers 2] [--sql-every 3] [--only columns]
// [--json] [--save]`

/** No more than this share of the pairs may be refused by any back end; beyond it a run fails as it does for a disagreement. */
const mostRefused = 0.05;

interface Asked {
  readonly pairs: number;
  readonly minutes: number;
  readonly seed: number;
  /** People of a register. */
  readonly people: number;
  /** Processes beside one another, each with its own seed and databases. */
  readonly workers: number;
  /** SQL is tried on every so manieth rule: planning its queries takes most of the time. */
  readonly sqlEvery: number;
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
      workers: { type: 'string', default: '1' },
      'sql-every': { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
    },
  });
  const { pairs, minutes, seed, people, workers, 'sql-every': sqlEvery, ...rest } = values;
  return {
    ...rest,
    pairs: numberIn(pairs, 'pairs'),
    minutes: numberIn(minutes, 'minutes'),
    seed: numberIn(seed, 'seed'),
    people: numberIn(people, 'people'),
    workers: Math.ceil(numberIn(workers, 'workers')),
    sqlEvery: Math.ceil(numberIn(sqlEvery, 'sql-every')),
  };
}

interface Opened {
  readonly backEnds: readonly BackEnd[];
  close(): Promise<void>;
}

async function openBackEnds({ only, sqlEvery }: Asked): Promise<Opened> {
  const named = ({ name }: BackEnd): boolean => name.includes(only);
  const duckDb = sqlBackEnd('SQL on DuckDB', openDuckDb);
  const wantsPostgres = 'SQL on PostgreSQL'.includes(only);
  const server = wantsPostgres ? await startTestServer() : undefined;
  const postgres =
    server === undefined ? [] : [sqlBackEnd('SQL on PostgreSQL', () => openPostgres(server.provided.owner))];
  const sql = [duckDb, ...postgres].map((backEnd) => ({ ...backEnd, everySoMany: sqlEvery }));
  const all = [columnsInJs, columnsInWasm, ...sql].filter(named);
  const close = async (): Promise<void> => {
    for (const backEnd of all) await backEnd.close?.();
    await server?.stop();
  };
  return { backEnds: all, close };
}

const asText = (number: number): string => number.toLocaleString('en');

function line(name: string, { agreed, explained, refused, disagreed }: Counts): string {
  return `${name}: agreed ${asText(agreed)} (${asText(explained)} row by row), refused ${asText(refused)}, disagreed ${asText(disagreed)}`;
}

/** What a run, or each worker of one, tells. */
interface Found {
  readonly pairs: number;
  readonly rules: number;
  readonly disagreed: number;
  readonly backEnds: Readonly<Record<string, Counts>>;
}

type Counts = Omit<Tally, 'reasons'>;

function foundIn({ pairs, rules, tallies }: Trial): Found {
  const backEnds = [...tallies].map(([name, { reasons: _reasons, ...counts }]) => [name, counts]);
  const disagreed = [...tallies.values()].reduce((sum, tally) => sum + tally.disagreed, 0);
  return { pairs, rules, disagreed, backEnds: Object.fromEntries(backEnds) };
}

function sumOf(a: Counts, b: Counts): Counts {
  return {
    pairs: a.pairs + b.pairs,
    agreed: a.agreed + b.agreed,
    explained: a.explained + b.explained,
    refused: a.refused + b.refused,
    refusedRules: a.refusedRules + b.refusedRules,
    disagreed: a.disagreed + b.disagreed,
  };
}

/** What all workers found. */
function together(all: readonly Found[]): Found {
  const backEnds: Record<string, Counts> = {};
  for (const found of all)
    for (const [name, counts] of Object.entries(found.backEnds)) {
      const before = backEnds[name];
      backEnds[name] = before === undefined ? counts : sumOf(before, counts);
    }
  const total = (of: (found: Found) => number): number => all.reduce((sum, found) => sum + of(found), 0);
  return {
    pairs: total(({ pairs }) => pairs),
    rules: total(({ rules }) => rules),
    disagreed: total(({ disagreed }) => disagreed),
    backEnds,
  };
}

function isWrong({ disagreed, backEnds }: Found): boolean {
  return disagreed > 0 || Object.values(backEnds).some(({ refused, pairs }) => refused > mostRefused * pairs);
}

async function save(found: Record<string, unknown>): Promise<void> {
  const folder = inCheckout('benchmarks/results');
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

function tell({ pairs, rules, backEnds }: Found, seconds: number): void {
  const lines = Object.entries(backEnds).map(([name, counts]) => `  ${line(name, counts)}`);
  process.stdout.write(
    `${asText(pairs)} pairs, ${asText(rules)} rules, ${Math.round(seconds)} s\n${lines.join('\n')}\n`,
  );
}

/** One worker's share. Counterexamples go to standard error as they are found. */
async function tryAll(asked: Asked, seed: number, pairs: number, heard: (found: Found) => void): Promise<Found> {
  const opened = await openBackEnds(asked);
  const from = performance.now();
  const seconds = (): number => (performance.now() - from) / 1000;
  let [told, shown] = [0, 0];
  const goesOn = (trial: Trial): boolean => {
    for (const text of trial.counterexamples.slice(shown)) process.stderr.write(`\nseed ${seed}\n${text}\n`);
    shown = trial.counterexamples.length;
    if (seconds() - told >= 5) {
      told = seconds();
      heard(foundIn(trial));
    }
    return trial.pairs < pairs && seconds() < asked.minutes * 60;
  };
  const people = { least: Math.max(1, Math.ceil(asked.people / 2)), most: asked.people };
  try {
    return foundIn(await tryPairs({ seed, backEnds: opened.backEnds, people }, goesOn));
  } finally {
    await opened.close();
  }
}

/** This file once more, as a process of its own with a seed of its own; gone when this process is. */
function worker(asked: Asked, index: number, heard: (found: Found) => void): Promise<Found> {
  const pairs = Math.ceil(asked.pairs / asked.workers);
  const { minutes, people, only, sqlEvery } = asked;
  const options = { pairs, minutes, seed: asked.seed + index, people, only, 'sql-every': sqlEvery };
  const child = fork(
    import.meta.filename,
    Object.entries(options).map(([name, value]) => `--${name}=${value}`),
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  return new Promise((resolve, reject) => {
    let last: Found | undefined;
    child.on('message', (message) => {
      const { found, isLast } = message as FromWorker;
      heard(found);
      if (isLast) last = found;
    });
    child.on('error', reject);
    child.on('exit', (status) => {
      if (last === undefined) reject(new Error(`Worker ${index} ended with status ${status} and without a result.`));
      else resolve(last);
    });
  });
}

interface FromWorker {
  readonly found: Found;
  readonly isLast: boolean;
}

/** As a worker: everything is told to the process that started it. */
async function work(asked: Asked): Promise<void> {
  const orphaned = (): never => process.exit(1);
  process.once('disconnect', orphaned);
  const send = (found: Found, isLast: boolean): void => void process.send?.({ found, isLast } satisfies FromWorker);
  send(await tryAll(asked, asked.seed, asked.pairs, (found) => send(found, false)), true);
  process.off('disconnect', orphaned);
  process.disconnect();
}

async function run(asked: Asked): Promise<void> {
  const from = performance.now();
  const seconds = (): number => (performance.now() - from) / 1000;
  const latest = new Map<number, Found>();
  let told = 0;
  const hear = (index: number, found: Found): void => {
    latest.set(index, found);
    if (asked.json || seconds() - told < 10) return;
    told = seconds();
    tell(together([...latest.values()]), told);
  };
  const shares = Array.from({ length: asked.workers }, (_, index) =>
    asked.workers === 1
      ? tryAll(asked, asked.seed, asked.pairs, (found) => hear(index, found))
      : worker(asked, index, (found) => hear(index, found)),
  );
  const found = together(await Promise.all(shares));
  const { seed, workers, people, sqlEvery } = asked;
  const result = { ...found, seed, workers, people, sqlEvery, seconds: Math.round(seconds()) };
  if (asked.json) process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
  else tell(found, seconds());
  if (asked.save) await save(result);
  if (isWrong(found)) process.exitCode = 1;
}

const asked = readAsked();
await (process.send === undefined ? run(asked) : work(asked));
