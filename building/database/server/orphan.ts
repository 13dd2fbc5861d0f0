import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandOf, isAlive } from '../../processes.ts';

/** What a living server wrote down about itself in `postmaster.pid` (PostgreSQL: miscadmin.h, LOCK_FILE_LINE_*). */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly sockets: string;
}

/** The server that runs on this cluster, or undefined. A process id that another program has by now is not it. */
export async function runningServer(folder: string): Promise<RunningServer | undefined> {
  const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!(pid > 0)) return undefined;
  const command = commandOf(pid) ?? [];
  const ours = basename(command[0] ?? '') === 'postgres' && command.includes(folder);
  return ours ? { pid, port: Number(lines[3]), sockets: (lines[4] ?? '').trim() } : undefined;
}

/**
 * Stops the server that a killed process left behind, so that ours can start. Its commits are safe: a fast shutdown, and after 10 s an
 * immediate one. The caller holds the data folder, so the server found here has no living master.
 */
export async function stopOrphan(folder: string): Promise<void> {
  const orphan = await runningServer(folder);
  if (orphan === undefined) {
    await disownProcessId(folder);
    return;
  }
  process.kill(orphan.pid, 'SIGINT');
  const patience = performance.now() + 10_000;
  for (let pressed = false; isAlive(orphan.pid); await pause(15)) {
    if (pressed || performance.now() < patience) continue;
    process.kill(orphan.pid, 'SIGQUIT');
    pressed = true;
  }
  if (basename(orphan.sockets).startsWith('huijia-')) await rm(orphan.sockets, { recursive: true, force: true });
}

const noSuchProcess = 2_147_483_646;

/**
 * After a crash the number in `postmaster.pid` may belong to another program by now, and PostgreSQL would refuse to start. Only the number
 * is replaced: the other lines let PostgreSQL check that no backend of the dead server still writes.
 */
async function disownProcessId(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  const [pid, ...rest] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  if (Number(pid) > 0 && isAlive(Number(pid))) await writeFile(file, [noSuchProcess, ...rest].join('\n'));
}
