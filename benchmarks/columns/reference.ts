import { packedDate, type Shard, unknown32, unknownBoolean } from '../../rules/columns/shard.ts';
import { type Checksums, checkWeight, type Totals, variables } from './contender.ts';
import { column32, type People } from './people.ts';

/**
 * policy.md once more, by hand and as plainly as can be: what every contender's results are held against. An unknown value is undefined
 * here. For rows 0, 1, 2 … the eleven variables, the outcome and the amount.
 */

const last = packedDate(2025, 12, 31);

/** One row's values in the order of `variables`, then outcome and amount. */
export type RowValues = readonly (number | undefined)[];

interface HouseholdValues {
  readonly size: number;
  readonly minors: number;
  readonly elders: number;
  readonly income: number | undefined;
}

function householdOf(shard: Shard, household: number): HouseholdValues {
  const { offsets } = shard.households;
  const [birth, income] = [column32(shard, 'birth'), column32(shard, 'income')];
  const [from = 0, to = 0] = [offsets[household], offsets[household + 1]];
  let [minors, elders, sum, open] = [0, 0, 0, false];
  for (let row = from; row < to; row += 1) {
    const age = (last - (birth[row] ?? 0)) >> 9;
    if (age < 18) minors += 1;
    if (age >= 60) elders += 1;
    if (income[row] === unknown32) open = true;
    else sum += income[row] ?? 0;
  }
  return { size: to - from, minors, elders, income: open ? undefined : sum };
}

const number = (value: boolean | undefined): number | undefined => (value === undefined ? undefined : Number(value));

/** Of three answers: one no is enough for no, one unknown for unknown. */
function every(...answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function valuesOf(birth: number, local: number, { size, minors, elders, income }: HouseholdValues): RowValues {
  const age = (last - birth) >> 9;
  const [isMinor, isElder] = [age < 18, age >= 60];
  const incomeLine = 180_000 * size;
  const isPoor = income === undefined ? undefined : income <= incomeLine;
  const supplement = 12_000 * minors + 8050 * elders;
  const allowance = isMinor ? 30_000 : isElder ? 20_000 : 0;
  const eligible = every(local === unknownBoolean ? undefined : local === 1, isPoor, isMinor || isElder);
  const outcome = eligible === undefined ? 2 : Number(eligible);
  const amount = eligible === true ? Math.min(60_000, allowance + supplement) : 0;
  const ofHousehold = [size, minors, elders, income, incomeLine, number(isPoor), supplement];
  return [age, Number(isMinor), Number(isElder), ...ofHousehold, allowance, outcome, amount];
}

/** The values of a shard's row. */
export function valuesOfRow(shard: Shard, row: number): RowValues {
  const household = householdOf(shard, shard.households.of[row] ?? 0);
  return valuesOf(column32(shard, 'birth')[row] ?? 0, column32(shard, 'local')[row] ?? 0, household);
}

/** The values of all rows in turn. */
function forEachRow(shard: Shard, use: (values: RowValues, row: number) => void): void {
  const [birth, local] = [column32(shard, 'birth'), column32(shard, 'local')];
  const { count, offsets } = shard.households;
  for (let household = 0; household < count; household += 1) {
    const values = householdOf(shard, household);
    const end = offsets[household + 1] ?? 0;
    for (let row = offsets[household] ?? 0; row < end; row += 1)
      use(valuesOf(birth[row] ?? 0, local[row] ?? 0, values), row);
  }
}

export interface Expected {
  readonly totals: Totals;
  /** Without the variables that are not known for everybody. */
  readonly checksums: Checksums;
}

/** What the first `most` people come to, whose households must end there. */
export function expectedOf(people: People): Expected {
  const names = [...variables, 'outcome', 'amount'];
  const sums = names.map(() => 0n);
  const open = names.map(() => false);
  let [eligible, undetermined, amountFen, before] = [0, 0, 0n, 0];
  for (const shard of people.shards) {
    const ofShard = names.map(() => 0);
    let amount = 0;
    forEachRow(shard, (values, row) => {
      const weight = checkWeight(before + row);
      values.forEach((value, i) => {
        if (value === undefined) open[i] = true;
        else ofShard[i] = (ofShard[i] ?? 0) + value * weight;
      });
      const outcome = values.at(-2);
      if (outcome === 1) eligible += 1;
      if (outcome === 2) undetermined += 1;
      amount += values.at(-1) ?? 0;
    });
    ofShard.forEach((sum, i) => (sums[i] = (sums[i] ?? 0n) + BigInt(sum)));
    amountFen += BigInt(amount);
    before += shard.rows;
  }
  const known = names.flatMap((name, i) => (open[i] === true ? [] : [[name, sums[i] ?? 0n] as const]));
  return { totals: { eligible, amountFen, undetermined }, checksums: Object.fromEntries(known) };
}
