import { assumedRegister } from '../../../rules/columns/assumed-register.ts';
import { emitJs } from '../../../rules/columns/js/emit.ts';
import { compileColumns, graphFor } from '../../../rules/columns/program.ts';
import { emitWasm } from '../../../rules/columns/wasm/emit.ts';
import { layoutOf } from '../../../rules/columns/wasm/layout.ts';
import { watOf } from '../../../rules/columns/wasm/wat.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import { printGraph } from '../../../rules/ir/print.ts';
import { readPeriod } from '../../../rules/pack/period.ts';
import type { Dialect } from '../../../rules/sql/dialect.ts';
import { queryFor } from '../../../rules/sql/query.ts';
import { inLanguage } from '../../../values/language.ts';
import type { Day } from '../../../values/day.ts';
import { linksRead } from '../../../registers/engine/engine.ts';
import { wideIn } from '../../../registers/engine/js.ts';
import type { Io } from '../io.ts';
import { type Or, refused } from '../refusal.ts';

/** What a stage of the compiler makes of a pack. */
export const stages = ['ir', 'js', 'wat', 'sql'] as const;
export type Shown = (typeof stages)[number];

/** As text: the graph after its passes, or the program for a register that holds all its facts. */
export function stageText(
  io: Io,
  { pack, period: periodText }: { readonly pack: Pack; readonly period: string },
  on: Day | undefined,
  stage: Shown,
  dialect: Dialect,
): Or<string> {
  const period = readPeriod(periodText);
  if (period === undefined) throw new Error('A period that the policy covers can be read.');
  const day = on ?? period.last;
  if (stage === 'ir') return { found: printGraph(graphFor(pack.rule, period, day)) };
  if (stage === 'sql') {
    const query = queryFor(pack.rule, period, day, dialect);
    return query.kind === 'query' ? { found: query.text } : refused('not-in-sql', inLanguage(query.words, io.language));
  }
  const register = assumedRegister(pack.rule, pack.vocabulary);
  const compiled = compileColumns(pack.rule, period, day, register, { reasons: true });
  if (compiled.kind === 'refused') return refused('not-in-columns', inLanguage(compiled.words, io.language));
  const { program } = compiled;
  if (stage === 'js') return { found: `${emitJs(program.lanes, wideIn(program))}\n` };
  const capacity = {
    rows: register.largestShard,
    households: register.largestShard,
    links: {},
    blockRows: 4096,
    blockHouseholds: 4096,
    linkElements: program.lanes.links.map(() => 8192),
  };
  return { found: watOf(emitWasm(program.lanes, layoutOf(program.lanes, linksRead(program), capacity))) };
}
