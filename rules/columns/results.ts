import type { Node } from '../ir/node.ts';
import type { Result } from '../plan/plan.ts';
import type { LaneBuilder, LaneValue, Output, Sink } from './lanes/lanes.ts';
import { type Lanes, logic, mayOf, numeric } from './lanes/logic.ts';
import { unknown32, unknown64 } from './shard.ts';

/** Names of results that have a form of their own. */
export const outcomeResult = 'outcome';
export const reasonsResult = 'reasons';

const bitsOfColumn = 32;

/** A column's worth of reasons after the other: code `n` is bit `n % 32` of the column `n / 32`. */
export function byReasonColumn<T>(codes: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(codes.length / bitsOfColumn) }, (_, n) =>
    codes.slice(n * bitsOfColumn, (n + 1) * bitsOfColumn),
  );
}

/** What the columns of so many reasons are called: `reasons`, `reasons_2` … */
export function reasonColumns(count: number): readonly string[] {
  return byReasonColumn(Array.from({ length: count })).map((_, n) =>
    n === 0 ? reasonsResult : `${reasonsResult}_${n + 1}`,
  );
}

/** As outcomes stand in their column. */
export const outcomeCode = { notEligible: 0, eligible: 1, undetermined: 2 } as const;

/** What is written of a result once its nodes are known; tells the columns that it takes. */
export function writeResult(
  code: LaneBuilder,
  { name, nodes }: Result,
  read: (node: Node) => Lanes,
  sinks: Sink[],
): void {
  const put = (output: Output, value: LaneValue): void => {
    sinks.push({ kind: 'output', output, value });
  };
  const [first, second] = nodes.map(read);
  if (first === undefined) return;
  if (name === outcomeResult && second !== undefined) {
    const [eligible, amount] = [logic(first), numeric(second)];
    const sure = amount.known === undefined ? eligible.sure : code.and(eligible.sure, amount.known);
    const number = (value: number): LaneValue => code.number(BigInt(value));
    const rest = code.select(sure, number(outcomeCode.eligible), number(outcomeCode.undetermined));
    put({ name: 'outcome', width: 8 }, code.select(mayOf(eligible), rest, number(outcomeCode.notEligible)));
    const { lane } = amount.value;
    const paid = code.select(sure, amount.value, code.number(0n, lane === 'mask' ? 'i32' : lane));
    put({ name: 'amount', width: lane === 'i64' ? 64 : 32 }, paid);
    return;
  }
  if (name === reasonsResult) {
    const names = reasonColumns(nodes.length);
    byReasonColumn(nodes).forEach((together, n) => {
      const bits = together.map((node, bit) =>
        code.select(logic(read(node)).sure, code.number(BigInt.asIntN(32, 1n << BigInt(bit))), code.number(0n)),
      );
      put(
        { name: names[n] ?? name, width: 32 },
        bits.reduce((a, b) => code.make({ op: 'add' }, 'i32', [a, b])),
      );
    });
    return;
  }
  if (first.kind === 'logic') {
    const open = first.may === undefined ? code.number(0n) : code.select(first.may, code.number(-1n), code.number(0n));
    put({ name, width: 8 }, code.select(first.sure, code.number(1n), open));
    return;
  }
  const { value, known } = first;
  const wide = value.lane === 'i64';
  const unknown = wide ? code.number(unknown64, 'i64') : code.number(BigInt(unknown32));
  put({ name, width: wide ? 64 : 32 }, known === undefined ? value : code.select(known, value, unknown));
}
