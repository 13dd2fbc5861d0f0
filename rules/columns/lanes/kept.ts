import type { Node, Scope } from '../../ir/node.ts';
import type { Range } from '../../ir/limits/ranges.ts';
import type { Plan, Space, Stage } from '../../plan/plan.ts';
import type { LaneBuilder, LaneValue, Sink, Slot } from './lanes.ts';
import type { Lanes } from './logic.ts';

/** A part of a node: its number and where that is known, or where it is surely and where it is possibly true. */
type Part = 'value' | 'known' | 'sure' | 'may';

/** Where a part stands: in a slot of its own, or beside others in the bits of one. */
interface Field {
  readonly slot: Slot;
  readonly packed?: { readonly shift: number; readonly bits: number; readonly least: bigint; readonly isTop: boolean };
}

/** The sign bit stays free: numbers there are not negative, and above the topmost field there is nothing to mask. */
const packedBits = 31;

interface Wanted {
  readonly node: Node;
  readonly part: Part;
  readonly value: LaneValue;
  /** Bits of what is above `least`. */
  readonly bits: number;
  readonly least: bigint;
}

/**
 * What stages keep for later ones. What a household comes to is spread over its rows; what other inner spaces read is gathered element by
 * element. In both cases small numbers and masks are put side by side into one slot: one store or gather instead of many.
 */
export class Kept {
  readonly slots: Slot[] = [];
  readonly #rows: Space;
  readonly #ranges: ReadonlyMap<Node, Range>;
  readonly #gathered: ReadonlySet<Node>;
  readonly #own: ReadonlySet<Node>;
  readonly #fields = new Map<string, { own?: Slot; gathered?: Field }>();

  constructor(plan: Plan, ranges: ReadonlyMap<Node, Range>) {
    const rows = plan.spaces.find(({ kind }) => kind === 'rows');
    if (rows === undefined) throw new Error('A plan has rows.');
    this.#rows = rows;
    this.#ranges = ranges;
    const [gathered, own] = readersOf(plan, rows.scope);
    this.#gathered = gathered;
    this.#own = own;
  }

  /** Keeps the stage's nodes for whoever reads them. */
  keep(code: LaneBuilder, { space, kept }: Stage, read: (node: Node) => Lanes, sinks: Sink[]): void {
    const parts = kept.flatMap((node) => this.#partsOf(node, read(node)));
    for (const { node, part, value } of parts)
      if (this.#own.has(node)) sinks.push({ kind: 'keep', slot: this.#ownSlot(space, node, part, value.lane), value });
    const gathered = parts.filter(({ node }) => this.#gathered.has(node));
    const small = gathered.filter(({ bits }) => bits <= packedBits);
    for (const together of small.length > 1 ? groupsOf(small) : []) this.#keepTogether(code, space, together, sinks);
    for (const { node, part, value } of gathered) {
      const entry = this.#entry(node, part);
      if (entry.gathered === undefined) entry.gathered = { slot: this.#forInner(space, value, entry.own, sinks) };
    }
  }

  /** A slot that inner spaces read, filled by the stage. */
  #forInner(space: Space, value: LaneValue, own: Slot | undefined, sinks: Sink[]): Slot {
    if (space.kind === 'households') {
      const slot = this.#slot(this.#rows, value.lane);
      sinks.push({ kind: 'spread', slot, value });
      return slot;
    }
    if (own !== undefined) return own;
    const slot = this.#slot(space, value.lane);
    sinks.push({ kind: 'keep', slot, value });
    return slot;
  }

  /** A part that an earlier stage kept, so many spaces further out. */
  load(code: LaneBuilder, node: Node, part: Part, lane: Slot['lane'], outward: number): LaneValue {
    const entry = this.#entry(node, part);
    if (outward === 0) {
      if (entry.own === undefined) throw new Error('A stage reads what none before it kept.');
      return code.make({ op: 'load', slot: entry.own, outward }, lane);
    }
    if (entry.gathered === undefined) throw new Error('A stage reads what none further out kept.');
    const { slot, packed } = entry.gathered;
    // What a household comes to already stands at its rows.
    const hops = slot.space === this.#rows && node.scope !== this.#rows.scope ? outward - 1 : outward;
    const held = code.make({ op: 'load', slot, outward: hops }, slot.lane);
    if (packed === undefined) return held;
    const { shift, bits, least, isTop } = packed;
    if (lane === 'mask') return code.make({ op: 'bit', bit: shift }, 'mask', [held]);
    const shifted = shift === 0 ? held : code.make({ op: 'floor-divide', by: 1n << BigInt(shift) }, 'i32', [held]);
    const field = isTop ? shifted : code.make({ op: 'modulo', by: 1n << BigInt(bits) }, 'i32', [shifted]);
    return least === 0n ? field : code.make({ op: 'add' }, 'i32', [field, code.number(least)]);
  }

  #entry(node: Node, part: Part): { own?: Slot; gathered?: Field } {
    const key = `${node.id} ${part}`;
    const known = this.#fields.get(key);
    if (known !== undefined) return known;
    const made = {};
    this.#fields.set(key, made);
    return made;
  }

  #slot(space: Space, lane: Slot['lane']): Slot {
    const slot: Slot = { id: this.slots.length, space, lane };
    this.slots.push(slot);
    return slot;
  }

  #ownSlot(space: Space, node: Node, part: Part, lane: Slot['lane']): Slot {
    const entry = this.#entry(node, part);
    entry.own ??= this.#slot(space, lane);
    return entry.own;
  }

