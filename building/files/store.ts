import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
  /** Whether the content is kept, without reading it. */
  has(digest: string): Promise<boolean>;
}

/** Digests of files that were seen on the disk, not asked for again: nothing is ever taken away. */
const mostSeen = 10_000;

/** The store in a folder, which is made if need be. Its file names tell nobody which content they hold. */
export function fileStore(folder: string, keys: Keys): FileStore {
  const placeOf = (digest: string): string => {
    const name = createHmac('sha256', keys.blind).update(`file ${digest}`).digest('hex');
    return join(folder, name.slice(0, 2), name.slice(2, 4), name);
  };
  const seen = new Set<string>();
  const saw = (digest: string): void => {
    if (seen.size >= mostSeen) seen.clear();
    seen.add(digest);
  };
  return {
    async put(content) {
      const bytes = content instanceof Uint8Array ? content : await collected(content);
      const digest = createHash('sha256').update(bytes).digest('hex');
      const place = placeOf(digest);
      if (!(await stat(place).catch(() => undefined)))
        await writeWhole(place, sealBytes(keys, bytes, `file ${digest}`));
      saw(digest);
      return { digest, size: bytes.length };
    },
    async get(digest) {
      const sealed = await readFile(placeOf(digest)).catch(absent);
      return sealed && openBytes(keys, sealed, `file ${digest}`);
    },
    async has(digest) {
      if (!seen.has(digest) && (await stat(placeOf(digest)).catch(absent)) !== undefined) saw(digest);
      return seen.has(digest);
    },
  };
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
