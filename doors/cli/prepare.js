// After installation: `npx huijia` finds the command in this checkout, the sources are compiled, and the staff site is built where its
// parts are there. Nothing here may make an installation fail: without development parts there is simply nothing to do.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');

/** npm links the commands of dependencies, not the package's own. */
function linkCommand() {
  const target = join(root, 'doors', 'cli', 'huijia.js');
  const link = join(bin, 'huijia');
  mkdirSync(bin, { recursive: true });
  rmSync(link, { force: true });
  chmodSync(target, 0o755);
  if (process.platform === 'win32') writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\doors\\cli\\huijia.js" %*\r\n');
  else symlinkSync(join('..', '..', 'doors', 'cli', 'huijia.js'), link);
}

/** Runs a program under the Node that the package pins: the one that runs npm may be older. Returns whether it went well. */
function run(...words) {
  const pinned = join(bin, 'node');
  const node = existsSync(pinned) ? pinned : process.execPath;
  return spawnSync(node, words, { cwd: root, stdio: 'inherit' }).status === 0;
}

function compile() {
  if (!existsSync(join(root, 'node_modules', 'typescript'))) return;
  if (!run(join(root, 'building', 'compiled', 'launch.js'))) console.warn('The sources were not compiled.');
}

function buildStaffSite() {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const site = join(root, 'doors', 'staff-site');
  if (!existsSync(vite) || !existsSync(join(site, 'index.html'))) return;
  if (!run(vite, 'build', site)) console.warn('The staff site was not built; `npm run build` says why.');
}

for (const step of [linkCommand, compile, buildStaffSite]) {
  try {
    step();
  } catch (error) {
    console.warn(`${step.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
