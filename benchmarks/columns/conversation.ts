import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Checksums, Ready, Run } from './contender.ts';

/**
 * A contender in another language: a program that loads the people once and then answers each order, a line, with a line of JSON. It
 * measures its time itself, so neither starting it nor talking with it counts.
 */
export interface Conversation {
  /** The program's answer to an order. Throws when it ends instead of answering. */
  ask(order: string): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

/** Starts the program and waits until it says that it is ready. Throws with what it wrote when it isn't. */
export async function converse(program: string, args: readonly string[]): Promise<Conversation> {
  const child: ChildProcessWithoutNullStreams = spawn(program, args, { stdio: 'pipe' });
  let complaint = '';
  child.stderr.on('data', (data: Buffer) => (complaint = (complaint + data.toString()).slice(-2000)));
  const failed = new Promise<never>((_, reject) => child.on('error', reject));
  failed.catch(() => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<Readonly<Record<string, unknown>>> => {
    const line = await Promise.race([lines.next(), failed]);
    if (line.done === true) throw new Error(`${program} ended without an answer: ${complaint.trim()}`);
    return JSON.parse(line.value) as Readonly<Record<string, unknown>>;
  };
  await answer();
  return {
    ask(order) {
      child.stdin.write(`${order}\n`);
      return answer();
    },
    async close() {
      if (child.exitCode !== null) return;
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

function runOf(answer: Readonly<Record<string, unknown>>): Run {
  const { milliseconds, eligible, amountFen } = answer;
  return {
    milliseconds: Number(milliseconds),
    totals: { eligible: Number(eligible), amountFen: BigInt(String(amountFen)), undetermined: 0 },
  };
}

/** Runs by one order; checksums by another, of a second program where the first keeps too little for them. */
export function readyBy(
  conversation: Conversation,
  orders: { readonly run: string; readonly check: string },
  keeping?: () => Promise<Conversation>,
): Ready {
  return {
    run: async () => runOf(await conversation.ask(orders.run)),
    async checksums() {
      const sums = async (from: Conversation): Promise<Checksums> =>
        Object.fromEntries(
          Object.entries(await from.ask(orders.check)).map(([key, sum]) => [key, BigInt(String(sum))]),
        );
      const own = await sums(conversation);
      const other = await keeping?.();
      if (other === undefined) return own;
      try {
        return { ...(await sums(other)), ...own };
      } finally {
        await other.close();
      }
    },
    close: () => conversation.close(),
  };
}

const execute = promisify(execFile);

/** What the command writes, or undefined where there is no such command or it fails. */
export async function output(command: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await execute(command, args, { timeout: 10_000 });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

/** Runs a command to its end. Throws with what it complained of. */
export async function order(command: string, args: readonly string[], timeoutSeconds: number): Promise<void> {
  await execute(command, args, { timeout: timeoutSeconds * 1000, maxBuffer: 2 ** 24 });
}
