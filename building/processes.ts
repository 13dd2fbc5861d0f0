import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When the process was started, as text that only that process has (ticks since boot, or the date that `ps` prints); undefined when no such
 * process lives. A process id is used again after its process ends: compare this text before trusting one that was written down.
 */
export function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  // The second field is the program's name in brackets and may hold blanks: count from the last bracket (proc(5), field 22).
  const fields = readProc(pid, 'stat')?.split(') ').at(-1)?.split(' ');
  return fields?.[0] === 'Z' ? undefined : fields?.[19];
}

/** The command line of a living process. */
export function commandOf(pid: number): readonly string[] | undefined {
  if (process.platform !== 'linux') return ps(pid, 'command=')?.split(' ');
  return readProc(pid, 'cmdline')?.split('\0').filter(Boolean);
}

export function isAlive(pid: number): boolean {
  return startOf(pid) !== undefined;
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
