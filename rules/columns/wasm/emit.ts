import type { Space } from '../../plan/plan.ts';
import type { LaneProgram } from '../lanes/lanes.ts';
import { blockParams } from './element-code.ts';
import {
  access,
  block,
  br,
  brIf,
  call,
  type Code,
  i32Const,
  ifElse,
  localGet,
  localSet,
  loop,
} from './instructions.ts';
import type { Layout } from './layout.ts';
import type { WasmFunction, WasmModule } from './module.ts';
import { stageFunction } from './stage.ts';

const pageBytes = 65_536;

/** How many pages of memory the layout takes. */
export function pagesOf(layout: Layout): number {
  return Math.ceil((layout.bytes + pageBytes) / pageBytes);
}

/**
 * A lane program as a WebAssembly module. Its function `block(firstRow, rows, firstHousehold, households)` works one block of whole
 * households; it gives 0, or k + 1 when link space k has more elements in this block than the layout has room for (nothing is lost: lay out
 * more and run the block again).
 */
export function emitWasm(program: LaneProgram, layout: Layout): WasmModule {
  const expansions = program.links.map((space, k) => expandFunction(program, layout, space, k));
  const stages = program.stages.map((stage, n) =>
    stageFunction(program, layout, stage, `stage_${n}_${stage.space.kind}`),
  );
  const pass: Code = blockParams.map((_, n) => localGet(n));
  const body: Code = [
    expansions.map(({ name }, k): Code => [pass, call(name), ifElse([i32Const(k + 1), 'return'])]),
    stages.map(({ name }): Code => [pass, call(name)]),
    i32Const(0),
  ];
  const whole: WasmFunction = {
    name: 'block',
    exported: true,
    params: blockParams,
    results: ['i32'],
    locals: [],
    body,
  };
  return { memory: { minPages: pagesOf(layout) }, functions: [...expansions, ...stages, whole] };
}

/** Lays out the people whom each element of the outer space sees: their rows, from whom they are seen, and where each one's begin. */
function expandFunction(program: LaneProgram, layout: Layout, space: Space, k: number): WasmFunction {
  const { outer, relation, of } = space;
  const own = layout.spaces[k];
  if (outer === undefined || relation === undefined || of === undefined || own === undefined)
    throw new Error('A link space is seen from somewhere.');
  const names = ['element', 'count', 'row', 'from', 'end', 'placed'] as const;
  const local = (name: (typeof names)[number]): number => blockParams.length + names.indexOf(name);
  const [element, count, row, from, end, placed] = names.map(local) as [number, number, number, number, number, number];
  const bytes = (index: number): Code => [localGet(index), i32Const(2), 'i32.shl'];
  const load = (index: number, base: number): Code => [bytes(index), access('i32.load', base)];
  const outerK = program.links.indexOf(outer);
  const outerCount: Code =
    outer.kind === 'rows' ? [localGet(1)] : [i32Const(layout.counts + 4 * outerK), access('i32.load')];
  const placeOf = (one: Space): Layout['spaces'][number] => {
    const found = layout.spaces[program.links.indexOf(one)];
    if (found === undefined) throw new Error('Relatives are seen from a person in sight.');
    return found;
  };
  // Whose relatives they are may stand further out than from whom they are looked at.
  const toWhose: Code[number][] = [localGet(element), localSet(row)];
  for (let at = outer; at !== of; at = at.outer ?? of) toWhose.push(load(row, placeOf(at).from), localSet(row));
  const outerRow: Code = of.kind === 'rows' ? [localGet(0), localGet(row), 'i32.add'] : load(row, placeOf(of).rows);
  const table = relation === 'members' ? undefined : layout.links.get(relation);
  // A household's members are its rows; other relatives are listed.
  const toHousehold: Code = relation === 'members' ? [load(row, layout.householdOf), localSet(row)] : [];
  const offsets = table?.offsets ?? layout.householdOffsets;
  const target: Code = table === undefined ? [localGet(from)] : load(from, table.targets);
  const body: Code = [
    [outerCount, localSet(count)],
    block('all', [
      loop('next', [
        [bytes(element), localGet(placed), access('i32.store', own.offsets)],
        [localGet(element), localGet(count), 'i32.ge_u', brIf('all')],
        [toWhose, outerRow, localSet(row), toHousehold],
        [load(row, offsets), localSet(from), bytes(row), access('i32.load', offsets + 4), localSet(end)],
        [localGet(placed), localGet(end), 'i32.add', localGet(from), 'i32.sub', i32Const(own.capacity), 'i32.gt_u'],
        ifElse([i32Const(1), 'return']),
        block('seen', [
          loop('one', [
            [localGet(from), localGet(end), 'i32.ge_u', brIf('seen')],
            [bytes(placed), target, access('i32.store', own.rows)],
            [bytes(placed), localGet(element), access('i32.store', own.from)],
            [localGet(placed), i32Const(1), 'i32.add', localSet(placed)],
            [localGet(from), i32Const(1), 'i32.add', localSet(from)],
            br('one'),
          ]),
        ]),
        [localGet(element), i32Const(1), 'i32.add', localSet(element)],
        br('next'),
      ]),
    ]),
    [i32Const(layout.counts + 4 * k), localGet(placed), access('i32.store')],
    // The last four may reach past the end: there they see row and element 0.
    ([0, 1, 2] as const).map((n): Code => [
      [bytes(placed), i32Const(0), access('i32.store', own.rows + 4 * n)],
      [bytes(placed), i32Const(0), access('i32.store', own.from + 4 * n)],
    ]),
    i32Const(0),
  ];
  return {
    name: `expand_${k}_${relation}`,
    exported: false,
    params: blockParams,
    results: ['i32'],
    locals: names.map((name) => ({ type: 'i32', name })),
    body,
  };
}