  #partsOf(node: Node, lanes: Lanes): readonly Wanted[] {
    const mask = (part: Part, value: LaneValue | undefined): readonly Wanted[] =>
      value === undefined ? [] : [{ node, part, value, bits: 1, least: 0n }];
    if (lanes.kind === 'logic') return [...mask('sure', lanes.sure), ...mask('may', lanes.may)];
    const { least, greatest } = this.#ranges.get(node) ?? { least: 0n, greatest: 0n };
    const bits = lanes.value.lane === 'i64' ? 64 : Math.max(1, (greatest - least).toString(2).length);
    return [{ node, part: 'value', value: lanes.value, bits, least }, ...mask('known', lanes.known)];
  }

  #keepTogether(code: LaneBuilder, space: Space, together: readonly Wanted[], sinks: Sink[]): void {
    const known = new Map(together.filter(({ part }) => part === 'known').map(({ node, value }) => [node, value]));
    let shift = 0;
    const fields = together.map(({ node, value, bits, least }) => {
      const place = 1n << BigInt(shift);
      shift += bits;
      if (value.lane === 'mask') return code.select(value, code.number(place), code.number(0n));
      const above = least === 0n ? value : code.make({ op: 'subtract' }, 'i32', [value, code.number(least)]);
      // What is not known may be any number, and must not spill into its neighbours.
      const mask = known.get(node);
      const sure = mask === undefined ? above : code.select(mask, above, code.number(0n));
      return place === 1n ? sure : code.make({ op: 'multiply' }, 'i32', [sure, code.number(place)]);
    });
    const value = fields.reduce((a, b) => code.make({ op: 'add' }, 'i32', [a, b]));
    const slot = this.#forInner(space, value, undefined, sinks);
    shift = 0;
    for (const [place, { node, part, bits, least }] of together.entries()) {
      const isTop = place === together.length - 1;
      this.#entry(node, part).gathered = { slot, packed: { shift, bits, least, isTop } };
      shift += bits;
    }
  }
}

/** Parts that fit one slot; a number stays with the mask of where it is known. */
function groupsOf(parts: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const units = [...Map.groupBy(parts, ({ node }) => node).values()];
  const sizeOf = (unit: readonly Wanted[]): number => unit.reduce((sum, { bits }) => sum + bits, 0);
  const groups: Wanted[][] = [];
  let room = 0;
  for (const unit of units.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
    const size = sizeOf(unit);
    if (size > packedBits) continue;
    if (size > room) {
      groups.push([]);
      room = packedBits;
    }
    groups.at(-1)?.push(...unit);
    room -= size;
  }
  return groups.filter((group) => group.length > 1);
}

/** Nodes that an inner space reads, and those that a later stage of their own space does. */
function readersOf(plan: Plan, subject: Scope): readonly [ReadonlySet<Node>, ReadonlySet<Node>] {
  const [gathered, own] = [new Set<Node>(), new Set<Node>()];
  for (const { nodes, sums, results, space } of plan.stages) {
    const here = new Set(nodes);
    const reads = (arg: Node, scope: Scope): void => {
      if (arg.scope !== scope) gathered.add(arg);
      else if (!here.has(arg)) own.add(arg);
    };
    for (const node of nodes) if (node.op !== 'aggregate') for (const arg of node.args) reads(arg, space.scope);
    for (const sum of sums) for (const arg of sum.args) reads(arg, space.scope);
    for (const result of results) for (const node of result.nodes) reads(node, subject);
  }
  return [gathered, own];
}
