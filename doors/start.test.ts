import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkout } from '../building/checkout.ts';
import { runningServer } from '../building/database/server/orphan.ts';

const base = await mkdtemp(join(tmpdir(), 'huijia-start-'));
const alive = new Set<ChildProcess>();

afterAll(async () => {
  for (const child of alive) child.kill('SIGKILL');
  await rm(base, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  /** What it has said so far. */
  said(): string;
  /** Fulfilled with what it had said when this text appeared; fails when it ends before. */
  until(text: string): Promise<string>;
  /** Its exit status. */
  readonly ended: Promise<number | null>;
}

type Variables = Readonly<Record<string, string>>;

/** `npm start`, as npm runs it, on a data folder of its own. */
function start(variables: Variables, script = 'doors/start.ts'): Started {
  const child = spawn(process.execPath, ['building/compiled/launch.js', script], {
    cwd: checkout,
    env: {
      ...process.env,
      DATABASE_URL: '',
      PORT: '0',
      HUIJIA_SAMPLE: 'none',
      HUIJIA_DATA: join(base, 'data'),
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, 'close').then(([code]) => {
    alive.delete(child);
    return code as number | null;
  });
  const until = (wanted: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (text.includes(wanted)) resolve(text);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`It ended and said only: ${text}`)));
    });
  return { child, said: () => text, until, ended };
}

const ready = 'Huijia is ready';

function addressIn(said: string): string {
  return /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';
}

const founding = `
bank:
  payer: { name: 建德市财政局惠民补贴专户, account: "330182000000000001", bank: 建德农商银行 }
divisions:
  - code: "330182000000"
    name: { zh: 建德市, en: Jiande }
    staff:
      - { name: 王芳, signIn: wang.fang, duties: [administer] }
`;

test(
  'a real county starts, lets its first administrator in, refuses a second start, survives a kill -9 and stops cleanly',
  { timeout: 120_000 },
  async () => {
    const file = join(base, 'offices.yaml');
    await writeFile(file, founding);
    const county = { HUIJIA_COUNTY: '330182', HUIJIA_FOUNDING: file };

    const first = start(county);
    const said = await first.until(ready);
    const password = /wang\.fang\s+(\S+)/.exec(said)?.[1] ?? '';
    expect(await signIn(addressIn(said), password)).toBe(200);

    const second = start(county);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain('惠家已在这个数据文件夹上运行');

    first.child.kill('SIGKILL');
    await first.ended;
    const third = start(county);
    const again = await third.until(ready);
    expect(again).not.toContain('wang.fang');
    expect(await signIn(addressIn(again), password)).toBe(200);

    const worker = start(county, 'doors/worker/start.ts');
    await worker.until('The worker is ready');
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);

    third.child.kill('SIGINT');
    expect(await third.ended).toBe(0);

    const sampled = start({ HUIJIA_SAMPLE: 'small' });
    expect(await sampled.ended).toBe(1);
    expect(sampled.said()).toContain('数据库里有真实的县（330182）');
    expect(await runningServer(join(base, 'data', 'postgres'))).toBeUndefined();
  },
);

async function signIn(address: string, password: string): Promise<number> {
  const answer = await fetch(`${address}/api/office/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName: 'wang.fang', password }),
  });
  await answer.text();
  return answer.status;
}

async function takenPort(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

test('a port that is taken: a sentence, status 1, and no database left running', { timeout: 60_000 }, async () => {
  const { server, port } = await takenPort();
  const folder = join(base, 'port');
  const started = start({ PORT: String(port), HUIJIA_DATA: folder });
  expect(await started.ended).toBe(1);
  server.close();
  expect(started.said()).toContain(`端口 ${port} 已被占用`);
  expect(await runningServer(join(folder, 'postgres'))).toBeUndefined();
  await expect(readFile(join(folder, 'held-by'))).rejects.toThrow('ENOENT');
});

test.each([
  [{ PORT: 'many' }, 'PORT must be a number'],
  [{ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' }, 'can’t be reached'],
  [{ HUIJIA_KEY: 'short' }, 'HUIJIA_KEY must be 32 bytes'],
  [{ HUIJIA_FOUNDING: '/nowhere/offices.yaml' }, 'can’t be read'],
  [{ HUIJIA_NOW: '2026-02-02' }, 'sample county only'],
])('%j: two sentences and status 1, without a stack', { timeout: 60_000 }, async (variables, sentence) => {
  const started = start({ HUIJIA_DATA: join(base, 'refused'), ...variables });
  expect(await started.ended).toBe(1);
  const lines = started.said().trim().split('\n');
  expect(lines.at(-1)?.replaceAll("'", '’')).toContain(sentence);
  expect(started.said()).not.toMatch(/^\s+at /m);
});
