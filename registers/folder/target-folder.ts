import { inEveryLanguage } from '../../values/language.ts';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { OperatorFault } from '../../building/operator-fault.ts';
import { makeFolder, makeOwnFolder } from './make-folder.ts';
import { words } from '../words/made/all.ts';

/**
 * The folder beside its place in which a register comes into being. Nobody reads it, and it is gone when the building ends or is given up.
 */
export interface TargetFolder {
  /** Becomes the register. */
  readonly register: string;
  /** For what is needed meanwhile. */
  readonly work: string;
  /** Puts the register in its place; an older one stays until the new one is whole. */
  keep(): void;
  discard(): void;
}

const mark = '.building-';

/**
 * Makes room beside `place`.
 * @throws OperatorFault when something is there and is not to be replaced, or when the folder can't be made.
 */
export function openTargetFolder(place: string, { replace }: { readonly replace: boolean }): TargetFolder {
  const target = resolve(place);
  const temporary = `${target}${mark}${process.pid}`;
  const [register, work] = [join(temporary, 'register'), join(temporary, 'work')];
  const make = <T>(step: () => T): T => {
    try {
      return step();
    } catch (cause) {
      throw notWritable(place, cause);
    }
  };
  make(() => {
    makeFolder(dirname(target));
    removeLeftovers(target);
  });
  if (existsSync(target) && !replace) throw alreadyThere(place);
  if (existsSync(target) && !mayBeReplaced(target)) throw notARegister(place);
  make(() => {
    rmSync(temporary, { recursive: true, force: true });
    for (const folder of [temporary, register, work]) makeOwnFolder(folder);
  });
  return {
    register,
    work,
    keep: () => {
      const older = join(temporary, 'older');
      if (existsSync(target)) renameSync(target, older);
      renameSync(register, target);
      rmSync(temporary, { recursive: true, force: true });
    },
    discard: () => rmSync(temporary, { recursive: true, force: true }),
  };
}

/** Only a register or an empty folder gives way: `--replace` is no way to delete anything else. */
function mayBeReplaced(target: string): boolean {
  if (existsSync(join(target, 'register.json'))) return true;
  try {
    return readdirSync(target).length === 0;
  } catch {
    return false;
  }
}

/**
 * What a killed building left behind, unless its process still runs. An older register that was just being put aside goes back to its
 * place.
 */
function removeLeftovers(target: string): void {
  const [folder, prefix] = [dirname(target), `${basename(target)}${mark}`];
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
    const older = join(folder, name, 'older');
    if (existsSync(older) && !existsSync(target)) renameSync(older, target);
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function alreadyThere(place: string): OperatorFault {
  return new OperatorFault(inEveryLanguage(words, (w) => w.folder.isThere({ place })));
}

function notARegister(place: string): OperatorFault {
  return new OperatorFault(inEveryLanguage(words, (w) => w.folder.notRegister({ place })));
}

function notWritable(place: string, cause: unknown): OperatorFault {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new OperatorFault(
    inEveryLanguage(words, (w) => w.folder.notMade({ place, why })),
    { cause },
  );
}
