import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorFault } from '../building/operator-fault.ts';

const checkout = join(import.meta.dirname, '..');
const site = join(checkout, 'doors/staff-site');
const dist = join(site, 'dist');
const cache = join(checkout, 'node_modules/.cache');

/** What the staff site is made of; a later change to any of it asks for a new build. */
const sources = [
  'doors/staff-site/src',
  'doors/staff-site/index.html',
  'doors/staff-site/vite.config.ts',
  'office',
  'values',
  'package-lock.json',
];
/** Of the office: its staff screens, and what they are told. */
const notShown = /^office\/(?!.*(?:\/screens\/staff\/|\/words\/|\/contract\.ts$|\/case\.ts$))/;

/**
 * Builds the staff site when it is missing or older than its sources. Returns whether it did.
 * @throws OperatorFault when it is missing and can't be built.
 */
export async function buildStaffSite(): Promise<boolean> {
  const builtAt = await changedAt(join(dist, 'index.html'));
  const newest = Math.max(...(await Promise.all(sources.map(newestIn))));
  if (builtAt >= newest) return false;
  const vite = join(checkout, 'node_modules/vite/bin/vite.js');
  if ((await changedAt(vite)) > 0) {
    await buildWith(vite);
    return true;
  }
  // Installed without development parts: the site that was shipped is the newest there can be.
  if (builtAt === 0) throw notBuilt('');
  return false;
}

/** Built beside its place and moved there whole: another start may be serving the one in place, or building one itself. */
async function buildWith(vite: string): Promise<void> {
  const fresh = join(cache, `staff-site-${process.pid}`);
  const old = `${fresh}-old`;
  await mkdir(cache, { recursive: true });
  const child = spawn(
    process.execPath,
    [vite, 'build', site, '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'],
    {
      cwd: checkout,
      // Tests run with NODE_ENV=test, under which React is built for development: a third larger, and slower.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw notBuilt(said.trim());
  await rename(dist, old).catch(ignoring('ENOENT'));
  await rename(fresh, dist).catch(ignoring('ENOTEMPTY', 'EEXIST'));
  for (const folder of [fresh, old]) await rm(folder, { recursive: true, force: true });
}

function ignoring(...codes: readonly string[]): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (!codes.includes(error.code ?? '')) throw error;
  };
}

/** 0 when there is no such file. */
async function changedAt(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
}

async function newestIn(source: string): Promise<number> {
  const path = join(checkout, source);
  const names = await readdir(path, { recursive: true }).catch(() => undefined);
  if (names === undefined) return changedAt(path);
  const shown = names.filter(
    (name) => /(?<!\.test)\.(?:tsx?|css|html|json)$/.test(name) && !notShown.test(`${source}/${name}`),
  );
  return Math.max(0, ...(await Promise.all(shown.map((name) => changedAt(join(path, name))))));
}

function notBuilt(said: string): OperatorFault {
  return new OperatorFault({
    zh: `工作人员页面没有构建成功。请运行 npm ci 和 npm run build。${said && `\n${said}`}`,
    en: `The staff site was not built. Run npm ci and npm run build.${said && `\n${said}`}`,
  });
}
