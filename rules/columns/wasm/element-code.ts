import type { Space } from '../../plan/plan.ts';
import type { LaneProgram } from '../lanes/lanes.ts';
import { access, accessLane, type Code, i32Const, lane, localGet, localSet } from './instructions.ts';
import type { Layout } from './layout.ts';
import type { WasmLocal } from './module.ts';
import { lanes4, type Locals, type Place } from './vectors.ts';

/** Parameters of every stage. */
export const firstRow = 0;
export const rows = 1;
const firstHousehold = 2;
const households = 3;
export const blockParams: readonly WasmLocal[] = [
  { type: 'i32', name: 'firstRow' },
  { type: 'i32', name: 'rows' },
  { type: 'i32', name: 'firstHousehold' },
  { type: 'i32', name: 'households' },
];

/** Elements of another space that the current four belong to: locals of their places there, four bytes an element. */
export type Four = readonly [number, number, number, number];

/**
 * The code of one stage as it grows: its locals, what comes before the loop and what each turn does, and how the four elements of a turn
 * find their own columns and those of the elements that they belong to.
 */
export class ElementCode implements Locals {
  /** Before the loop: constants and carries. */
  readonly before: Code[number][] = [];
  readonly body: Code[number][] = [];
  readonly locals: WasmLocal[] = [];
  /** Bytes from the first element of the block, four a 32-bit element. */
  readonly at: number;
  readonly #program: LaneProgram;
  readonly #layout: Layout;
  readonly #space: Space;
  readonly #elements = new Map<string, Four>();
  readonly #pointers = new Map<string, number>();
  readonly #onces = new Map<string, number>();

  constructor(program: LaneProgram, layout: Layout, space: Space) {
    this.#program = program;
    this.#layout = layout;
    this.#space = space;
    this.at = this.local('i32', 'at');
  }

  vector(): number {
    return this.local('v128');
  }

  integer(): number {
    return this.local('i32');
  }

  local(type: WasmLocal['type'], name?: string): number {
    this.locals.push(name === undefined ? { type } : { type, name });
    return blockParams.length + this.locals.length - 1;
  }

