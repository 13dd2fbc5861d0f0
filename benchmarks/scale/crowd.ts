import { packedDate, type RegisterInfo, type Shard } from '../../rules/columns/shard.ts';
import { daysInMonth } from '../../values/day.ts';

/**
 * Invented people as `columns/people.ts` makes them, but some ten times as fast: whatever needs arithmetic stands in tables, and a person
 * takes two hashes. A shard follows from its number, so that a country need not lie on any disk. All is known of everybody.
 */

const year = 2025;
const seed = 0x6e_61_74_6e;
const golden = 0x9e_37_79_b9;

/** Of a thousand households, how many have at most 1, 2, … 7 people. */
const householdsUpTo = [178, 446, 688, 860, 940, 980, 1000];
const sizes = Uint8Array.from({ length: 1024 }, (_, i) => householdsUpTo.findIndex((n) => i * 1000 < n * 1024) + 1);

const leastHeadAge = 24;
const headAges = 60;
/** By age of the head, place in the household (0 the head, 1 the partner, 2 everybody else), and 8 bits of chance. */
const ages = new Uint8Array(headAges * 3 * 256);
for (let headAge = leastHeadAge; headAge < leastHeadAge + headAges; headAge += 1) {
  for (let bits = 0; bits < 256; bits += 1) {
    const at = (headAge - leastHeadAge) * 3 * 256 + bits;
    const share = (below: number): number => Math.floor((bits / 256) * below);
    ages[at] = headAge;
    ages[at + 256] = Math.max(20, headAge - 4 + share(9));
    // Grown children of an older head; else one in five is a grandparent, the others are children.
    if (headAge >= 55) ages[at + 512] = share(headAge - 25);
    else if (bits % 5 === 0) ages[at + 512] = Math.min(97, headAge + 22 + share(13));
    else ages[at + 512] = share(Math.min(24, headAge - 18));
  }
}

const daysOf = (of: number): readonly number[] =>
  Array.from({ length: 12 }, (_, i) => i + 1).flatMap((month) =>
    Array.from({ length: daysInMonth(of, month) }, (_, i) => packedDate(0, month, i + 1)),
  );
const [commonDays, leapDays] = [daysOf(2023), daysOf(2024)];
/** By age, then 9 bits of chance: the packed date of birth. */
const births = new Int32Array(128 * 512);
for (let age = 0; age < 128; age += 1) {
  const born = year - age;
  const days = daysInMonth(born, 2) === 29 ? leapDays : commonDays;
  for (let bits = 0; bits < 512; bits += 1)
    births[age * 512 + bits] = packedDate(born, 0, days[Math.floor((bits * days.length) / 512)] ?? 0);
}

/** By 12 bits of chance: fen a month, none for one adult in eight. First those under 60, then elders. */
const incomes = new Int32Array(2 * 4096);
for (let bits = 0; bits < 4096; bits += 1) {
  const part = bits / 4096;
  const of = (most: number): number => (bits % 8 === 0 ? 0 : 15_000 + Math.floor(part * part * part * most));
  incomes[bits] = of(1_500_000);
  incomes[4096 + bits] = of(600_000);
}

const scattered = (number: number): number => {
  let bits = Math.imul(number ^ (number >>> 16), 0x85_eb_ca_6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2_b2_ae_35);
  return bits ^ (bits >>> 16);
};
const seedOf = (shard: number): number => scattered(seed + Math.imul(shard, golden));

/** Where each household of the shard begins, and the end; tells how many there are. `offsets` has room for a household a row. */
export function layHouseholds(shard: number, rows: number, offsets: Uint32Array): number {
  const own = seedOf(shard);
  let count = 0;
  offsets[0] = 0;
  for (let end = 0; end < rows;) {
    end += sizes[scattered(own + count) & 1023] as number;
    if (end > rows) end = rows;
    count += 1;
    offsets[count] = end;
  }
  return count;
}

/** Where the people of a shard are put. */
export interface Room {
  readonly birth: Int32Array;
  readonly income: Int32Array;
  readonly local: Int8Array;
  /** For each row its household. */
  readonly of: Uint32Array;
}

/** Fills in the people of the shard, whose households were laid. */
export function fillPeople(shard: number, households: number, offsets: Uint32Array, room: Room): void {
  const { birth, income, local, of } = room;
  const own = seedOf(shard);
  let row = 0;
  for (let household = 0; household < households; household += 1) {
    const hash = scattered(own + household);
    const first = row;
    const end = offsets[household + 1] as number;
    const agesHere = ((((hash >>> 10) & 1023) * headAges) >>> 10) * 768;
    const isLocal = (hash >>> 20) % 10 < 8 ? 1 : 0;
    for (; row < end; row += 1) {
      const bits = scattered(hash + Math.imul(row - first + 1, golden));
      const more = Math.imul(bits, golden);
      const place = row - first;
      const age = ages[agesHere + (place < 2 ? place : 2) * 256 + (bits & 255)] as number;
      of[row] = household;
      birth[row] = births[age * 512 + ((bits >>> 8) & 511)] as number;
      income[row] = age < 18 ? 0 : (incomes[(age >= 60 ? 4096 : 0) + (bits >>> 20)] as number);
      // One in sixteen is registered elsewhere than the rest of the household.
      local[row] = more >>> 28 === 0 ? 1 - isLocal : isLocal;
    }
  }
}

/** The shard in memory of its own. */
export function crowdShard(number: number, rows: number): Shard {
  const offsets = new Uint32Array(rows + 1);
  const count = layHouseholds(number, rows, offsets);
  const room: Room = {
    birth: new Int32Array(rows),
    income: new Int32Array(rows),
    local: new Int8Array(rows),
    of: new Uint32Array(rows),
  };
  fillPeople(number, count, offsets, room);
  const { of, ...columns } = room;
  return {
    rows,
    columns: new Map(Object.entries(columns)),
    households: { count, offsets: offsets.slice(0, count + 1), of },
    links: undefined,
  };
}

const range = (values: Int32Array): { least: bigint; greatest: bigint } => ({
  least: BigInt(values.reduce((a, b) => Math.min(a, b))),
  greatest: BigInt(values.reduce((a, b) => Math.max(a, b))),
});

/** What holds of every shard. */
export function crowdRegister(largestShard: number): RegisterInfo {
  const known = { unknown: 0, onlyMonth: 0 };
  return {
    columns: new Map([
      ['birth', { fact: 'birth', type: 'date', width: 32, ...range(births), ...known }],
      ['income', { fact: 'income', type: 'money', width: 32, ...range(incomes), ...known }],
      ['local', { fact: 'local', type: 'boolean', width: 8, least: 0n, greatest: 1n, ...known }],
    ]),
    dictionary: [],
    linksKnown: false,
    householdsKnown: true,
    largestHousehold: householdsUpTo.length,
    mostLinks: 0,
    largestShard,
  };
}
