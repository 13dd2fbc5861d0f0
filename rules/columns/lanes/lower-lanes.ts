import { unreachable } from '../../../values/unreachable.ts';
import type { Node, NodeOf, Scope } from '../../ir/node.ts';
import type { Range } from '../../ir/limits/ranges.ts';
import type { Plan, Space, Stage } from '../../plan/plan.ts';
import { LaneBuilder, type LaneProgram, type LaneStage, type LaneValue, type Sink } from './lanes.ts';
import { Kept } from './kept.ts';
import {
  allKnown,
  chosen,
  connected,
  knownOf,
  type Lanes,
  logic,
  type Logical,
  needing,
  negated,
  type Numeric,
  numeric,
  sameLogic,
} from './logic.ts';
import { writeResult } from '../results.ts';
import { Sums } from './sums.ts';
import { type RegisterInfo, unknown32, unknown64 } from '../shard.ts';

/** What the lowering needs to know of the nodes. */
export interface NodeFacts {
  readonly register: RegisterInfo;
  readonly open: ReadonlySet<Node>;
  readonly ranges: ReadonlyMap<Node, Range>;
}

const least32 = -(2n ** 31n);
const greatest32 = 2n ** 31n - 1n;

/** Whether the number needs 64 bits. The least 32-bit number stands for the unknown. */
function isWide(range: Range | undefined): boolean {
  return range !== undefined && (range.least <= least32 || range.greatest > greatest32);
}

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
    lowering.sums.sizes ||
    links.some(({ relation }) => relation === 'members');
  return {
    stages,
    links,
    slots: lowering.kept.slots,
    counters: lowering.sums.counters,
    outputs: stages.flatMap(({ sinks }) => sinks.flatMap((sink) => (sink.kind === 'output' ? [sink.output] : []))),
    facts: columns,
    usesHouseholds: households,
  };
}

class LaneLowering {
  readonly #facts: NodeFacts;
  readonly #spaces: ReadonlyMap<Scope, Space>;
  readonly kept: Kept;
  readonly sums: Sums;

  constructor(plan: Plan, facts: NodeFacts) {
    this.#facts = facts;
    this.#spaces = new Map(plan.spaces.map((space) => [space.scope, space]));
    this.kept = new Kept(plan, facts.ranges);
    this.sums = new Sums(this.#spaces, facts.open, (node) => this.#lane(node));
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
    this.kept.keep(code, stage, read, sinks);
    for (const sum of stage.sums) this.sums.begin(code, sum, read, sinks);
    for (const result of stage.results) writeResult(code, result, read, sinks);
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
        ? { kind: 'logic', sure: code.mask(node.value) }
        : { kind: 'number', value: code.number(BigInt(node.value), this.#lane(node)) };
    if (node.op === 'unknown')
      return node.sort === 'boolean'
        ? { kind: 'logic', sure: code.mask(false), may: code.mask(true) }
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
    if (node.sort === 'boolean') return { kind: 'logic', sure: equals(1n), ...(open && { may: code.not(equals(0n)) }) };
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

  #load(code: LaneBuilder, node: Node, outward: number): Lanes {
    const open = this.#facts.open.has(node);
    const mask = (part: 'sure' | 'may' | 'known'): LaneValue => this.kept.load(code, node, part, 'mask', outward);
    if (node.sort === 'boolean') return { kind: 'logic', sure: mask('sure'), ...(open && { may: mask('may') }) };
    const value = this.kept.load(code, node, 'value', this.#lane(node), outward);
    return { kind: 'number', value, ...(open && { known: mask('known') }) };
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
        return this.sums.ofElement(code, node);
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
        return chosen(code, this.#lane(node), this.#facts.open.has(node), [logic(at(0)), at(1), at(2)]);
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
    if (known === undefined) return { kind: 'logic', sure: holds };
    return { kind: 'logic', sure: code.and(known, holds), may: code.or(code.not(known), holds) };
  }
}

/** The values that some sink rests on. */
function used(values: readonly LaneValue[], sinks: readonly Sink[]): readonly LaneValue[] {
  const needed = new Set(sinks.map(({ value }) => value));
  for (const value of values.toReversed()) if (needed.has(value)) for (const arg of value.args) needed.add(arg);
  return values.filter((value) => needed.has(value));
}
