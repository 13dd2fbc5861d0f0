import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { ColumnInfo, ColumnValues, LinkRelation, LinkTable, Shard } from '../../rules/columns/shard.ts';
import type { Division } from '../../values/division.ts';
import {
  assertLittleEndian,
  columnFile,
  divisionFiles,
  guestFiles,
  householdFiles,
  idFiles,
  linkFiles,
} from '../folder/layout.ts';
import type { ShardEntry } from '../folder/manifest.ts';
import { type Register, shardPath, shownPath } from './open.ts';

/** What of a shard is to be read: a run reads only what its policy looks at. */
export interface Wanted {
  /** Facts that the register has no column of are passed over. */
  readonly facts: readonly string[];
  readonly relations: readonly LinkRelation[];
  readonly households: boolean;
  /**
   * Where a file's bytes go, so that they are read straight into memory that is used again (or is WebAssembly's). The view has exactly so
   * many bytes and is aligned to 8; undefined: fresh memory.
   */
  readonly into?: (file: string, bytes: number) => Uint8Array | undefined;
}

export const everything = (register: Register): Wanted => ({
  facts: [...register.info.columns.keys()],
  relations: register.info.linksKnown ? ['parents', 'children', 'spouse', 'guardians'] : [],
  households: true,
});

/** Reads what is wanted of one shard. What was not asked for throws when it is looked at, rather than being empty. */
export function readShard(register: Register, index: number, wanted: Wanted): Shard {
  assertLittleEndian();
  const entry = entryAt(register, index);
  const read = (file: string): Uint8Array => readFile(register, entry, file, wanted.into);
  const columns = new Map<string, ColumnValues>();
  for (const fact of wanted.facts) {
    const info = register.info.columns.get(fact);
    if (info !== undefined) columns.set(fact, columnOf(info, read(columnFile(fact))));
  }
  const optional = (file: string): Uint8Array | undefined => (file in entry.files ? read(file) : undefined);
  const [subjects, same, irregular] = [guestFiles.subjects, guestFiles.same, guestFiles.irregular].map(optional);
  return {
    rows: entry.rows,
    columns,
    households: wanted.households ? readHouseholds(entry, read) : unreadHouseholds(entry),
    links: register.info.linksKnown ? readLinks(wanted.relations, read) : undefined,
    ...(subjects && { subjects }),
    ...(same && { same: wholesOf(same) }),
    ...(irregular && { irregular }),
  };
}

export function entryAt(register: Register, index: number): ShardEntry {
  const entry = register.manifest.shards[index];
  if (entry === undefined) throw new RangeError(`The register has no shard ${index}`);
  return entry;
}

function columnOf({ width }: ColumnInfo, { buffer, byteOffset, byteLength }: Uint8Array): ColumnValues {
  if (width === 8) return new Int8Array(buffer, byteOffset, byteLength);
  return width === 32
    ? new Int32Array(buffer, byteOffset, byteLength / 4)
    : new BigInt64Array(buffer, byteOffset, byteLength / 8);
}

const wholesOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, byteLength / 4);

function readHouseholds(entry: ShardEntry, read: (file: string) => Uint8Array): Shard['households'] {
  const { offsets, of } = householdFiles;
  return { count: entry.households, offsets: wholesOf(read(offsets)), of: wholesOf(read(of)) };
}

function unread(part: string): never {
  throw new Error(`The ${part} of the shard were not asked for when it was read`);
}

function unreadHouseholds({ households }: ShardEntry): Shard['households'] {
  return {
    count: households,
    get offsets() {
      return unread('households');
    },
    get of() {
      return unread('households');
    },
  };
}

function readLinks(
  relations: readonly LinkRelation[],
  read: (file: string) => Uint8Array,
): Readonly<Record<LinkRelation, LinkTable>> {
  const table = (relation: LinkRelation): LinkTable => {
    if (!relations.includes(relation)) return unread(relation);
    const { offsets, targets } = linkFiles(relation);
    return { offsets: wholesOf(read(offsets)), targets: wholesOf(read(targets)) };
  };
  const links = {} as Record<LinkRelation, LinkTable>;
  for (const relation of ['parents', 'children', 'spouse', 'guardians'] as const) {
    if (relations.includes(relation)) links[relation] = table(relation);
    else Object.defineProperty(links, relation, { get: () => unread(relation) });
  }
  return links;
}

/**
 * Reads a file whole, straight into the array that is used.
 * @throws Error when it is shorter than the manifest says: `openRegister` looked, so it changed since.
 */
function readFile(register: Register, entry: ShardEntry, file: string, into: Wanted['into']): Uint8Array {
  const length = entry.files[file]?.bytes ?? 0;
  const bytes = into?.(file, length) ?? new Uint8Array(length);
  if (bytes.length !== length) throw new Error(`${file} was given ${bytes.length} bytes of room and needs ${length}`);
  const handle = openSync(shardPath(register, entry, file), 'r');
  try {
    for (let at = 0; at < length;) {
      const count = readSync(handle, bytes, at, length - at, at);
      if (count === 0) throw new Error(`${shownPath(entry, file)} ends at byte ${at} of ${length}`);
      at += count;
    }
  } finally {
    closeSync(handle);
  }
  return bytes;
}

/** For each row its division: its place in a list of codes. */
export interface ShardDivisions {
  readonly of: Uint16Array | Uint32Array;
  readonly list: readonly Division[];
}

/** Which division each row of the shard lives in, for summaries. Throws where the file doesn't fit its list. */
export function readDivisions(register: Register, index: number): ShardDivisions {
  const entry = entryAt(register, index);
  const text = readFileSync(shardPath(register, entry, divisionFiles.list), 'latin1');
  const list = text.split('\n').filter((code) => code !== '') as Division[];
  const bytes = readFile(register, entry, divisionFiles.of, undefined);
  const of = bytes.length === entry.rows * 2 ? new Uint16Array(bytes.buffer) : wholesOf(bytes);
  if (of.length !== entry.rows || of.some((place) => place >= list.length))
    throw new Error(`${shownPath(entry, divisionFiles.of)} doesn't fit ${divisionFiles.list}`);
  return { of, list };
}

/** The ids that the rows had in what the register was built from; row numbers from 0 where it had none. */
export function readIds(register: Register, index: number): (row: number) => string {
  const entry = entryAt(register, index);
  if (!(idFiles.offsets in entry.files)) return String;
  const offsets = wholesOf(readFile(register, entry, idFiles.offsets, undefined));
  const bytes = Buffer.from(readFile(register, entry, idFiles.bytes, undefined).buffer);
  return (row) => bytes.toString('utf8', offsets[row] ?? 0, offsets[row + 1] ?? 0);
}
