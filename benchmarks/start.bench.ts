import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { checkout, inCheckout } from '../building/checkout.ts';
import { lawFolder } from '../office/hall/law-folder.ts';
import { findLawFiles } from '../doors/cli/law/law-files.ts';
import { type Benchmark, median, millisecondsOf, rounded } from './benchmark.ts';

const firstAimSeconds = 10;
const laterAimSeconds = 1;
const firstStarts = 3;
const laterStarts = 5;
const explanations = 9;

/** `npm start` on a data folder, until its first page has come; then it is stopped. Gives the milliseconds of that. */
async function startOnce(folder: string): Promise<number> {
  const env = { ...process.env, HUIJIA_DATA: folder, HUIJIA_SAMPLE: 'county', PORT: '0', DATABASE_URL: '' };
  // In a group of its own: npm doesn't hand a signal on to what it started.
  const child = spawn('npm', ['start'], { cwd: checkout, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    return await millisecondsOf(() => firstPage(child));
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    // The pipe closes with the last of the group, when the database has stopped as well.
    await once(child, 'close');
  }
}

async function firstPage(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('npm has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /(http:\/\/localhost:\d+\/)(?:\s|$)/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.resume();
    const answer = await fetch(address);
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    return void (await answer.text());
  }
  throw new Error('The house ended before it was ready');
}

async function starts(): Promise<{ first: readonly number[]; later: readonly number[] }> {
  const [first, later]: [number[], number[]] = [[], []];
  while (first.length < firstStarts) {
    const folder = await mkdtemp(join(tmpdir(), 'huijia-start-'));
    try {
      first.push(await startOnce(folder));
      if (first.length === firstStarts) while (later.length < laterStarts) later.push(await startOnce(folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return { first, later };
}

/** One household of one person, explained by a command in a process of its own. */
async function explained(): Promise<readonly number[]> {
  const found = findLawFiles(lawFolder);
  const pack = found.kind === 'files' ? found.files.find(({ kind }) => kind === 'pack') : undefined;
  if (pack === undefined) throw new Error('There is no pack');
  const folder = await mkdtemp(join(tmpdir(), 'huijia-explain-'));
  const facts = join(folder, 'facts.json');
  const child = { id: 'c', birth: '2023-12-05', nationality: 'CN', alive: true };
  await writeFile(facts, JSON.stringify({ on: '2026-02-01', people: [child], subject: 'c' }));
  const words = [inCheckout('doors/cli/huijia.js'), 'explain', pack.path, '--facts', facts, '--period', '2026'];
  const taken: number[] = [];
  try {
    // What V8 compiled is kept by the first.
    for (let n = 0; n <= explanations; n += 1)
      taken.push(await millisecondsOf(() => promisify(execFile)(process.execPath, words)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return taken.slice(1);
}

export const benchmark: Benchmark = {
  title: `from npm start to the first page: on an empty folder, which is filled with the sample county (median of ${firstStarts}), and on a filled one (median of ${laterStarts}); and huijia explain in a process of its own, without npx (median of ${explanations})`,
  aim: `at most ${firstAimSeconds} s the first time, ${laterAimSeconds} s later, on a quiet machine`,
  async run() {
    const explaining = await explained();
    const { first, later } = await starts();
    return {
      firstSeconds: rounded(median(first) / 1000),
      fastestFirstSeconds: rounded(Math.min(...first) / 1000),
      laterSeconds: rounded(median(later) / 1000),
      fastestLaterSeconds: rounded(Math.min(...later) / 1000),
      explainMilliseconds: rounded(median(explaining)),
      fastestExplainMilliseconds: rounded(Math.min(...explaining)),
      ratioToAim: rounded(median(first) / 1000 / firstAimSeconds),
      ratioToLaterAim: rounded(median(later) / 1000 / laterAimSeconds),
    };
  },
};
