import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Keys } from '../identity/keys.ts';
import { openBytes, sealBytes } from '../identity/sealed.ts';

/** A file that was kept. */
interface KeptFile {
  /** SHA-256 of the content, hex: the file's name from now on. */
  readonly digest: string;
  /** Bytes of the content. */
  readonly size: number;
}

/** Files encrypted at rest, found by the digest of their content. */
export interface FileStore {
  /** Keeps the content; on the disk when it returns. The same content twice is one file. */
  put(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<KeptFile>;
  /** The content, or undefined when there is none. Throws when the file on the disk was changed. */
  get(digest: string): Promise<Buffer | undefined>;
  /** Whether the content is kept, without reading it. Whoever asks is about to name it: it counts as put in now. */
  has(digest: string): Promise<boolean>;
  /** Deletes what is not among the digests and was put in longer ago than that. Returns how many files went. */
  keepOnly(digests: Iterable<string>, olderThanMs: number): Promise<number>;
}

/** A file that was seen a moment ago is not asked for again: it counts as new for longer, and what is new is not swept. */
const mostSeen = 10_000;
const seenForMs = 3_600_000;

/**
 * The store in a folder, which is made if need be. Its file names tell nobody which content they hold. What was kept in the folder `before`
 * is still found there.
 */
export function fileStore(folder: string, keys: Keys, before?: string): FileStore {
  const nameOf = (digest: string): string => createHmac('sha256', keys.blind).update(`file ${digest}`).digest('hex');
  const placeIn = (inside: string, digest: string): string => {
    const name = nameOf(digest);
    return join(inside, name.slice(0, 2), name.slice(2, 4), name);
  };
  const placeOf = (digest: string): string => placeIn(folder, digest);
  const places = (digest: string): readonly string[] =>
    [folder, ...(before === undefined ? [] : [before])].map((inside) => placeIn(inside, digest));
  const seen = new Map<string, number>();
  const saw = (digest: string): void => {
    if (seen.size >= mostSeen) seen.clear();
    seen.set(digest, Date.now());
  };
  return {
    async put(content) {
      const bytes = content instanceof Uint8Array ? content : await collected(content);
      const digest = createHash('sha256').update(bytes).digest('hex');
      const place = placeOf(digest);
      if (!(await touched(place))) await writeWhole(place, sealBytes(keys, bytes, `file ${digest}`));
      saw(digest);
      return { digest, size: bytes.length };
    },
    async get(digest) {
      for (const place of places(digest)) {
        const sealed = await readFile(place).catch(absent);
        if (sealed !== undefined) return openBytes(keys, sealed, `file ${digest}`);
      }
      return undefined;
    },
    async has(digest) {
      if (Date.now() - (seen.get(digest) ?? 0) < seenForMs) return true;
      for (const place of places(digest)) {
        if (!(await touched(place))) continue;
        saw(digest);
        return true;
      }
      return false;
    },
    async keepOnly(digests, olderThanMs) {
      const named = new Set([...digests].map(nameOf));
      const moment = Date.now() - Math.max(olderThanMs, 2 * seenForMs);
      let gone = 0;
      for (const place of await filesWithin(folder))
        if (!named.has(basename(place)) && (await deleteOlder(place, moment))) gone += 1;
      return gone;
    },
  };
}

/** Whether the file is there; from now on it counts as new. */
async function touched(place: string): Promise<boolean> {
  const now = new Date();
  const there = await utimes(place, now, now).then(() => true, absent);
  return there === true;
}

/** Every file of a store, and what a power cut left half written. */
async function filesWithin(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(absent);
  return (entries ?? []).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/**
 * Moved aside before it is looked at once more: whoever puts it in meanwhile finds none and writes it anew, or has made it new and gets it
 * back.
 */
async function deleteOlder(place: string, moment: number): Promise<boolean> {
  if (!(await isOlder(place, moment))) return false;
  const aside = `${place}.${randomBytes(6).toString('hex')}`;
  if ((await rename(place, aside).then(() => true, absent)) !== true) return false;
  if (await isOlder(aside, moment)) {
    await rm(aside);
    return true;
  }
  await rename(aside, place);
  return false;
}

async function isOlder(place: string, moment: number): Promise<boolean> {
  const found = await stat(place).catch(absent);
  return found !== undefined && found.mtimeMs < moment;
}

async function collected(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** Whole or not at all, even when the power fails: written beside its place, flushed, moved, and the folder flushed. */
async function writeWhole(place: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const half = `${place}.${randomBytes(6).toString('hex')}`;
  const handle = await open(half, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, place);
  const folder = await open(dirname(place), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
