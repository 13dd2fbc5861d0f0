import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { keyRing } from '../identity/keys.ts';
import { fileStore } from './store.ts';

const folder = await mkdtemp(join(tmpdir(), 'huijia-files-'));
afterAll(() => rm(folder, { recursive: true }));
const master = randomBytes(32);
const store = fileStore(folder, keyRing([master]).of('a'));

async function filesOnDisk(): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const found = await Promise.all(
    names.map(async (name) => ((await stat(join(folder, name))).isFile() ? join(folder, name) : '')),
  );
  return found.filter(Boolean);
}

test('a photo comes back as it was, and neither its bytes nor its digest stand on the disk', async () => {
  const photo = Buffer.from('出生医学证明'.repeat(1000));
  const kept = await store.put(photo);
  expect(kept).toEqual({ digest: createHash('sha256').update(photo).digest('hex'), size: photo.length });
  expect((await store.get(kept.digest))?.equals(photo)).toBe(true);
  const [file = ''] = await filesOnDisk();
  expect(file).not.toContain(kept.digest);
  expect((await readFile(file)).includes('出生')).toBe(false);
});

test('the same content twice, and at the same moment, is one file', async () => {
  const before = (await filesOnDisk()).length;
  const content = randomBytes(50_000);
  const kept = await Promise.all([
    store.put(content),
    store.put(Readable.from([content.subarray(0, 7), content.subarray(7)])),
    store.put(content),
  ]);
  expect(new Set(kept.map(({ digest }) => digest)).size).toBe(1);
  expect((await filesOnDisk()).length).toBe(before + 1);
});

test('what nobody put in is not there', async () => {
  expect(await store.get('0'.repeat(64))).toBeUndefined();
});

test('what nobody names any more goes, once it is old enough; what is put in again meanwhile stays', async () => {
  const [named, taken, fresh] = await Promise.all(
    ['named', 'taken out', 'just put in'].map((text) => store.put(Buffer.from(text))),
  );
  const other = await store.put(Buffer.from('put in again'));
  for (const file of await filesOnDisk()) await utimes(file, new Date(0), new Date(0));
  await store.put(Buffer.from('just put in'));
  await store.put(Buffer.from('put in again'));
  const before = (await filesOnDisk()).length;
  const gone = await store.keepOnly([named?.digest ?? ''], 60_000);
  expect((await filesOnDisk()).length).toBe(before - gone);
  const there = await Promise.all([named, taken, fresh, other].map((kept) => store.get(kept?.digest ?? '')));
  expect(there.map((bytes) => bytes !== undefined)).toEqual([true, false, true, true]);
});

test('files from before a county had a folder of its own still open, and no other county’s are swept', async () => {
  const keys = keyRing([master]);
  const { digest } = await store.put(Buffer.from('kept in the folder of all'));
  const own = fileStore(join(folder, '990101'), keys.of('a'), folder);
  expect(String(await own.get(digest))).toBe('kept in the folder of all');
  expect(await own.has(digest)).toBe(true);
  expect(await own.keepOnly([], 0)).toBe(0);
  expect(await own.has(digest)).toBe(true);
});

test('a file changed on the disk does not open', async () => {
  const { digest } = await store.put(Buffer.from('original'));
  for (const file of await filesOnDisk()) {
    const bytes = await readFile(file);
    bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1);
    await writeFile(file, bytes);
  }
  await expect(store.get(digest)).rejects.toThrow();
});

test('after a change of keys old files still open', async () => {
  const { digest } = await store.put(Buffer.from('kept under the first key'));
  const later = fileStore(folder, keyRing([randomBytes(32), master]).of('a'));
  expect(String(await later.get(digest))).toBe('kept under the first key');
});
