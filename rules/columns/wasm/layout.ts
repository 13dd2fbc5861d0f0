import type { LaneProgram } from '../lanes/lanes.ts';
import type { LinkRelation } from '../shard.ts';

/** For how much a module is made: a shard and a block beyond it need another. */
export interface Capacity {
  readonly rows: number;
  readonly households: number;
  readonly links: Readonly<Partial<Record<LinkRelation, number>>>;
  readonly blockRows: number;
  readonly blockHouseholds: number;
  /** Elements of each link space in a block, in the program's order. */
  readonly linkElements: readonly number[];
}

/** Byte addresses of everything in the module's memory. Scratch lies first: what is read past the end of a column is still memory. */
export interface Layout {
  readonly counts: number;
  readonly slots: ReadonlyMap<number, number>;
  readonly counters: ReadonlyMap<number, number>;
  /** Of link space k: offsets, rows and the elements they are seen from. */
  readonly spaces: readonly {
    readonly offsets: number;
    readonly rows: number;
    readonly from: number;
    readonly capacity: number;
  }[];
  readonly householdOffsets: number;
  readonly householdOf: number;
  readonly links: ReadonlyMap<LinkRelation, { readonly offsets: number; readonly targets: number }>;
  readonly columns: ReadonlyMap<string, number>;
  readonly outputs: ReadonlyMap<string, number>;
  readonly bytes: number;
}

/** Vectors read and write up to 15 bytes past the last element; indexes read there must stay harmless. */
export const padding = 64;

/** Places everything that the program needs; null bytes lie between. */
export function layoutOf(program: LaneProgram, relations: readonly LinkRelation[], capacity: Capacity): Layout {
  let at = 64;
  const place = (bytes: number): number => {
    const address = at;
    at = Math.ceil((address + bytes + padding) / 64) * 64;
    return address;
  };
  const elements = new Map(program.links.map((space, k) => [space, capacity.linkElements[k] ?? 0] as const));
  const roomOf = (space: LaneProgram['links'][number]): number =>
    space.kind === 'households'
      ? capacity.blockHouseholds
      : space.kind === 'rows'
        ? capacity.blockRows
        : (elements.get(space) ?? 0);
  const counts = place(4 * program.links.length);
  const slots = new Map(
    program.slots.map(({ id, space, lane }) => [id, place(roomOf(space) * (lane === 'i64' ? 8 : 4))]),
  );
  const counters = new Map(
    program.counters.map(({ id, space, lane }) => [id, place((roomOf(space) + 1) * (lane === 'i64' ? 8 : 4))]),
  );
  const spaces = program.links.map((space) => ({
    offsets: place(4 * (roomOf(space.outer ?? space) + 1)),
    rows: place(4 * roomOf(space)),
    from: place(4 * roomOf(space)),
    capacity: roomOf(space),
  }));
  const householdOffsets = program.usesHouseholds ? place(4 * (capacity.households + 1)) : 0;
  const householdOf = program.usesHouseholds ? place(4 * capacity.rows) : 0;
  const links = new Map(
    relations.map((relation) => [
      relation,
      { offsets: place(4 * (capacity.rows + 1)), targets: place(4 * (capacity.links[relation] ?? 0)) },
    ]),
  );
  const columns = new Map(program.facts.map(({ fact, width }) => [fact, place((width / 8) * capacity.rows)]));
  const outputs = new Map(program.outputs.map(({ name, width }) => [name, place((width / 8) * capacity.rows)]));
  return { counts, slots, counters, spaces, householdOffsets, householdOf, links, columns, outputs, bytes: at };
}
