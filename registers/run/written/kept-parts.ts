import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { PartPlan } from '../../table/parquet.ts';

/** A shard that was done, by this run or by one before it that was cut off. */
export interface KeptPart<T> {
  readonly index: number;
  readonly tally: T;
  readonly plan: PartPlan;
}

const whole = z.number().int().nonnegative();
const chunk = z.strictObject({
  dictionaryAt: whole.optional(),
  pageAt: whole,
  values: whole,
  plainBytes: whole,
  bytes: whole,
});
const plan = z.strictObject({
  bytes: whole,
  groups: z.array(z.strictObject({ rows: whole, chunks: z.array(chunk) })),
});
const description = z.strictObject({ index: whole, tally: z.unknown(), plan, crc32: z.number() });

export const partPath = (folder: string, shard: string): string => join(folder, `${shard}.part`);
const descriptionEnd = '.kept.json';

/** Whole numbers of any size as texts, maps as objects. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => {
    if (typeof one === 'bigint') return String(one);
    return one instanceof Map ? Object.fromEntries(one) : one;
  });

/**
 * Keeps a part that was written whole, at `written`: it counts from the moment that its description has its name, and by then both are on
 * the disk.
 */
export function keepPart<T>(folder: string, shard: string, written: string, part: KeptPart<T>): void {
  toDisk(written);
  renameSync(written, partPath(folder, shard));
  writeWhole(folder, `${shard}${descriptionEnd}`, toJson({ ...part, crc32: checksumOf(partPath(folder, shard)) }));
}

/** Writes a file of which, whatever happens, all is there under its name or nothing. */
export function writeWhole(folder: string, name: string, text: string): void {
  const writing = join(folder, `${name}.writing`);
  writeFileSync(writing, text, { mode: 0o600 });
  toDisk(writing);
  renameSync(writing, join(folder, name));
  // The names themselves; some systems can't do that for a folder, and then keep their order.
  try {
    toDisk(folder);
  } catch {}
}

/** The parts of which the description is whole and the bytes are those that were written; the shards of all others are worked again. */
export function keptParts<T>(folder: string, tallies: z.ZodType<T>): readonly KeptPart<T>[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(descriptionEnd))
    .flatMap((name) => {
      const read = description.safeParse(jsonIn(join(folder, name)));
      const tally = tallies.safeParse(read.data?.tally);
      if (!read.success || !tally.success) return [];
      const isWhole = checksumOf(partPath(folder, name.slice(0, -descriptionEnd.length))) === read.data.crc32;
      return isWhole ? [{ index: read.data.index, tally: tally.data, plan: read.data.plan as PartPlan }] : [];
    });
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** CRC-32 of a file, undefined where it can't be read: 4 GB/s, against the decayed and the cut short. */
function checksumOf(path: string): number | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    const block = Buffer.allocUnsafe(1024 * 1024);
    let sum = 0;
    for (;;) {
      const count = readSync(handle, block, 0, block.length, null);
      if (count === 0) return sum;
      sum = crc32(block.subarray(0, count), sum);
    }
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function toDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
