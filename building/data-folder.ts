import { inEveryLanguage } from '../values/language.ts';
import { chmod, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorFault } from './operator-fault.ts';
import { startOf } from './processes.ts';
import { words } from './words/made/all.ts';

/** The folder where one house keeps what it must not lose, held by one process at a time. */
export interface DataFolder {
  readonly path: string;
  release(): Promise<void>;
}

/**
 * Makes the folder if need be and holds it for this process.
 * @throws OperatorFault when another living process holds it.
 */
export async function holdDataFolder(path: string): Promise<DataFolder> {
  await makeDataFolder(path);
  const lock = join(path, 'held-by');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await writeOnce(lock, `${process.pid}\n${startOf(process.pid) ?? ''}\n`)) {
      return { path, release: () => rm(lock, { force: true }) };
    }
    const holder = await livingHolder(lock);
    if (holder !== undefined) throw heldBy(path, holder);
    await rm(lock, { force: true });
  }
  throw heldBy(path, undefined);
}

const passThrough = 0o011;

/**
 * Makes the folder. Root's may be passed through (not listed) by the user PostgreSQL runs as, also one that was there; secrets within are
 * closed file by file.
 * @throws OperatorFault when it can't be made.
 */
export async function makeDataFolder(path: string): Promise<void> {
  try {
    const isRoot = process.getuid?.() === 0;
    await mkdir(path, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
    const { mode, uid } = await stat(path);
    if (isRoot && uid === 0) await chmod(path, mode | passThrough);
  } catch (error) {
    throw new OperatorFault(
      inEveryLanguage(words, (w) => w.dataFolder.unusable({ path })),
      { cause: error },
    );
  }
}

async function writeOnce(file: string, text: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(text);
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new OperatorFault(
      inEveryLanguage(words, (w) => w.dataFolder.notWritable({ file })),
      { cause: error },
    );
  }
}

async function livingHolder(lock: string): Promise<number | undefined> {
  const [pid = '', started = ''] = (await readFile(lock, 'utf8').catch(() => '')).split('\n');
  const number = Number(pid);
  return number > 0 && startOf(number) === started ? number : undefined;
}

function heldBy(path: string, pid: number | undefined): OperatorFault {
  const who = pid === undefined ? '' : String(pid);
  return new OperatorFault(
    inEveryLanguage(words, (w) => (who ? w.dataFolder.inUseBy({ process: who, path }) : w.dataFolder.inUse({ path }))),
  );
}
