import { packedDate, type Shard, unknown32 } from '../../rules/columns/shard.ts';
import type { Day } from '../../values/day.ts';

/** Groups of a shard's rows: row `i` is of `names[of[i]]`. */
export interface RowGroups {
  readonly of: Uint8Array | Uint16Array | Uint32Array;
  readonly names: readonly string[];
}

/** Of a fact or household that is not known. */
export const unknownGroup = 'unknown';

export const ageBands = [
  { name: '0-2', until: 2 },
  { name: '3-5', until: 5 },
  { name: '6-17', until: 17 },
  { name: '18-59', until: 59 },
  { name: '60-79', until: 79 },
  { name: '80+', until: Number.POSITIVE_INFINITY },
] as const;

export const householdBands = ['1', '2', '3', '4', '5', '6+'] as const;

/** Ages are in completed years on the day. Of a birth of which only the month is known, the month's beginning counts. */
export function byAge(rows: number, births: Int32Array | undefined, on: Day): RowGroups {
  const names = [...ageBands.map(({ name }) => name), unknownGroup];
  const of = new Uint8Array(rows).fill(ageBands.length);
  if (births === undefined) return { of, names };
  const [year, month, day] = on.split('-').map(Number) as [number, number, number];
  const today = packedDate(year, month, day);
  const bandOf = Uint8Array.from({ length: 200 }, (_, age) => ageBands.findIndex(({ until }) => age <= until));
  for (let row = 0; row < rows; row += 1) {
    const birth = births[row] as number;
    if (birth !== unknown32) of[row] = bandOf[Math.min(199, Math.max(0, (today - birth) >> 9))] as number;
  }
  return { of, names };
}

export function byHouseholdSize(rows: number, households: Shard['households'] | undefined): RowGroups {
  const names = [...householdBands, unknownGroup];
  const of = new Uint8Array(rows).fill(householdBands.length);
  if (households === undefined) return { of, names };
  const { count, offsets } = households;
  for (let household = 0; household < count; household += 1) {
    const [from, to] = [offsets[household] as number, offsets[household + 1] as number];
    of.fill(Math.min(householdBands.length, to - from) - 1, from, to);
  }
  return { of, names };
}
