import { unreachable } from '../../values/unreachable.ts';
import type { Node, NodeOf, Scope } from '../ir/node.ts';
import type { Range } from '../ir/ranges.ts';
import type { Plan, Result, Space, Stage } from '../plan/plan.ts';
import {
  type Counter,
  LaneBuilder,
  type LaneProgram,
  type LaneStage,
  type LaneValue,
  type Output,
  type Sink,
  type Slot,
} from './lanes.ts';
import { type RegisterInfo, unknown32, unknown64 } from './shard.ts';

/** A number and, where it may not be known, the mask of where it is. */
interface Numeric {
  readonly kind: 'number';
  readonly value: LaneValue;
  readonly known?: LaneValue;
}

/** Where it is true and, where it may not be known, where it is false. */
interface Logical {
  readonly kind: 'logic';
  readonly yes: LaneValue;
  readonly no?: LaneValue;
}

type Lanes = Numeric | Logical;

/** What the lowering needs to know of the nodes. */
export interface NodeFacts {
  readonly register: RegisterInfo;
  readonly open: ReadonlySet<Node>;
  readonly ranges: ReadonlyMap<Node, Range>;
}

const least32 = -(2n ** 31n);
const greatest32 = 2n ** 31n - 1n;

/** Whether the number needs 64 bits. The least 32-bit number stands for the unknown. */
export function isWide(range: Range | undefined): boolean {
  return range !== undefined && (range.least <= least32 || range.greatest > greatest32);
}

/** The parts of an aggregate's sum. */
type CounterName = 'value' | 'unknown' | 'yes' | 'not-no' | 'no' | 'not-yes' | 'guard-unknown';

/** Turns a plan into straight-line lane code. Outcome and amount are the results named so; reasons are one bit each. */
export function lowerToLanes(plan: Plan, facts: NodeFacts): LaneProgram {
  const lowering = new LaneLowering(plan, facts);
  const stages = plan.stages.map((stage) => lowering.stage(stage));
  const columns = plan.facts.map((fact) => {
    const column = facts.register.columns.get(fact);
    if (column === undefined) throw new Error(`The register has no column ${fact}.`);
    return { fact, width: column.width };
  });
  const links = plan.spaces.filter(({ kind }) => kind === 'links');
  const households =
    plan.stages.some(({ space }) => space.kind === 'households') ||
    lowering.sizes ||
    links.some(({ relation }) => relation === 'members');
  return {
    stages,
    links,
    slots: lowering.slots,
    counters: lowering.counters,
    outputs: lowering.outputs,
    facts: columns,
    usesHouseholds: households,
  };
}

class LaneLowering {
  readonly slots: Slot[] = [];
  readonly counters: Counter[] = [];
  readonly outputs: Output[] = [];
  sizes = false;
  readonly #facts: NodeFacts;
  readonly #spaces: ReadonlyMap<Scope, Space>;
  readonly #kept = new Map<string, Slot>();
  readonly #sums = new Map<string, Counter>();

  constructor(plan: Plan, facts: NodeFacts) {
    this.#facts = facts;
    this.#spaces = new Map(plan.spaces.map((space) => [space.scope, space]));
  }

  stage(stage: Stage): LaneStage {
    const code = new LaneBuilder();
    const done = new Map<Node, Lanes>();
    const here = new Set(stage.nodes);
    const sinks: Sink[] = [];
    const read = (node: Node): Lanes => {
      const known = done.get(node);
      if (known !== undefined) return known;
      const made = this.#read(code, stage.space, node, here.has(node), read);
      done.set(node, made);
      return made;
    };
    for (const node of stage.nodes) read(node);
    for (const node of stage.kept) this.#keep(stage.space, node, read(node), sinks);
    for (const sum of stage.sums) this.#begin(code, stage.space, sum, read, sinks);
    for (const result of stage.results) this.#output(code, result, read, sinks);
    return { space: stage.space, values: used(code.values, sinks), sinks };
  }

