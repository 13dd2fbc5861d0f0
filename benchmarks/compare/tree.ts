import { execFile, type ExecFileException } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { checkout } from '../../building/checkout.ts';

const run = promisify(execFile);

/** Without what npm told the script that we are: another checkout's npm would take this folder for its own. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) && name !== 'INIT_CWD');
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((one) => !one.includes('node_modules'));
  return { ...Object.fromEntries(entries), PATH: path.join(delimiter) };
}

/** A command that failed, with what it said. */
export class Failed extends Error {}

interface More {
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

async function order(folder: string, program: string, words: readonly string[], more: More = {}): Promise<string> {
  try {
    const env = { ...plainEnvironment(), ...more.env };
    const { stdout } = await run(program, [...words], { ...more, cwd: folder, env, maxBuffer: 64 * 2 ** 20 });
    return stdout;
  } catch (error) {
    more.signal?.throwIfAborted();
    const { stderr = '', stdout = '', message } = error as ExecFileException & { stdout?: string; stderr?: string };
    throw new Failed([stderr, stdout, message].find((said) => said.trim() !== '')?.trim(), { cause: error });
  }
}

const git = (...words: readonly string[]): Promise<string> => order(checkout, 'git', words);

/** The tag before this commit; undefined when there is none. */
export async function previousTag(): Promise<string | undefined> {
  return git('describe', '--tags', '--abbrev=0', 'HEAD^').then(
    (tag) => tag.trim(),
    () => undefined,
  );
}

/** The commit that a name stands for. @throws Failed */
export async function commitOf(ref: string): Promise<string> {
  return (await git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`)).trim();
}

/** A checkout of another commit, and the signal by which Ctrl-C ends what is done with it. */
export interface Tree {
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** Gives the work a checkout of another commit, installed as `npm ci` does it; gone afterwards, after Ctrl-C too. @throws Failed */
export async function inTreeOf<T>(commit: string, work: (tree: Tree) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const { signal } = stopping;
  process.once('SIGINT', () => stopping.abort(new Failed('Stopped')));
  const above = await mkdtemp(join(tmpdir(), 'huijia-compare-'));
  const folder = join(above, 'older');
  try {
    await git('worktree', 'add', '--detach', folder, commit);
    await order(folder, 'npm', ['ci', '--no-audit', '--no-fund'], { signal });
    return await work({ folder, signal });
  } finally {
    await git('worktree', 'remove', '--force', folder).catch(() => undefined);
    await rm(above, { recursive: true, force: true });
    await git('worktree', 'prune').catch(() => undefined);
  }
}

/** What a benchmark of a checkout printed as JSON; undefined where that checkout has no such benchmark. @throws Failed */
export async function measuredIn({ folder, signal }: Tree, benchmark: string): Promise<unknown> {
  // One million is enough to compare, and the peers are no part of us.
  const env = { BENCH_MILLIONS: '1', BENCH_PEERS: 'none' };
  try {
    return JSON.parse(
      await order(folder, 'npm', ['run', '--silent', 'bench', '--', benchmark, '--json'], { env, signal }),
    );
  } catch (error) {
    const isUnknown = error instanceof Failed && /No benchmark|Missing script/.test(error.message);
    if (isUnknown) return undefined;
    throw error instanceof SyntaxError ? new Failed(`${benchmark} printed no JSON`, { cause: error }) : error;
  }
}
