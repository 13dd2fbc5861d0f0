import type { Counter, LaneProgram, LaneStage, LaneValue, Sink } from './lanes.ts';
import { LaneBuilder } from './lanes.ts';
import type { Space } from '../../plan/plan.ts';

/** Where a count stands within a packed sum. */
interface Field {
  readonly counter: Counter;
  readonly shift: number;
  readonly bits: number;
  /** Nothing stands above it. */
  readonly isTop: boolean;
}

/** The sign bit stays free, so that the highest field needs no mask. */
const packedBits = 31;

/**
 * Puts counts over one space into one running sum, side by side: a count of at most 7 takes three bits. Differences of packed sums are the
 * packed differences, since no field of an element's own sum runs over. `most` is how many elements of a space one outer element has.
 */
export function withPackedCounters(program: LaneProgram, most: (space: Space) => number): LaneProgram {
  const fields = new Map<Counter, Field>();
  const counters: Counter[] = [];
  const packed = new Map<LaneStage, readonly Counter[]>();
  for (const stage of program.stages) packed.set(stage, packStage(stage, most(stage.space), fields, counters));
  const renumbered = new Map<Counter, Counter>();
  for (const counter of program.counters) {
    if (fields.has(counter)) continue;
    const made = { ...counter, id: counters.length };
    counters.push(made);
    renumbered.set(counter, made);
  }
  const moved = (counter: Counter): Counter => {
    const found = renumbered.get(counter);
    if (found === undefined) throw new Error('A sum without a place.');
    return found;
  };
  const stages = program.stages.map((stage) => rebuilt(stage, packed.get(stage) ?? [], fields, moved));
  return { ...program, counters, stages };
}

/** Which counts of the stage share a sum. A count alone stays as it is. */
function packStage(
  stage: LaneStage,
  most: number,
  fields: Map<Counter, Field>,
  counters: Counter[],
): readonly Counter[] {
  const bits = most.toString(2).length;
  const counts = stage.sinks.flatMap((sink) =>
    sink.kind === 'sum' && sink.value.lane === 'mask' ? [sink.counter] : [],
  );
  const fit = Math.floor(packedBits / bits);
  const made: Counter[] = [];
  for (let first = 0; first < counts.length; first += fit) {
    const together = counts.slice(first, first + fit);
    if (together.length < 2) break;
    const counter: Counter = { id: counters.length, space: stage.space, lane: 'i32' };
    counters.push(counter);
    made.push(counter);
    together.forEach((one, place) => {
      fields.set(one, { counter, shift: place * bits, bits, isTop: place === together.length - 1 });
    });
  }
  return made;
}

function rebuilt(
  stage: LaneStage,
  packed: readonly Counter[],
  fields: ReadonlyMap<Counter, Field>,
  moved: (counter: Counter) => Counter,
): LaneStage {
  const code = new LaneBuilder();
  const made = new Map<LaneValue, LaneValue>();
  const of = (value: LaneValue): LaneValue => {
    const found = made.get(value);
    if (found === undefined) throw new Error('A value was used before it was made.');
    return found;
  };
  for (const value of stage.values) made.set(value, remade(code, value, of, fields, moved));
  const sinks: Sink[] = [];
  for (const sink of stage.sinks) {
    if (sink.kind !== 'sum') sinks.push({ ...sink, value: of(sink.value) });
    else if (!fields.has(sink.counter)) sinks.push({ ...sink, counter: moved(sink.counter), value: of(sink.value) });
  }
  for (const counter of packed) {
    const parts = stage.sinks.flatMap((sink) => {
      const field = sink.kind === 'sum' ? fields.get(sink.counter) : undefined;
      if (field?.counter !== counter) return [];
      return [code.select(of(sink.value), code.number(1n << BigInt(field.shift)), code.number(0n))];
    });
    sinks.push({ kind: 'sum', counter, value: parts.reduce((a, b) => code.make({ op: 'add' }, 'i32', [a, b])) });
  }
  return { space: stage.space, values: code.values, sinks };
}

function remade(
  code: LaneBuilder,
  value: LaneValue,
  of: (value: LaneValue) => LaneValue,
  fields: ReadonlyMap<Counter, Field>,
  moved: (counter: Counter) => Counter,
): LaneValue {
  const { id: _id, lane, args, ...body } = value;
  if (body.op !== 'difference') return code.make(body, lane, args.map(of));
  const field = fields.get(body.counter);
  if (field === undefined) return code.make({ op: 'difference', counter: moved(body.counter) }, lane);
  const sum = code.make({ op: 'difference', counter: field.counter }, 'i32');
  const shifted =
    field.shift === 0 ? sum : code.make({ op: 'floor-divide', by: 1n << BigInt(field.shift) }, 'i32', [sum]);
  return field.isTop ? shifted : code.make({ op: 'modulo', by: 1n << BigInt(field.bits) }, 'i32', [shifted]);
}