  /** How many spaces further out the scope lies. */
  #outward(space: Space, scope: Scope): number {
    let [hops, at] = [0, space as Space | undefined];
    for (; at !== undefined && at.scope !== scope; at = at.outer) hops += 1;
    if (at === undefined) throw new Error('A value of a space that does not lie around this one.');
    return hops;
  }

  #read(code: LaneBuilder, space: Space, node: Node, here: boolean, read: (node: Node) => Lanes): Lanes {
    if (node.op === 'constant')
      return typeof node.value === 'boolean'
        ? { kind: 'logic', yes: code.mask(node.value) }
        : { kind: 'number', value: code.number(BigInt(node.value), this.#lane(node)) };
    if (node.op === 'unknown')
      return node.sort === 'boolean'
        ? { kind: 'logic', yes: code.mask(false), no: code.mask(false) }
        : { kind: 'number', value: code.number(0n), known: code.mask(false) };
    if (node.op === 'fact') return this.#column(code, space, node);
    if (here) return this.#compute(code, node, read);
    return this.#load(code, node, this.#outward(space, node.scope));
  }

  #lane(node: Node): 'i32' | 'i64' {
    return isWide(this.#facts.ranges.get(node)) ? 'i64' : 'i32';
  }

  #column(code: LaneBuilder, space: Space, node: NodeOf<'fact'>): Lanes {
    const column = this.#facts.register.columns.get(node.fact);
    if (column === undefined) throw new Error(`The register has no column ${node.fact}.`);
    const { width, fact } = column;
    const outward = this.#outward(space, node.scope);
    const lane = width === 64 ? 'i64' : 'i32';
    const raw = code.make({ op: 'column', fact, outward, width }, lane);
    const open = this.#facts.open.has(node);
    const equals = (value: bigint): LaneValue => code.compare('equal', raw, code.number(value, lane));
    if (node.sort === 'boolean') return { kind: 'logic', yes: equals(1n), ...(open && { no: equals(0n) }) };
    const unknown = width === 64 ? unknown64 : BigInt(unknown32);
    const isKnown = (): LaneValue => code.not(equals(unknown));
    if (node.type !== 'date')
      return { kind: 'number', value: code.as(this.#lane(node), raw), ...(open && { known: isKnown() }) };
    if (node.view === 'month') {
      const value = code.make({ op: 'floor-divide', by: 32n }, lane, [raw]);
      return { kind: 'number', value, ...(open && { known: isKnown() }) };
    }
    // Day 0, as in the sentinel, is a day that is not known.
    const day = code.make({ op: 'modulo', by: 32n }, lane, [raw]);
    const known = column.onlyMonth > 0 ? code.not(code.compare('equal', day, code.number(0n, lane))) : undefined;
    return { kind: 'number', value: raw, ...(open && { known: known ?? isKnown() }) };
  }

  #slot(node: Node, part: string, lane: Slot['lane'], space: Space): Slot {
    const key = `${node.id} ${part}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const slot: Slot = { id: this.slots.length, space, lane };
    this.slots.push(slot);
    this.#kept.set(key, slot);
    return slot;
  }

  #keep(space: Space, node: Node, lanes: Lanes, sinks: Sink[]): void {
    const keep = (part: string, value: LaneValue | undefined): void => {
      if (value !== undefined) sinks.push({ kind: 'keep', slot: this.#slot(node, part, value.lane, space), value });
    };
    if (lanes.kind === 'number') {
      keep('value', lanes.value);
      keep('known', lanes.known);
    } else {
      keep('yes', lanes.yes);
      keep('no', lanes.no);
    }
  }

  #load(code: LaneBuilder, node: Node, outward: number): Lanes {
    const space = this.#spaces.get(node.scope);
    if (space === undefined) throw new Error('A node of no space.');
    const open = this.#facts.open.has(node);
    const load = (part: string, lane: Slot['lane']): LaneValue =>
      code.make({ op: 'load', slot: this.#slot(node, part, lane, space), outward }, lane);
    if (node.sort === 'boolean')
      return { kind: 'logic', yes: load('yes', 'mask'), ...(open && { no: load('no', 'mask') }) };
    return { kind: 'number', value: load('value', this.#lane(node)), ...(open && { known: load('known', 'mask') }) };
  }

  #counter(sum: NodeOf<'aggregate'>, name: CounterName, lane: Counter['lane']): Counter {
    const key = `${sum.id} ${name}`;
    const known = this.#sums.get(key);
    if (known !== undefined) return known;
    const space = this.#spaces.get(sum.over);
    if (space === undefined) throw new Error('A sum over no space.');
    const counter: Counter = { id: this.counters.length, space, lane };
    this.counters.push(counter);
    this.#sums.set(key, counter);
    return counter;
  }

  /** Whether the sum is a constant for each element: then how many there are is enough. */
  #isCount(sum: NodeOf<'aggregate'>): boolean {
    return sum.aggregation === 'sum' && sum.args.length === 1 && sum.args[0]?.op === 'constant';
  }

  #begin(code: LaneBuilder, _space: Space, sum: NodeOf<'aggregate'>, read: (node: Node) => Lanes, sinks: Sink[]): void {
    if (this.#isCount(sum)) return;
    const [bodyNode, guardNode] = sum.args;
    if (bodyNode === undefined) throw new Error('A sum of nothing.');
    const guard = guardNode === undefined ? undefined : logic(read(guardNode));
    const counts = guard?.yes ?? code.mask(true);
    const add = (name: CounterName, value: LaneValue, lane: Counter['lane'] = 'i32'): void => {
      sinks.push({ kind: 'sum', counter: this.#counter(sum, name, lane), value });
    };
    if (guard?.no !== undefined) add('guard-unknown', code.not(code.or(guard.yes, guard.no)));
    const body = read(bodyNode);
    if (sum.aggregation === 'sum') {
      const { value, known } = numeric(body);
      const lane = this.#lane(sum);
      const isCounting = value.op === 'constant' && value.value === 1n;
      const included = known === undefined ? counts : code.and(counts, known);
      const zero = code.number(0n, lane);
      add(
        'value',
        isCounting ? included : code.select(included, code.as(lane, value), zero),
        isCounting ? 'i32' : lane,
      );
      if (known !== undefined) add('unknown', code.and(counts, code.not(known)));
      return;
    }
    const { yes, no } = logic(body);
    if (sum.aggregation === 'some') {
      add('yes', code.and(counts, yes));
      if (no !== undefined) add('not-no', code.and(counts, code.not(no)));
    } else {
      add('not-yes', code.and(counts, code.not(yes)));
      if (no !== undefined) add('no', code.and(counts, no));
    }
  }

  /** What an aggregate comes to for each element, from the sums over its own. */
  #aggregate(code: LaneBuilder, sum: NodeOf<'aggregate'>): Lanes {
    const [body, guard] = sum.args;
    if (body === undefined) throw new Error('A sum of nothing.');
    const lane = this.#lane(sum);
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
    const { open } = this.#facts;
    const sure = guard !== undefined && open.has(guard) ? isNone('guard-unknown') : undefined;
    const also = (mask: LaneValue): LaneValue => (sure === undefined ? mask : code.and(sure, mask));
    if (sum.aggregation === 'sum') {
      const isCounting = body.op === 'constant' && body.value === 1n;
      const value = isCounting ? code.as(lane, read('value')) : read('value', lane);
      if (!open.has(sum)) return { kind: 'number', value };
      return { kind: 'number', value, known: open.has(body) ? also(isNone('unknown')) : also(code.mask(true)) };
    }
    const bodyOpen = open.has(body);
    if (sum.aggregation === 'some') {
      const yes = also(code.not(isNone('yes')));
      return open.has(sum)
        ? { kind: 'logic', yes, no: also(isNone(bodyOpen ? 'not-no' : 'yes')) }
        : { kind: 'logic', yes };
    }
    const yes = also(isNone('not-yes'));
    return open.has(sum)
      ? { kind: 'logic', yes, no: also(code.not(isNone(bodyOpen ? 'no' : 'not-yes'))) }
      : { kind: 'logic', yes };
  }

  #compute(code: LaneBuilder, node: Node, read: (node: Node) => Lanes): Lanes {
    const args = node.args.map((arg) => (node.op === 'aggregate' ? undefined : read(arg)));
    const at = (index: number): Lanes => {
      const found = args[index];
      if (found === undefined) throw new Error(`${node.op} lacks an operand.`);
      return found;
    };
    switch (node.op) {
      case 'aggregate':
        return this.#aggregate(code, node);
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'minimum':
      case 'maximum':
        return this.#arithmetic(code, node, node.op, [numeric(at(0)), numeric(at(1))]);
      case 'negate':
      case 'absolute':
        return this.#arithmetic(code, node, node.op, [numeric(at(0))]);
      case 'floor-divide':
      case 'modulo':
        return this.#arithmetic(code, node, { op: node.op, by: node.by }, [numeric(at(0))]);
      case 'equal':
      case 'less':
      case 'at-most':
        return this.#comparison(code, node.op, at(0), at(1));
      case 'and':
      case 'or':
      case 'both':
        return connected(code, node.op, logic(at(0)), logic(at(1)));
      case 'not':
        return negated(code, logic(at(0)));
      case 'needs':
        return needing(code, knownOf(code, at(0)), at(1));
      case 'select':
        return this.#select(code, node, logic(at(0)), at(1), at(2));
      case 'constant':
      case 'fact':
      case 'unknown':
      case 'parameter':
      case 'parameter-at':
        throw new Error(`${node.op} is not computed.`);
    }
    return unreachable(node);
  }

  /** In 64 bits if the result or an operand needs them. */
  #arithmetic(
    code: LaneBuilder,
    node: Node,
    operation:
      | 'add'
      | 'subtract'
      | 'multiply'
      | 'minimum'
      | 'maximum'
      | 'negate'
      | 'absolute'
      | { readonly op: 'floor-divide' | 'modulo'; readonly by: bigint },
    operands: readonly Numeric[],
  ): Numeric {
    const own = this.#lane(node);
    const byWide = typeof operation === 'object' && operation.by > greatest32;
    const lane = own === 'i64' || byWide || operands.some(({ value }) => value.lane === 'i64') ? 'i64' : 'i32';
    const values = operands.map(({ value }) => code.as(lane, value));
    const body = typeof operation === 'string' ? { op: operation } : operation;
    const value = code.as(own, code.make(body, lane, values));
    return { kind: 'number', value, ...allKnown(code, operands) };
  }

  #comparison(code: LaneBuilder, op: 'equal' | 'less' | 'at-most', a: Lanes, b: Lanes): Logical {
    if (a.kind === 'logic' || b.kind === 'logic') return sameLogic(code, logic(a), logic(b));
    const lane = a.value.lane === 'i64' || b.value.lane === 'i64' ? 'i64' : 'i32';
    const holds = code.compare(op, code.as(lane, a.value), code.as(lane, b.value));
    const { known } = allKnown(code, [a, b]);
    if (known === undefined) return { kind: 'logic', yes: holds };
    return { kind: 'logic', yes: code.and(known, holds), no: code.and(known, code.not(holds)) };
  }

  #select(code: LaneBuilder, node: Node, condition: Logical, a: Lanes, b: Lanes): Lanes {
    const isOpen = this.#facts.open.has(node);
    if (a.kind === 'logic' || b.kind === 'logic') {
      const [x, y] = [logic(a), logic(b)];
      const yes = code.or(code.and(condition.yes, x.yes), code.and(code.not(condition.yes), y.yes));
      if (!isOpen) return { kind: 'logic', yes };
      const [no, xNo, yNo] = [noOf(code, condition), noOf(code, x), noOf(code, y)];
      const taken = (one: LaneValue, other: LaneValue): LaneValue =>
        code.or(code.or(code.and(condition.yes, one), code.and(no, other)), code.and(one, other));
      return { kind: 'logic', yes: taken(x.yes, y.yes), no: taken(xNo, yNo) };
    }
    const own = this.#lane(node);
    const [x, y] = [code.as(own, a.value), code.as(own, b.value)];
    const value = code.select(condition.yes, x, y);
    if (!isOpen) return { kind: 'number', value };
    const [xKnown, yKnown] = [a.known ?? code.mask(true), b.known ?? code.mask(true)];
    const taken = code.or(code.and(condition.yes, xKnown), code.and(noOf(code, condition), yKnown));
    if (condition.no === undefined) return { kind: 'number', value, known: taken };
    const agree = code.and(code.and(xKnown, yKnown), code.compare('equal', x, y));
    return { kind: 'number', value, known: code.or(taken, agree) };
  }

  #output(code: LaneBuilder, { name, nodes }: Result, read: (node: Node) => Lanes, sinks: Sink[]): void {
    const put = (output: Output, value: LaneValue): void => {
      this.outputs.push(output);
      sinks.push({ kind: 'output', output, value });
    };
    const [first, second] = nodes.map(read);
    if (first === undefined) return;
    if (name === outcomeResult && second !== undefined) {
      const [eligible, amount] = [logic(first), numeric(second)];
      const sure = amount.known === undefined ? eligible.yes : code.and(eligible.yes, amount.known);
      const number = (value: number): LaneValue => code.number(BigInt(value));
      const rest = code.select(sure, number(outcomeCode.eligible), number(outcomeCode.undetermined));
      put({ name: 'outcome', width: 8 }, code.select(noOf(code, eligible), number(outcomeCode.notEligible), rest));
      const { lane } = amount.value;
      const paid = code.select(sure, amount.value, code.number(0n, lane === 'mask' ? 'i32' : lane));
      put({ name: 'amount', width: lane === 'i64' ? 64 : 32 }, paid);
      return;
    }
    if (name === reasonsResult) {
      const bits = nodes.map((node, bit) =>
        code.select(logic(read(node)).yes, code.number(BigInt.asIntN(32, 1n << BigInt(bit))), code.number(0n)),
      );
      put(
        { name, width: 32 },
        bits.reduce((a, b) => code.make({ op: 'add' }, 'i32', [a, b])),
      );
      return;
    }
    if (first.kind === 'logic') {
      const open = first.no === undefined ? code.number(0n) : code.select(first.no, code.number(0n), code.number(-1n));
      put({ name, width: 8 }, code.select(first.yes, code.number(1n), open));
      return;
    }
    const { value, known } = first;
    const wide = value.lane === 'i64';
    const unknown = wide ? code.number(unknown64, 'i64') : code.number(BigInt(unknown32));
    put({ name, width: wide ? 64 : 32 }, known === undefined ? value : code.select(known, value, unknown));
  }
}

/** The values that some sink rests on. */
function used(values: readonly LaneValue[], sinks: readonly Sink[]): readonly LaneValue[] {
  const needed = new Set(sinks.map(({ value }) => value));
  for (const value of values.toReversed()) if (needed.has(value)) for (const arg of value.args) needed.add(arg);
  return values.filter((value) => needed.has(value));
}

/** Names of results that have a form of their own. */
export const outcomeResult = 'outcome';
export const reasonsResult = 'reasons';

/** As outcomes stand in their column. */
export const outcomeCode = { notEligible: 0, eligible: 1, undetermined: 2 } as const;

function logic(lanes: Lanes): Logical {
  if (lanes.kind !== 'logic') throw new Error('A boolean was expected.');
  return lanes;
}

function numeric(lanes: Lanes): Numeric {
  if (lanes.kind !== 'number') throw new Error('A number was expected.');
  return lanes;
}

const noOf = (code: LaneBuilder, { yes, no }: Logical): LaneValue => no ?? code.not(yes);

function knownOf(code: LaneBuilder, lanes: Lanes): LaneValue {
  if (lanes.kind === 'number') return lanes.known ?? code.mask(true);
  return lanes.no === undefined ? code.mask(true) : code.or(lanes.yes, lanes.no);
}

function allKnown(code: LaneBuilder, operands: readonly Numeric[]): { readonly known?: LaneValue } {
  const masks = operands.flatMap(({ known }) => (known === undefined ? [] : [known]));
  const [first, ...rest] = masks;
  return first === undefined ? {} : { known: rest.reduce((a, b) => code.and(a, b), first) };
}

function negated(code: LaneBuilder, { yes, no }: Logical): Logical {
  return no === undefined ? { kind: 'logic', yes: code.not(yes) } : { kind: 'logic', yes: no, no: yes };
}

function connected(code: LaneBuilder, op: 'and' | 'or' | 'both', a: Logical, b: Logical): Logical {
  const isOpen = a.no !== undefined || b.no !== undefined;
  if (op === 'or') {
    const yes = code.or(a.yes, b.yes);
    return isOpen ? { kind: 'logic', yes, no: code.and(noOf(code, a), noOf(code, b)) } : { kind: 'logic', yes };
  }
  const yes = code.and(a.yes, b.yes);
  if (!isOpen) return { kind: 'logic', yes };
  if (op === 'and') return { kind: 'logic', yes, no: code.or(noOf(code, a), noOf(code, b)) };
  return { kind: 'logic', yes, no: code.and(code.and(knownOf(code, a), knownOf(code, b)), code.not(yes)) };
}

function sameLogic(code: LaneBuilder, a: Logical, b: Logical): Logical {
  const [aNo, bNo] = [noOf(code, a), noOf(code, b)];
  const yes = code.or(code.and(a.yes, b.yes), code.and(aNo, bNo));
  if (a.no === undefined && b.no === undefined) return { kind: 'logic', yes };
  return { kind: 'logic', yes, no: code.or(code.and(a.yes, bNo), code.and(aNo, b.yes)) };
}

function needing(code: LaneBuilder, known: LaneValue, lanes: Lanes): Lanes {
  if (lanes.kind === 'number')
    return { ...lanes, known: lanes.known === undefined ? known : code.and(known, lanes.known) };
  return { kind: 'logic', yes: code.and(known, lanes.yes), no: code.and(known, noOf(code, lanes)) };
}
