import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { RegisterInfo } from '../../rules/columns/shard.ts';
import { codeOf, isMissing, regularFile } from '../folder/file-fault.ts';
import { shardsFolder } from '../folder/layout.ts';
import {
  formatVersion,
  infoOf,
  type Manifest,
  manifestFile,
  readManifest,
  type ShardEntry,
} from '../folder/manifest.ts';
import { misfits } from '../folder/expected-files.ts';
import { problemAt, type RegisterProblem } from '../problem.ts';

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
 * Opens the register in the folder: its manifest, and that every file is there and has the length it had when it was written. What is in
 * the files, `checkShard` looks at shard by shard; `checkDigests` reads them all.
 */
export function openRegister(folder: string): RegisterOpened {
  const refuse = (problem: RegisterProblem): RegisterOpened => ({ kind: 'problems', problems: [problem] });
  let text: string;
  try {
    text = readFileSync(join(folder, manifestFile), 'utf8');
  } catch (error) {
    const why = codeOf(error);
    return refuse(
      isMissing(why)
        ? problemAt({ file: folder }, 'not-a-register')
        : problemAt({ file: manifestFile }, 'unreadable', { why }),
    );
  }
  const read = readManifest(text);
  if (read.kind === 'broken') return refuse(problemAt({ file: manifestFile }, 'manifest-broken', { why: read.why }));
  if (read.kind === 'other-version') {
    const versions = { found: read.found, known: String(formatVersion) };
    return refuse(problemAt({ file: manifestFile }, 'other-version', versions));
  }
  const { manifest } = read;
  const ofShards = manifest.shards.flatMap((shard) => [
    ...misfits(manifest, shard),
    ...Object.entries(shard.files).flatMap(([file, { bytes }]) => lengthProblem(folder, shard, file, bytes)),
  ]);
  // Where a shard is broken anyway, its rows in the manifest may be what is wrong.
  const problems = ofShards.length > 0 ? ofShards : contradictions(manifest);
  if (problems.length > 0) return { kind: 'problems', problems };
  const digest = createHash('sha256').update(text).digest('hex');
  return { kind: 'register', register: { folder, manifest, info: infoOf(manifest), digest } };
}

/** What a manifest says of the whole and its own shards, whose lengths are those of their files, contradict. */
function contradictions({ people, largestShard, shards }: Manifest): readonly RegisterProblem[] {
  const place = { file: manifestFile };
  const found = {
    people: shards.reduce((sum, { rows, guests }) => sum + rows - guests, 0),
    largest: shards.reduce((most, { rows }) => Math.max(most, rows), 0),
  };
  const told = (kind: 'wrong-people' | 'wrong-largest-shard', expected: number, is: number): RegisterProblem =>
    problemAt(place, kind, { expected: String(expected), found: String(is) });
  return [
    ...(people === found.people ? [] : [told('wrong-people', people, found.people)]),
    ...(largestShard === found.largest ? [] : [told('wrong-largest-shard', largestShard, found.largest)]),
  ];
}

function lengthProblem(folder: string, shard: ShardEntry, file: string, bytes: number): readonly RegisterProblem[] {
  const place = { file: shownPath(shard, file) };
  const found = regularFile(shardPath({ folder }, shard, file), place, 'file-missing');
  if ('problem' in found) return [found.problem];
  const { size } = found.stats;
  return size === bytes ? [] : [problemAt(place, 'wrong-length', { expected: String(bytes), found: String(size) })];
}

/** Reads every file of a shard and compares its checksum with the one of its writing. */
export function checkDigests(register: Register, shard: ShardEntry): readonly RegisterProblem[] {
  return Object.entries(shard.files)
    .filter(([file, entry]) => hexOf(crc32(readFileSync(shardPath(register, shard, file)))) !== entry.crc32)
    .map(([file]) => problemAt({ file: shownPath(shard, file) }, 'digest-differs'));
}

const hexOf = (checksum: number): string => checksum.toString(16).padStart(8, '0');
