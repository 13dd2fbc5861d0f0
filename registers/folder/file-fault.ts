import { type Stats, statSync } from 'node:fs';
import { type Place, problemAt, type RegisterProblem } from '../problem.ts';

/** The system's code for what went wrong (`ENOENT`), or the first line of what was said. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : (error.message.split('\n')[0] ?? '');
}

/** Whether the system says that nothing is there. */
export const isMissing = (code: string): boolean => code === 'ENOENT' || code === 'ENOTDIR';

/** What the system says of a regular file, or why there is none to read. `missing` is how it is told that nothing is there. */
export function regularFile(
  path: string,
  place: Place,
  missing: 'no-such-file' | 'file-missing',
): { readonly stats: Stats } | { readonly problem: RegisterProblem } {
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch (error) {
    const why = codeOf(error);
    return { problem: isMissing(why) ? problemAt(place, missing) : problemAt(place, 'unreadable', { why }) };
  }
  if (stats.isDirectory()) return { problem: problemAt(place, 'is-a-folder') };
  return stats.isFile() ? { stats } : { problem: problemAt(place, 'no-file') };
}
