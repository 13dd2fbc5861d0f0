import { familyView, personFacts } from '../../rules/columns/facts-at.ts';
import { outcomeCode } from '../../rules/columns/results.ts';
import { type ColumnProgram, compileColumns } from '../../rules/columns/program.ts';
import { readPeriod } from '../../rules/pack/period.ts';
import { type ColumnEngine, type Outputs, runShard } from '../../registers/engine/engine.ts';
import { jsEngine } from '../../registers/engine/js.ts';
import { wasmEngine } from '../../registers/engine/wasm.ts';
import { type BackEnd, byExplain, type Found } from './back-end.ts';
import { inColumns } from './shard-of.ts';

function columnOf(outputs: Outputs, name: string): Int8Array | Int32Array | BigInt64Array {
  const column = outputs.get(name);
  if (column === undefined) throw new Error(`The engine gives no ${name}.`);
  return column;
}

/** What the columns say of a row; undefined where they leave it to explain. */
function foundAt(outputs: Outputs, row: number): Found | undefined {
  const outcome = columnOf(outputs, 'outcome')[row];
  if (outcome === outcomeCode.notEligible) return { kind: 'not-eligible' };
  if (outcome === outcomeCode.undetermined) return undefined;
  const amount = columnOf(outputs, 'amount')[row];
  if (outcome !== outcomeCode.eligible || amount === undefined) throw new Error(`No outcome in row ${row}: ${outcome}`);
  return { kind: 'eligible', amountFen: BigInt(amount) };
}

/**
 * A column engine as a whole register's run uses it: rows that it leaves open or cannot tell are explained one by one, from what stands in the
 * columns.
 */
function inColumnsBy(name: string, engineFor: (program: ColumnProgram) => ColumnEngine): BackEnd {
  return {
    name,
    determine: async (pack, periodText, population, wanted) => {
      const period = readPeriod(periodText);
      if (period === undefined) throw new RangeError(`${periodText} is no period`);
      const { info, shard, rowOf } = inColumns(population, pack.rule.facts.values());
      const compiled = compileColumns(pack.rule, period, population.on, info);
      if (compiled.kind === 'refused') return { kind: 'refused', why: compiled.words.en };
      const outputs = runShard(engineFor(compiled.program), shard);
      const view = familyView(info, shard, population.on, compiled.program.reach);
      let explained = 0;
      const found: Found[] = [];
      for (const person of wanted ?? population.people.keys()) {
        const row = rowOf[person] ?? 0;
        const own = shard.irregular?.[row] === 1 ? undefined : foundAt(outputs, row);
        if (own === undefined) explained += 1;
        found[person] = own ?? byExplain(pack, personFacts(view, row), periodText);
      }
      return { kind: 'found', found, explained };
    },
  };
}

export const columnsInJs: BackEnd = inColumnsBy('columns in JavaScript', jsEngine);
export const columnsInWasm: BackEnd = inColumnsBy('columns in WebAssembly', wasmEngine);
