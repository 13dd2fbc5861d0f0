import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorFault } from '../building/operator-fault.ts';

const checkout = join(import.meta.dirname, '..');
const site = join(checkout, 'doors/staff-site');
const built = join(site, 'dist/index.html');

/** What the staff site is made of; a later change to any of it asks for a new build. */
const sources = [
  'doors/staff-site/src',
  'doors/staff-site/index.html',
  'doors/staff-site/vite.config.ts',
  'office',
  'values',
  'package-lock.json',
];

/**
 * Builds the staff site when it is missing or older than its sources. Returns whether it did.
 * @throws OperatorFault when it is missing and can't be built.
 */
export async function buildStaffSite(): Promise<boolean> {
  const builtAt = await changedAt(built);
  const newest = Math.max(...(await Promise.all(sources.map((source) => newestIn(join(checkout, source))))));
  if (builtAt >= newest) return false;
  const vite = join(checkout, 'node_modules/vite/bin/vite.js');
  if ((await changedAt(vite)) === 0) {
    // Installed without development parts: the site that was shipped is the newest there can be.
    if (builtAt > 0) return false;
    throw notBuilt('');
  }
  const child = spawn(process.execPath, [vite, 'build', site, '--logLevel', 'warn'], {
    cwd: checkout,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw notBuilt(said.trim());
  return true;
}

/** 0 when there is no such file. */
async function changedAt(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
}

async function newestIn(path: string): Promise<number> {
  const names = await readdir(path, { recursive: true }).catch(() => []);
  const isSource = (name: string): boolean => !/\.test\.tsx?$/.test(name) && /\.(?:tsx?|css|html)$/.test(name);
  return Math.max(
    await changedAt(path),
    ...(await Promise.all(names.filter(isSource).map((name) => changedAt(join(path, name))))),
  );
}

function notBuilt(said: string): OperatorFault {
  return new OperatorFault({
    zh: `工作人员页面没有构建成功。请运行 npm ci 和 npm run build。${said && `\n${said}`}`,
    en: `The staff site was not built. Run npm ci and npm run build.${said && `\n${said}`}`,
  });
}
