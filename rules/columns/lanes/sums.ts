import type { Node, NodeOf, Scope } from '../../ir/node.ts';
import type { Space } from '../../plan/plan.ts';
import type { Counter, LaneBuilder, LaneValue, Sink } from './lanes.ts';
import { type Lanes, logic, numeric } from './logic.ts';

/** The parts of an aggregate's sum. */
type CounterName = 'value' | 'unknown' | 'sure' | 'may' | 'not-sure' | 'not-may' | 'guard-unknown';

/** The running sums of a program: begun over an inner space, read by differences in the outer one. */
export class Sums {
  readonly counters: Counter[] = [];
  /** Whether how many people a household has is read from where its rows begin. */
  sizes = false;
  readonly #spaces: ReadonlyMap<Scope, Space>;
  readonly #open: ReadonlySet<Node>;
  readonly #laneOf: (node: Node) => 'i32' | 'i64';
  readonly #known = new Map<string, Counter>();

  constructor(spaces: ReadonlyMap<Scope, Space>, open: ReadonlySet<Node>, laneOf: (node: Node) => 'i32' | 'i64') {
    this.#spaces = spaces;
    this.#open = open;
    this.#laneOf = laneOf;
  }

  #counter(sum: NodeOf<'aggregate'>, name: CounterName, lane: Counter['lane']): Counter {
    const key = `${sum.id} ${name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const space = this.#spaces.get(sum.over);
    if (space === undefined) throw new Error('A sum over no space.');
    const counter: Counter = { id: this.counters.length, space, lane };
    this.counters.push(counter);
    this.#known.set(key, counter);
    return counter;
  }

  /** Whether the sum is a constant for each element: then how many there are is enough. */
  #isCount(sum: NodeOf<'aggregate'>): boolean {
    return sum.aggregation === 'sum' && sum.args.length === 1 && sum.args[0]?.op === 'constant';
  }

  /** Starts an aggregate's sums in the stage that has its elements. */
  begin(code: LaneBuilder, sum: NodeOf<'aggregate'>, read: (node: Node) => Lanes, sinks: Sink[]): void {
    if (this.#isCount(sum)) return;
    const [bodyNode, guardNode] = sum.args;
    if (bodyNode === undefined) throw new Error('A sum of nothing.');
    const guard = guardNode === undefined ? undefined : logic(read(guardNode));
    const counts = guard?.sure ?? code.mask(true);
    const add = (name: CounterName, value: LaneValue, lane: Counter['lane'] = 'i32'): void => {
      sinks.push({ kind: 'sum', counter: this.#counter(sum, name, lane), value });
    };
    if (guard?.may !== undefined) add('guard-unknown', code.and(guard.may, code.not(guard.sure)));
    const body = read(bodyNode);
    if (sum.aggregation === 'sum') {
      const { value, known } = numeric(body);
      const lane = this.#laneOf(sum);
      const isCounting = value.op === 'constant' && value.value === 1n;
      // A sum in which something is unknown is unknown itself, and 32 bits go round: what stands for the unknown disturbs no other
      // element's sum.
      const included = known === undefined || lane === 'i32' ? counts : code.and(counts, known);
      const zero = code.number(0n, lane);
      add(
        'value',
        isCounting ? included : code.select(included, code.as(lane, value), zero),
        isCounting ? 'i32' : lane,
      );
      if (known !== undefined) add('unknown', code.and(counts, code.not(known)));
      return;
    }
    const { sure, may } = logic(body);
    if (sum.aggregation === 'some') {
      add('sure', code.and(counts, sure));
      if (may !== undefined) add('may', code.and(counts, may));
    } else {
      add('not-sure', code.and(counts, code.not(sure)));
      if (may !== undefined) add('not-may', code.and(counts, code.not(may)));
    }
  }

  /** What an aggregate comes to for each element, from the sums over its own. */
  ofElement(code: LaneBuilder, sum: NodeOf<'aggregate'>): Lanes {
    const [body, guard] = sum.args;
    if (body === undefined) throw new Error('A sum of nothing.');
    const lane = this.#laneOf(sum);
    if (this.#isCount(sum)) {
      const space = this.#spaces.get(sum.over);
      if (space === undefined) throw new Error('A sum over no space.');
      if (space.kind === 'rows') this.sizes = true;
      const size = code.as(lane, code.make({ op: 'size', space }, 'i32'));
      const each = body.op === 'constant' && typeof body.value === 'bigint' ? body.value : 1n;
      const value = each === 1n ? size : code.make({ op: 'multiply' }, lane, [size, code.number(each, lane)]);
      return { kind: 'number', value };
    }
    const read = (name: CounterName, width: Counter['lane'] = 'i32'): LaneValue =>
      code.make({ op: 'difference', counter: this.#counter(sum, name, width) }, width);
    const isNone = (name: CounterName): LaneValue => code.compare('equal', read(name), code.number(0n));
    const open = this.#open;
    const sure = guard !== undefined && open.has(guard) ? isNone('guard-unknown') : undefined;
    const also = (mask: LaneValue): LaneValue => (sure === undefined ? mask : code.and(sure, mask));
    if (sum.aggregation === 'sum') {
      const isCounting = body.op === 'constant' && body.value === 1n;
      const value = isCounting ? code.as(lane, read('value')) : read('value', lane);
      if (!open.has(sum)) return { kind: 'number', value };
      return { kind: 'number', value, known: open.has(body) ? also(isNone('unknown')) : also(code.mask(true)) };
    }
    const bodyOpen = open.has(body);
    const found =
      sum.aggregation === 'some'
        ? { sure: code.not(isNone('sure')), may: code.not(isNone(bodyOpen ? 'may' : 'sure')) }
        : { sure: isNone('not-sure'), may: isNone(bodyOpen ? 'not-may' : 'not-sure') };
    if (!open.has(sum)) return { kind: 'logic', sure: found.sure };
    return sure === undefined
      ? { kind: 'logic', ...found }
      : { kind: 'logic', sure: code.and(sure, found.sure), may: code.or(code.not(sure), found.may) };
  }
}