  #linkOf(space: Space): number {
    const k = this.#program.links.indexOf(space);
    if (k < 0) throw new Error('A space that is no link space.');
    return k;
  }

  placed(space: Space): Layout['spaces'][number] {
    const found = this.#layout.spaces[this.#linkOf(space)];
    if (found === undefined) throw new Error('A link space without a place.');
    return found;
  }

  count(space: Space): Code {
    if (space.kind === 'households') return [localGet(households)];
    if (space.kind === 'rows') return [localGet(rows)];
    return [i32Const(this.#layout.counts + 4 * this.#linkOf(space)), access('i32.load')];
  }

  /** A local that is worked out once for each four elements. */
  #pointer(key: string, code: () => Code): number {
    const known = this.#pointers.get(key);
    if (known !== undefined) return known;
    const local = this.local('i32');
    this.body.push(code(), localSet(local));
    this.#pointers.set(key, local);
    return local;
  }

  /** Bytes from the first row of the shard, of columns so wide. */
  rowPointer(width: 8 | 32 | 64): Code {
    const four = this.#pointer('row', () => [
      this.once('row base', 'i32', fourTimes(firstRow)),
      localGet(this.at),
      'i32.add',
    ]);
    if (width === 32) return [localGet(four)];
    if (width === 8) return [localGet(this.#pointer('row8', () => [localGet(four), i32Const(2), 'i32.shr_u']))];
    return [localGet(this.#pointer('row64', () => [localGet(four), i32Const(1), 'i32.shl']))];
  }

  householdPointer(): Code {
    const base = (): Code => this.once('household base', 'i32', fourTimes(firstHousehold));
    return [localGet(this.#pointer('household', () => [base(), localGet(this.at), 'i32.add']))];
  }

  /** Something that is the same in every turn, worked out before the first. */
  once(key: string, type: 'i32' | 'v128', code: Code): Code {
    const known = this.#onces.get(key);
    if (known !== undefined) return [localGet(known)];
    const local = this.local(type);
    this.before.push(code, localSet(local));
    this.#onces.set(key, local);
    return [localGet(local)];
  }

  /** Bytes from a block's first element, where each takes eight. */
  at64(): Code {
    return [localGet(this.#pointer('at64', () => [localGet(this.at), i32Const(1), 'i32.shl']))];
  }

  four(key: string, vector: () => Code): Four {
    const known = this.#elements.get(key);
    if (known !== undefined) return known;
    const [held, a, b, c, d] = [this.local('v128'), ...lanes4.map(() => this.local('i32'))] as [number, ...Four];
    const four: Four = [a, b, c, d];
    this.body.push(vector(), i32Const(2), 'i32x4.shl', localSet(held));
    lanes4.forEach((n) => this.body.push(localGet(held), lane('i32x4.extract_lane', n), localSet(four[n])));
    this.#elements.set(key, four);
    return four;
  }

  /** Which elements of a space further out the four belong to (`hops` at least 1), and that space. */
  outward(hops: number): { readonly space: Space; readonly four: Four } {
    let space = this.#space;
    let four: Four | undefined;
    for (let hop = 0; hop < hops; hop += 1) {
      const from = four;
      const here = space;
      const { outer } = space;
      if (outer === undefined) throw new Error('There is no space further out.');
      four = this.four(`element ${hop + 1}`, () =>
        here.kind === 'rows' ? this.#householdOf(from) : this.#fromLinks(here, from),
      );
      space = outer;
    }
    if (four === undefined) throw new Error('Own elements are read in a row.');
    return { space, four };
  }

  /** The households of rows of the block, counted from the block's first. */
  #householdOf(elements: Four | undefined): Code {
    const base = this.#layout.householdOf;
    const found: Code =
      elements === undefined ? [this.rowPointer(32), access('v128.load', base)] : this.gather(elements, base, true);
    return [found, this.once('first household', 'v128', [localGet(firstHousehold), 'i32x4.splat']), 'i32x4.sub'];
  }

  #fromLinks(space: Space, elements: Four | undefined): Code {
    const base = this.placed(space).from;
    return elements === undefined ? [localGet(this.at), access('v128.load', base)] : this.gather(elements, base, false);
  }

  /** 32-bit values of four elements as one vector; `ofShard` when they count from the block's first row in a column of the shard. */
  gather(four: Four, base: number, ofShard: boolean): Code {
    const held = this.local('v128');
    const address = (n: (typeof lanes4)[number]): Code => this.#bytesAt(four[n], ofShard);
    return [
      [address(0), access('v128.load32_zero', base), localSet(held)],
      ([1, 2, 3] as const).map((n): Code => [
        address(n),
        localGet(held),
        accessLane('v128.load32_lane', n, base),
        localSet(held),
      ]),
      localGet(held),
    ];
  }

  gather64(four: Four, base: number, to: Place, ofShard: boolean): void {
    const address = (n: (typeof lanes4)[number]): Code => [this.#bytesAt(four[n], ofShard), i32Const(1), 'i32.shl'];
    const pair = (first: 0 | 2, local: number | undefined): void => {
      if (local === undefined) throw new Error('A wide value has two places.');
      this.body.push(
        [address(first), access('v128.load64_zero', base), localSet(local)],
        [address((first + 1) as 1 | 3), localGet(local), accessLane('v128.load64_lane', 1, base), localSet(local)],
      );
    };
    pair(0, to[0]);
    pair(2, to[1]);
  }

  gather8(four: Four, base: number, to: number, ofShard: boolean): void {
    for (const n of lanes4) {
      const address: Code = [this.#bytesAt(four[n], ofShard), i32Const(2), 'i32.shr_u'];
      this.body.push([localGet(to), address, access('i32.load8_s', base), lane('i32x4.replace_lane', n), localSet(to)]);
    }
  }

  #bytesAt(element: number, ofShard: boolean): Code {
    if (!ofShard) return [localGet(element)];
    return [localGet(element), this.once('row base', 'i32', fourTimes(firstRow)), 'i32.add'];
  }
}

const fourTimes = (local: number): Code => [localGet(local), i32Const(2), 'i32.shl'];
