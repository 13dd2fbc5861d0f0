import { inEveryLanguage } from '../../values/language.ts';
import { createHash, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorFault } from '../operator-fault.ts';
import { words } from '../words/made/all.ts';

/**
 * The keys of one owner of data, all derived from the house's master keys (HKDF-SHA-256), each for one use. As KeyObjects: a cipher or HMAC
 * made from bytes takes Node four times as long (measured: HMAC 2.4 µs against 14, AES-GCM 4 against 19).
 */
export interface Keys {
  /** What new secrets are sealed with. */
  readonly sealing: SealingKey;
  /** All keys that may have sealed what is stored, by their id. */
  readonly opening: ReadonlyMap<string, KeyObject>;
  /** For blind indexes; it must not change while the owner's data live, so it comes from the oldest master key. */
  readonly blind: KeyObject;
}

/**
 * The keys of a house that holds the data of several owners: what one of them sealed opens for no other, and no blind index tells who is in
 * both.
 */
export interface KeyRing {
  /** The password of the doors' database role. */
  readonly doorPassword: string;
  /** The keys of one owner of data. */
  of(owner: string): Keys;
  /**
   * The keys of an owner whose data are older than owners' keys: what the house's one key sealed still opens, and the blind indexes stay
   * those of that key. What is sealed from now on takes the owner's own.
   */
  ofFirst(owner: string): Keys;
}

interface SealingKey {
  /** Eight hex digits that tell which key sealed. */
  readonly id: string;
  readonly key: KeyObject;
}

const masterBytes = 32;

/**
 * The ring from `HUIJIA_KEY` (32 bytes in base64; several with commas, newest first, while keys are being changed), else from the data
 * folder, where they are made at the first start and readable by their owner alone.
 * @throws OperatorFault when `HUIJIA_KEY` is no such key.
 */
export async function loadKeys(dataFolder: string, given: string | undefined): Promise<KeyRing> {
  const masters =
    given === undefined || given === '' ? [await keptMaster(dataFolder)] : given.split(',').map(readMaster);
  return keyRing(masters);
}

/** The ring of these masters, newest first. */
export function keyRing(masters: readonly Buffer[]): KeyRing {
  const newest = masters[0];
  const oldest = masters.at(-1);
  if (newest === undefined || oldest === undefined) throw new Error('A house has at least one master key');
  const keysOf = (owner: string, openers: readonly SealingKey[], blindUse: string): Keys => ({
    sealing: sealingKey(newest, `sealing ${owner}`),
    opening: new Map(openers.map(({ id, key }) => [id, key])),
    blind: createSecretKey(derived(oldest, blindUse)),
  });
  const openersOf = (use: string): SealingKey[] => masters.map((master) => sealingKey(master, use));
  return {
    doorPassword: derived(oldest, 'door password').toString('base64url'),
    of: (owner) => keysOf(owner, openersOf(`sealing ${owner}`), `blind index ${owner}`),
    ofFirst: (owner) => keysOf(owner, [...openersOf(`sealing ${owner}`), ...openersOf('sealing')], 'blind index'),
  };
}

function sealingKey(master: Buffer, use: string): SealingKey {
  const key = derived(master, use);
  return { id: createHash('sha256').update(key).digest('hex').slice(0, 8), key: createSecretKey(key) };
}

function derived(master: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, 'huijia', use, 32));
}

function readMaster(text: string): Buffer {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length === masterBytes) return bytes;
  throw new OperatorFault(inEveryLanguage(words, (w) => w.key));
}

async function keptMaster(dataFolder: string): Promise<Buffer> {
  const file = join(dataFolder, 'master.key');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return readMaster(kept);
  await writeOnce(file, `${randomBytes(masterBytes).toString('base64')}\n`);
  return readMaster(await readFile(file, 'utf8'));
}

/** Whole and on the disk, or not at all; of two processes at once the first one's stays, for two keys would part the house. */
async function writeOnce(file: string, text: string): Promise<void> {
  const half = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(half, 'wx', 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  try {
    await link(half, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(half);
  }
}
