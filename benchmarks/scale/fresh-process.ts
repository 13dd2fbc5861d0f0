import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Runs a script of ours in a process of its own, so that its memory and its first moments are its alone; gives what it prints as JSON. */
export async function inFreshProcess<Found>(script: URL, options: object = {}): Promise<Found> {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(script), JSON.stringify(options)], {
    maxBuffer: 64 * 2 ** 20,
  });
  return JSON.parse(stdout) as Found;
}

/** What the script was given. */
export function given(): unknown {
  return JSON.parse(process.argv[2] ?? '{}');
}

/**
 * The most memory that this process, all its threads together, has held so far, in GB. Where the system doesn't tell of the process alone,
 * its parent's at the start may count.
 */
export function peakGigabytes(): number {
  let kibibytes = process.resourceUsage().maxRSS;
  try {
    kibibytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? kibibytes);
  } catch {
    // No Linux.
  }
  return (kibibytes * 1024) / 1e9;
}

/**
 * Seconds of processor time that this process, all its threads together, has taken so far: on a busy machine they tell more than the clock.
 */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Workers as `huijia determine` would take: one a core. */
export const cores = availableParallelism();
