import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { LinkTable, RegisterInfo, Shard } from '../rules/columns/shard.ts';
import type { Day } from '../values/day.ts';
import { type ColumnShape, ColumnStats } from './open/column-stats.ts';
import {
  assertLittleEndian,
  columnFile,
  divisionFiles,
  guestFiles,
  householdFiles,
  idFiles,
  linkFiles,
  linkRelations,
  shardsFolder,
} from './folder/layout.ts';
import { type FileEntry, formatVersion, type Manifest, manifestFile, type ShardEntry } from './folder/manifest.ts';
import { openTargetFolder, type TargetFolder } from './folder/target-folder.ts';

/** What holds of a register before its first shard is seen. */
export interface RegisterPlan extends Pick<RegisterInfo, 'dictionary' | 'linksKnown' | 'householdsKnown'> {
  /** The day on which the facts stood so. */
  readonly asOf: Day;
  readonly columns: readonly ColumnShape[];
  /** What it is made from, as a reader would name it. */
  readonly source: string;
  readonly reach?: number;
}

/** For each row its place in the list of 12-digit codes. */
export interface RowDivisions {
  readonly of: Uint16Array | Uint32Array;
  readonly list: readonly string[];
}

/** Ids of the rows, UTF-8 one after the other. */
export interface RowIds {
  readonly bytes: Uint8Array;
  /** rows + 1 of them. */
  readonly offsets: Uint32Array;
}

interface ShardParts {
  readonly county: string;
  readonly shard: Shard;
  readonly divisions: RowDivisions;
  /** The ids that stood in the source; row numbers serve where there are none. */
  readonly ids?: RowIds;
}

export interface RegisterWriter {
  /** For whatever the making needs beside the register itself; gone when it ends. */
  readonly work: string;
  /** Counties in any order; what was handed in may be used again afterwards. */
  writeShard(parts: ShardParts): void;
  /** Puts the register in its place. */
  finish(skipped?: Manifest['skipped']): Manifest;
  /** Leaves nothing behind, and an older register as it was. */
  giveUp(): void;
}

/**
 * Writes a register shard by shard in constant memory: whatever its size, only what was handed in is held.
 * Each file's CRC-32 is kept: it finds decayed disks and broken copies at 4 GB/s. Against a forger no digest beside the files would help.
 * @throws OperatorFault when `place` is taken (and not to be replaced) or can't be written.
 */
export function createRegisterWriter(
  place: string,
  plan: RegisterPlan,
  options: { readonly replace?: boolean; readonly folder?: TargetFolder } = {},
): RegisterWriter {
  assertLittleEndian();
  const folder = options.folder ?? openTargetFolder(place, { replace: options.replace ?? false });
  const stats = new Map(plan.columns.map((shape) => [shape.fact, new ColumnStats(shape)]));
  const shards: ShardEntry[] = [];
  const most = { household: plan.householdsKnown ? 0 : 1, links: 0, shard: 0 };
  const parts = new Map<string, number>();

  const nameOf = (county: string): string => {
    const number = (parts.get(county) ?? 0) + 1;
    parts.set(county, number);
    return number === 1 ? county : `${county}-${String(number).padStart(2, '0')}`;
  };

  return {
    work: folder.work,
    writeShard: ({ county, shard, divisions, ids }) => {
      refuseMisfit(shard, plan, divisions, ids);
      const name = nameOf(county);
      const path = join(folder.register, shardsFolder, name);
      mkdirSync(path, { recursive: true });
      const files: Record<string, FileEntry> = {};
      for (const [file, values] of filesOf(shard, plan, divisions, ids))
        files[file] = writeArray(join(path, file), values);
      for (const [fact, column] of stats) column.add(columnOf(shard, fact));
      const { rows, households } = shard;
      const guests = shard.subjects?.reduce((count, is) => count + 1 - is, 0) ?? 0;
      shards.push({ name, county, rows, guests, households: households.count, files });
      most.household = Math.max(most.household, plan.householdsKnown ? longest(households.offsets) : 1);
      most.shard = Math.max(most.shard, rows);
      for (const table of Object.values(shard.links ?? {})) most.links = Math.max(most.links, longest(table.offsets));
    },
    finish: (skipped = { rows: 0, links: 0, byKind: {} }) => {
      const manifest = manifestOf(plan, [...stats.values()], shards, most, skipped);
      writeFileSync(join(folder.register, manifestFile), `${JSON.stringify(manifest, null, 1)}\n`);
      folder.keep();
      return manifest;
    },
    giveUp: () => folder.discard(),
  };
}

