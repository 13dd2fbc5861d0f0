import { outcomeCode } from '../../../rules/columns/results.ts';
import { type ColumnProgram, compileColumns } from '../../../rules/columns/program.ts';
import { readPeriod } from '../../../rules/pack/period.ts';
import { type ColumnEngine, type Outputs, runShard } from '../../../registers/engine/engine.ts';
import { jsEngine } from '../../../registers/engine/js.ts';
import { wasmEngine } from '../../../registers/engine/wasm.ts';
import { OpenRows, type RowResult } from '../../../registers/run/open-rows/open-rows.ts';
import { type BackEnd, type Found, orOutOfRange } from './back-end.ts';
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

function settledAs({ outcome, amountFen, missing }: RowResult): Found {
  if (outcome === outcomeCode.notEligible) return { kind: 'not-eligible' };
  if (outcome === outcomeCode.undetermined) return { kind: 'undetermined', missing: new Set(missing) };
  return { kind: 'eligible', amountFen };
}

/** A column engine as a whole register's run uses it, with what that run settles the rows by that the engine leaves open or cannot tell. */
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
      const asked = { pack, register: info, period, on: population.on };
      const settle = new OpenRows(asked, compiled.program).on(shard, () => shard);
      let explained = 0;
      const found: Found[] = [];
      for (const person of wanted ?? population.people.keys()) {
        const row = rowOf[person] ?? 0;
        const isIrregular = shard.irregular?.[row] === 1;
        const own = isIrregular ? undefined : foundAt(outputs, row);
        if (own === undefined) explained += 1;
        found[person] = own ?? orOutOfRange(() => settledAs(isIrregular ? settle.irregular(row) : settle.open(row)));
      }
      return { kind: 'found', found, explained };
    },
  };
}

export const columnsInJs: BackEnd = inColumnsBy('columns in JavaScript', jsEngine);
export const columnsInWasm: BackEnd = inColumnsBy('columns in WebAssembly', wasmEngine);
