import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkout } from '../building/checkout.ts';
import { openShelf } from '../office/benefits/law/packs.ts';
import { samplePeople } from '../sample-county/clerks.ts';
import { day } from '../values/day.ts';
import { journeyDay } from './house.ts';
import { clerkAt, type Program } from './program.ts';

// `npm start` is killed while it works, and started again: nothing is lost. Two on one folder: the second says so and leaves.

const folder = await mkdtemp(join(tmpdir(), 'huijia-restart-'));
const { scripts } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8')) as {
  scripts: { start: string };
};
const [, ...words] = scripts.start.split(' ');
const people = samplePeople(day(journeyDay), 'small');
const clerk = people.receiverOf('may-apply');
const started: ChildProcess[] = [];

afterAll(async () => {
  for (const child of started) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  }
  await rm(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  readonly said: () => string;
}

/** What `npm start` runs, on the journey's folder. */
function start(): Started {
  const env = {
    ...process.env,
    HUIJIA_DATA: folder,
    HUIJIA_SAMPLE: 'small',
    HUIJIA_NOW: journeyDay,
    PORT: '0',
    DATABASE_URL: '',
  };
  const child = spawn(process.execPath, words, { cwd: checkout, env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (said += part));
  return { child, said: () => said };
}

/** The address it prints once it is ready. */
async function ready({ child, said }: Started): Promise<string> {
  await expect
    .poll(() => (child.exitCode === null ? said() : `ended: ${said()}`), { timeout: 60_000 })
    .toMatch(/http:\/\/localhost:\d+\/open[\s\S]*就绪/);
  return /http:\/\/localhost:\d+/.exec(said())?.[0] ?? '';
}

async function signedIn(origin: string): Promise<Program> {
  return clerkAt({ origin }, clerk);
}

const family = people.family('may-apply');
const submissionKey = randomUUID();
let receipt: unknown;

test('the first start fills the folder, prints the addresses and who one can be, and takes an application', async () => {
  const first = start();
  const origin = await ready(first);
  expect(first.said()).toContain('160 0000 0001');
  expect(first.said()).toContain(
    clerk.signInName === 'chenguiying' ? clerk.signInName : people.clerks.townshipReviewer.signInName,
  );
  const program = await signedIn(origin);
  const applied = await apply(program);
  expect(applied.status).toBe(201);
  receipt = applied.body['receipt'];

  const second = start();
  const [code] = (await once(second.child, 'exit')) as [number];
  expect(code).toBe(1);
  expect(second.said()).toMatch(/已在这个数据文件夹上运行[\s\S]*already runs on this data folder/);

  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
});

test('started again after kill -9, it has what it had: the receipt, and one case for the form', async () => {
  const again = start();
  const origin = await ready(again);
  const program = await signedIn(origin);
  const posted = await apply(program);
  expect(posted).toMatchObject({ status: 200, body: { receipt } });
  const { body } = await program.get(`/api/office/cases?q=${encodeURIComponent(String(receipt))}`);
  expect(body['lines']).toHaveLength(1);
  again.child.kill('SIGTERM');
  const [code] = (await once(again.child, 'exit')) as [number];
  expect(code).toBe(0);
});

async function apply(program: Program) {
  const [pack] = (await openShelf()).packs;
  return program.post('/api/office/counter/applications', {
    policy: pack?.info.policy,
    period: journeyDay.slice(0, 4),
    submissionKey,
    subject: { id: family.child },
    applicant: { id: family.person },
    account: { id: family.account },
    photos: [],
    answers: {},
    purpose: 'apply',
  });
}