function manifestOf(
  plan: RegisterPlan,
  stats: readonly ColumnStats[],
  shards: readonly ShardEntry[],
  most: { readonly household: number; readonly links: number; readonly shard: number },
  skipped: Manifest['skipped'],
): Manifest {
  const columns = stats.map((column) => {
    const { least, greatest, type, ...rest } = column.info();
    if (type === 'ratio') throw new Error('A ratio can be no fact of a person');
    return {
      ...rest,
      type,
      ...(least !== undefined && { least: least.toString() }),
      ...(greatest !== undefined && { greatest: greatest.toString() }),
    };
  });
  return {
    format: 'huijia-register',
    version: formatVersion,
    asOf: plan.asOf,
    reach: plan.reach ?? 2,
    source: plan.source,
    people: shards.reduce((sum, { rows, guests }) => sum + rows - guests, 0),
    columns,
    dictionary: [...plan.dictionary],
    linksKnown: plan.linksKnown,
    householdsKnown: plan.householdsKnown,
    largestHousehold: most.household,
    mostLinks: most.links,
    largestShard: most.shard,
    skipped,
    shards: [...shards],
  };
}

function columnOf(shard: Shard, fact: string): Int8Array | Int32Array | BigInt64Array {
  const column = shard.columns.get(fact);
  if (column === undefined) throw new Error(`The shard has no column ${fact}`);
  return column;
}

/** A shard that doesn't fit its own row count is a fault of the program that made it. */
function refuseMisfit(shard: Shard, plan: RegisterPlan, divisions: RowDivisions, ids: RowIds | undefined): void {
  const { rows, households, links } = shard;
  const lengths: readonly (readonly [string, number, number])[] = [
    ...[...shard.columns].map(([fact, values]) => [fact, values.length, rows] as const),
    ['households.offsets', households.offsets.length, households.count + 1],
    ['households.of', households.of.length, rows],
    ...Object.entries(links ?? {}).flatMap(([relation, { offsets, targets }]) => [
      [`${relation}.offsets`, offsets.length, rows + 1] as const,
      [`${relation}.targets`, targets.length, offsets[rows] ?? 0] as const,
    ]),
    ['divisions', divisions.of.length, rows],
    ['ids', ids?.offsets.length ?? rows + 1, rows + 1],
    ['subjects', shard.subjects?.length ?? rows, rows],
    ['same', shard.same?.length ?? rows, rows],
    ['irregular', shard.irregular?.length ?? rows, rows],
  ];
  for (const [name, found, expected] of lengths)
    if (found !== expected) throw new Error(`${name} of a shard of ${rows} rows has ${found} entries, not ${expected}`);
  if ((links !== undefined) !== plan.linksKnown) throw new Error('A register has links in every shard or in none');
}

type Bytes = Int8Array | Uint8Array | Uint16Array | Uint32Array | Int32Array | BigInt64Array;

function filesOf(
  shard: Shard,
  plan: RegisterPlan,
  divisions: RowDivisions,
  ids: RowIds | undefined,
): readonly (readonly [string, Bytes])[] {
  const linked = (
    table: LinkTable,
    relation: (typeof linkRelations)[number],
  ): readonly (readonly [string, Bytes])[] => [
    [linkFiles(relation).offsets, table.offsets],
    [linkFiles(relation).targets, table.targets],
  ];
  const { links, subjects, same, irregular } = shard;
  return [
    ...plan.columns.map(({ fact }) => [columnFile(fact), columnOf(shard, fact)] as const),
    [householdFiles.offsets, shard.households.offsets],
    [householdFiles.of, shard.households.of],
    ...(links === undefined ? [] : linkRelations.flatMap((relation) => linked(links[relation], relation))),
    [divisionFiles.of, divisions.of],
    [divisionFiles.list, Buffer.from(divisions.list.map((code) => `${code}\n`).join(''))],
    ...(ids === undefined
      ? []
      : ([
          [idFiles.bytes, ids.bytes],
          [idFiles.offsets, ids.offsets],
        ] as const)),
    ...(subjects === undefined ? [] : [[guestFiles.subjects, subjects] as const]),
    ...(same === undefined ? [] : [[guestFiles.same, same] as const]),
    ...(irregular === undefined ? [] : [[guestFiles.irregular, irregular] as const]),
  ];
}

function writeArray(path: string, values: Bytes): FileEntry {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const handle = openSync(path, 'wx', 0o600);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at, bytes.length - at);
  } finally {
    closeSync(handle);
  }
  return { bytes: bytes.length, crc32: crc32(bytes).toString(16).padStart(8, '0') };
}

function longest(offsets: Uint32Array): number {
  let most = 0;
  for (let i = 1; i < offsets.length; i += 1) most = Math.max(most, (offsets[i] ?? 0) - (offsets[i - 1] ?? 0));
  return most;
}
