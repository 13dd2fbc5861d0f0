import { inEveryLanguage } from '../values/language.ts';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout, inCheckout } from '../building/checkout.ts';
import { desksFound, desksFoundIn } from './staff-site/desks-found.ts';
import { OperatorFault } from '../building/operator-fault.ts';
import { words } from './words/made/all.ts';

const site = inCheckout('doors/staff-site');
const dist = join(site, 'dist');
const cache = inCheckout('node_modules/.cache');

/**
 * Builds the staff site when it is missing or was made from other sources.
 * @throws OperatorFault when it is missing and can't be built.
 */
export async function buildStaffSite(): Promise<void> {
  if (await isOfTheseSources()) return;
  const vite = inCheckout('node_modules/vite/bin/vite.js');
  if (await isThere(vite)) return buildWith(vite);
  // Installed without development parts: the site that was shipped is the newest there can be.
  if (!(await isThere(join(dist, 'index.html')))) throw notBuilt('');
}

/** Whether each file that the site was made from is still as it was then; the build writes them down. */
async function isOfTheseSources(): Promise<boolean> {
  const list = await readFile(join(dist, '.vite/made-from.json'), 'utf8').catch(() => undefined);
  if (list === undefined) return false;
  const { [desksFound]: found, ...files } = JSON.parse(list) as Readonly<Record<string, string>>;
  if (found !== desksFoundIn(checkout)) return false;
  const same = Object.entries(files).map(async ([path, digest]) => {
    const bytes = await readFile(inCheckout(path)).catch(() => undefined);
    return bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === digest;
  });
  return (await Promise.all(same)).every(Boolean);
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined;
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

function notBuilt(said: string): OperatorFault {
  return new OperatorFault(inEveryLanguage(words, (w) => w.siteNotBuilt({ said: said && `\n${said}` })));
}
