import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { RegisterInfo } from '../rules/columns/shard.ts';
import { shardsFolder } from './layout.ts';
import { formatVersion, infoOf, type Manifest, manifestFile, readManifest, type ShardEntry } from './manifest.ts';
import { misfits } from './expected-files.ts';
import { problemAt, type RegisterProblem } from './problem.ts';

/** A register that was found whole: every file that its manifest names is there with its length. */
export interface Register {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly info: RegisterInfo;
  /** SHA-256 of the manifest, which holds the checksums of all files: names the exact register that was used. */
  readonly digest: string;
}

export type RegisterOpened =
  | { readonly kind: 'register'; readonly register: Register }
  | { readonly kind: 'problems'; readonly problems: readonly RegisterProblem[] };

export const shardPath = (register: Pick<Register, 'folder'>, shard: Pick<ShardEntry, 'name'>, file: string): string =>
  join(register.folder, shardsFolder, shard.name, file);

/** How a file of a shard is named in a problem. */
export const shownPath = (shard: Pick<ShardEntry, 'name'>, file: string): string =>
  `${shardsFolder}/${shard.name}/${file}`;

/**
 * Opens the register in the folder: its manifest, and that every file is there and has the length it had when it was written. What is in the files,
 * `checkShard` looks at shard by shard; `checkDigests` reads them all.
 */
export function openRegister(folder: string): RegisterOpened {
  const refuse = (problem: RegisterProblem): RegisterOpened => ({ kind: 'problems', problems: [problem] });
  let text: string;
  try {
    text = readFileSync(join(folder, manifestFile), 'utf8');
  } catch {
    return refuse(problemAt({ file: folder }, 'not-a-register'));
  }
  const read = readManifest(text);
  if (read.kind === 'broken') return refuse(problemAt({ file: manifestFile }, 'manifest-broken', { why: read.why }));
  if (read.kind === 'other-version') {
    const versions = { found: read.found, known: String(formatVersion) };
    return refuse(problemAt({ file: manifestFile }, 'other-version', versions));
  }
  const { manifest } = read;
  const problems = manifest.shards.flatMap((shard) => [
    ...misfits(manifest, shard),
    ...Object.entries(shard.files).flatMap(([file, { bytes }]) => lengthProblem(folder, shard, file, bytes)),
  ]);
  if (problems.length > 0) return { kind: 'problems', problems };
  const digest = createHash('sha256').update(text).digest('hex');
  return { kind: 'register', register: { folder, manifest, info: infoOf(manifest), digest } };
}

function lengthProblem(folder: string, shard: ShardEntry, file: string, bytes: number): readonly RegisterProblem[] {
  const found = statSync(shardPath({ folder }, shard, file), { throwIfNoEntry: false })?.size;
  if (found === bytes) return [];
  const place = { file: shownPath(shard, file) };
  if (found === undefined) return [problemAt(place, 'file-missing')];
  return [problemAt(place, 'wrong-length', { expected: String(bytes), found: String(found) })];
}

/** Reads every file of a shard and compares its checksum with the one of its writing. */
export function checkDigests(register: Register, shard: ShardEntry): readonly RegisterProblem[] {
  return Object.entries(shard.files)
    .filter(([file, entry]) => hexOf(crc32(readFileSync(shardPath(register, shard, file)))) !== entry.crc32)
    .map(([file]) => problemAt({ file: shownPath(shard, file) }, 'digest-differs'));
}

const hexOf = (checksum: number): string => checksum.toString(16).padStart(8, '0');
