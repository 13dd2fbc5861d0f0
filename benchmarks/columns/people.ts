import { daysInMonth } from '../../values/day.ts';
import {
  type ColumnInfo,
  packedDate,
  type RegisterInfo,
  type Shard,
  unknown32,
  unknownBoolean,
} from '../../rules/columns/shard.ts';

/** Rows of a whole shard. */
const shardRows = 1_000_000;

/** `complete`: every fact is known. `gaps`: some incomes and some registrations are not. */
export type Knowledge = 'complete' | 'gaps';

/** Invented people as a register's columns: the same for the same count and knowledge, on every machine. */
export interface People {
  readonly rows: number;
  readonly knowledge: Knowledge;
  readonly shards: readonly Shard[];
  readonly register: RegisterInfo;
}

const seed = 0x48_75_69_6a;
const year = 2025;

/** Of a thousand households, how many have at most 1, 2, … 7 people: 344,000 households for a million people. */
const householdsUpTo = [178, 446, 688, 860, 940, 980, 1000];
const largestHousehold = householdsUpTo.length;

/** Days of each month: of a common year, then of a leap year. */
const monthDays = Uint8Array.from({ length: 24 }, (_, i) => daysInMonth(i < 12 ? 2023 : 2024, (i % 12) + 1));

/** 32 bits that depend on all bits of the number (the last steps of MurmurHash3). */
function scattered(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85_eb_ca_6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2_b2_ae_35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** 0 … below - 1, from the bits of a hash. */
const upTo = (hash: number, below: number): number => Math.floor((hash / 2 ** 32) * below);

function householdSize(hash: number): number {
  const place = upTo(hash, 1000);
  return householdsUpTo.findIndex((upper) => place < upper) + 1;
}

/** A head of 24 to 83, beside them somebody about as old, then children, some grandparents, and grown children of older heads. */
function ageOf(place: number, headAge: number, hash: number): number {
  if (place === 0) return headAge;
  if (place === 1) return Math.max(20, headAge - 4 + upTo(hash, 9));
  const spread = scattered(hash + 1);
  if (headAge >= 55) return upTo(spread, headAge - 25);
  return upTo(hash, 5) === 0 ? Math.min(97, headAge + 22 + upTo(spread, 13)) : upTo(spread, Math.min(24, headAge - 18));
}

function birthOf(age: number, hash: number): number {
  const born = year - age;
  const month = upTo(hash, 12);
  const leap = born % 4 === 0 && (born % 100 !== 0 || born % 400 === 0);
  const days = monthDays[(leap ? 12 : 0) + month] ?? 28;
  return packedDate(born, month + 1, 1 + upTo(scattered(hash + 3), days));
}

/** Fen a month: none for minors and one adult in eight, else 150 to about 15,000 yuan, more often little than much. */
function incomeOf(age: number, hash: number): number {
  if (age < 18 || hash % 8 === 0) return 0;
  const part = upTo(scattered(hash + 5), 1 << 16) / (1 << 16);
  return 15_000 + Math.floor(part * part * part * (age >= 60 ? 600_000 : 1_500_000));
}

/** The shard of that number, of so many rows: whole households, the last of them cut so that the rows come out exactly. */
export function generateShard(number: number, rows: number, knowledge: Knowledge): Shard {
  const birth = new Int32Array(rows);
  const income = new Int32Array(rows);
  const local = new Int8Array(rows);
  const of = new Uint32Array(rows);
  const offsets = new Uint32Array(rows + 1);
  const own = scattered(seed ^ Math.imul(number + 1, 0x9e_37_79_b9));
  let count = 0;
  for (let first = 0; first < rows;) {
    const hash = scattered(own + count);
    const end = Math.min(rows, first + householdSize(hash));
    const headAge = 24 + upTo(scattered(hash + 7), 60);
    const isLocal = scattered(hash + 9) % 10 < 8 ? 1 : 0;
    for (let row = first; row < end; row += 1) {
      const bits = scattered(hash + Math.imul(row - first + 1, 0x9e_37_79_b9));
      const age = ageOf(row - first, headAge, bits);
      of[row] = count;
      birth[row] = birthOf(age, scattered(bits + 11));
      income[row] = incomeOf(age, scattered(bits + 13));
      // One in sixteen is registered elsewhere than the rest of the household.
      local[row] = scattered(bits + 15) % 16 === 0 ? 1 - isLocal : isLocal;
      if (knowledge === 'gaps') {
        if (scattered(bits + 17) % 100 < 3) income[row] = unknown32;
        if (scattered(bits + 19) % 100 < 2) local[row] = unknownBoolean;
      }
    }
    first = end;
    count += 1;
    offsets[count] = first;
  }
  const columns = new Map<string, Int32Array | Int8Array>([
    ['birth', birth],
    ['income', income],
    ['local', local],
  ]);
  return { rows, columns, households: { count, offsets: offsets.slice(0, count + 1), of }, links: undefined };
}

const written = { birth: 'date', income: 'money', local: 'boolean' } as const;

function columnInfo(fact: keyof typeof written, shards: readonly Shard[]): ColumnInfo {
  const width = fact === 'local' ? 8 : 32;
  const unknownValue = width === 8 ? unknownBoolean : unknown32;
  let [least, greatest, unknown] = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0];
  for (const shard of shards) {
    for (const value of column32(shard, fact)) {
      if (value === unknownValue) unknown += 1;
      else {
        if (value < least) least = value;
        if (value > greatest) greatest = value;
      }
    }
  }
  const range = greatest < least ? {} : { least: BigInt(least), greatest: BigInt(greatest) };
  return { fact, type: written[fact], width, ...range, unknown, onlyMonth: 0 };
}

/** A column of a shard of this benchmark. Throws when it has none, or a wider one. */
export function column32(shard: Shard, fact: string): Int32Array | Int8Array {
  const column = shard.columns.get(fact);
  if (column === undefined || column instanceof BigInt64Array) throw new Error(`The shard has no column ${fact}`);
  return column;
}

export function generatePeople(rows: number, knowledge: Knowledge): People {
  const shards = Array.from({ length: Math.ceil(rows / shardRows) }, (_, number) =>
    generateShard(number, Math.min(shardRows, rows - number * shardRows), knowledge),
  );
  const register: RegisterInfo = {
    columns: new Map((['birth', 'income', 'local'] as const).map((fact) => [fact, columnInfo(fact, shards)])),
    dictionary: [],
    linksKnown: false,
    householdsKnown: true,
    largestHousehold,
    mostLinks: 0,
    largestShard: Math.max(0, ...shards.map((shard) => shard.rows)),
  };
  return { rows, knowledge, shards, register };
}
