import {
  type ColumnValues,
  type RegisterInfo,
  type Shard,
  unknown32,
  unknown64,
} from '../../../rules/columns/shard.ts';
import { type ColumnProgram, graphFor } from '../../../rules/columns/program.ts';
import { inexactFacts } from '../../../rules/ir/limits/exactness.ts';
import type { Graph } from '../../../rules/ir/node.ts';
import { floorDivided } from '../../../rules/ir/passes/fold.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import type { Period } from '../../../rules/pack/period.ts';
import type { Day } from '../../../values/day.ts';
import { wideIn } from '../../engine/js.ts';
import { type GapCode, gapCode } from './gap-code.ts';

/** What the undetermined rows of a shard hang on. */
export interface GapFinder {
  /** Bit `n` for gap `n`; 0 where nothing is open. Undefined: only `explain` can tell. */
  maskOf(row: number): number | undefined;
  /** The names in a mask, each once, in order. */
  namesIn(mask: number): readonly string[];
}

type MaskOf = (row: number) => number;
type Made = (env: Readonly<Record<string, unknown>>) => MaskOf;

/** What was asked, and of which register. */
export interface Asked {
  readonly pack: Pack;
  readonly register: RegisterInfo;
  readonly period: Period;
  readonly on: Day;
}

/** Makes, from one program, finders for its shards. */
export function gapFinderOf(
  program: ColumnProgram,
  { pack, period, on, register }: Asked,
): (shard: Shard) => GapFinder {
  const wide = wideIn(program);
  const code = gapCode(program.graph, wide);
  if (code === undefined) return () => ({ maskOf: () => undefined, namesIn: () => [] });
  // The text is our own, made from a checked rule: names in it are numbers.
  // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval
  const made = new Function('env', code.text) as Made;
  // Of the rule as written: what the register holds nothing of is no fact any more in the program's own graph.
  const inexact = inexactMask(graphFor(pack.rule, period, on), code);
  return (shard) => {
    const maskOf = made(environment(code, register, shard, wide));
    return {
      maskOf: (row) => {
        const mask = maskOf(row);
        return mask === 0 || (mask & inexact) !== 0 ? undefined : mask;
      },
      namesIn: (mask) => namesIn(code, mask),
    };
  };
}

function inexactMask(graph: Graph, { gaps }: GapCode): number {
  const inexact = inexactFacts(graph);
  return gaps.reduce((mask, { name, isDay }, n) => (isDay || inexact.has(name) ? mask | (1 << n) : mask), 0);
}

function namesIn({ gaps }: GapCode, mask: number): readonly string[] {
  return [...new Set(gaps.filter((_, n) => ((mask >>> n) & 1) === 1).map(({ name }) => name))].toSorted();
}

function environment(
  code: GapCode,
  register: RegisterInfo,
  shard: Shard,
  wide: 'double' | 'bigint',
): Readonly<Record<string, unknown>> {
  const columns = code.facts.map((fact): ColumnValues => {
    const values = shard.columns.get(fact);
    if (values === undefined) throw new Error(`The shard has no column ${fact}`);
    return values;
  });
  const usesHouseholds = /\boff\[/.test(code.text);
  return {
    columns,
    unknown: columns.map((values) => (values instanceof BigInt64Array ? unknown64 : unknown32)),
    links: shard.links,
    ...(usesHouseholds && register.householdsKnown && { of: shard.households.of, off: shard.households.offsets }),
    ...(wide === 'double'
      ? {
          div: (a: number, by: number) => Math.floor(a / by),
          mod: (a: number, by: number) => a - Math.floor(a / by) * by,
        }
      : { div: floorDivided, mod: (a: bigint, by: bigint) => a - floorDivided(a, by) * by }),
  };
}
