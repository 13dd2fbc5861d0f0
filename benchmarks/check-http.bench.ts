import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { createInterface } from 'node:readline';
import { inCheckout } from '../building/checkout.ts';
import { openShelf } from '../office/benefits/law/packs.ts';
import { onOwnGround } from './bench-house.ts';
import { type Benchmark, median, quantile, rounded } from './benchmark.ts';

const perSecond = 200;
const seconds = 20;
const warmingSeconds = 5;
const runs = 3;
const aimMilliseconds = 20;

/** Starts a whole house in a process of its own, as `npm start` does, and gives its address. */
async function startHouse(
  variables: Readonly<Record<string, string>>,
): Promise<{ origin: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [inCheckout('building/compiled/launch.js'), 'doors/start.ts'], {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /(http:\/\/localhost:\d+)\/$/.exec(line)?.[1];
    if (origin === undefined) continue;
    child.stdout.resume();
    return { origin, child };
  }
  throw new Error('The house ended before it was ready');
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}

/** Addresses of the check: the first question, and the results for each option and several days. */
async function addresses(): Promise<readonly string[]> {
  const { packs } = await openShelf();
  const questions = new Map(packs.flatMap(({ info }) => info.questions).map((question) => [question.fact, question]));
  const days = ['2022-01-15', '2023-06-30', '2024-02-29', '2025-01-01'];
  const filled = days.map((day, index) => {
    const query = new URLSearchParams();
    for (const { fact, answer } of questions.values()) {
      query.set(fact, answer.kind === 'date' ? day : String(answer.options[index % answer.options.length]?.value));
    }
    return `/check?${query}`;
  });
  return ['/check', ...filled];
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** Milliseconds from the moment the request was due to its last byte. */
function ask(address: string, due: number): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { 'accept-encoding': 'gzip', 'accept-language': 'zh-CN' } }, (reply) => {
      reply.resume();
      reply.on('error', reject);
      reply.on('end', () =>
        reply.statusCode === 200
          ? resolve(performance.now() - due)
          : reject(new Error(`${address} answered ${reply.statusCode}`)),
      );
    }).on('error', reject);
  });
}

/** Open loop: requests leave at their times whether or not earlier ones were answered, so a slow answer hides no waiting. */
async function load(origin: string, paths: readonly string[], forSeconds: number): Promise<readonly number[]> {
  const total = perSecond * forSeconds;
  const from = performance.now() + 50;
  const asked: Promise<number>[] = [];
  while (asked.length < total) {
    const dueCount = Math.min(total, Math.floor(((performance.now() - from) / 1000) * perSecond) + 1);
    while (asked.length < dueCount) {
      const due = from + (asked.length * 1000) / perSecond;
      asked.push(ask(`${origin}${paths[asked.length % paths.length]}`, due));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return Promise.all(asked);
}

/** The p99 of each second of a run: their median tells what a second is like apart from what else the machine does now and then. */
function secondsOf(taken: readonly number[]): readonly number[] {
  return Array.from({ length: seconds }, (_, second) =>
    quantile(taken.slice(second * perSecond, (second + 1) * perSecond), 0.99),
  );
}

export const benchmark: Benchmark = {
  title: `the check over HTTP at ${perSecond} requests/s for ${seconds} s, open loop, timed from when each request was due; median of ${runs} runs`,
  aim: `p99 at most ${aimMilliseconds} ms`,
  async run() {
    const paths = await addresses();
    const taken: (readonly number[])[] = [];
    await onOwnGround(async ({ variables }) => {
      const { origin, child } = await startHouse(variables);
      try {
        await load(origin, paths, warmingSeconds);
        while (taken.length < runs) taken.push(await load(origin, paths, seconds));
      } finally {
        agent.destroy();
        await stop(child);
      }
    });
    const ofRuns = (q: number): readonly number[] => taken.map((run) => quantile(run, q));
    const p99 = median(ofRuns(0.99));
    return {
      p50Milliseconds: rounded(median(ofRuns(0.5))),
      p99Milliseconds: rounded(p99),
      bestRunP99Milliseconds: rounded(Math.min(...ofRuns(0.99))),
      worstRunP99Milliseconds: rounded(Math.max(...ofRuns(0.99))),
      medianSecondP99Milliseconds: rounded(median(taken.flatMap(secondsOf))),
      slowestMilliseconds: rounded(Math.max(...ofRuns(1))),
      requestsPerRun: perSecond * seconds,
      requestsPerSecond: perSecond,
      runs,
      addresses: paths.length,
      ratioToAim: rounded(p99 / aimMilliseconds),
    };
  },
};
