import { outcomeCode } from '../../rules/columns/results.ts';
import type { Outcome } from '../../rules/determination.ts';
import type { ShardDivisions } from '../read-shard.ts';
import type { RowIds } from '../write.ts';
import type { Schema } from '../table/parquet.ts';
import type { TableColumn } from '../table/column.ts';
import type { ShardResults } from './program-runner.ts';

/** Texts of the outcomes by their codes. */
export const outcomeTexts: readonly Outcome[] = Object.entries({
  'not-eligible': outcomeCode.notEligible,
  eligible: outcomeCode.eligible,
  undetermined: outcomeCode.undetermined,
} satisfies Record<Outcome, number>)
  .toSorted(([, a], [, b]) => a - b)
  .map(([text]) => text as Outcome);

/** The columns of `--out`, one row a person. */
export const resultSchema: Schema = [
  { name: 'id', kind: 'text' },
  { name: 'division', kind: 'code' },
  { name: 'outcome', kind: 'code' },
  { name: 'amount_fen', kind: 'number' },
  { name: 'reasons', kind: 'lists' },
  { name: 'missing', kind: 'lists' },
];

export function resultColumns(
  { rows, outcome, amount, reasons, missing, missingSets }: ShardResults,
  reasonCodes: readonly string[],
  divisions: ShardDivisions,
  ids: RowIds,
): readonly TableColumn[] {
  const given = reasonLists(reasons ?? new Int32Array(rows), reasonCodes);
  return [
    { name: 'id', kind: 'text', ...ids },
    { name: 'division', kind: 'code', codes: divisions.of, texts: divisions.list },
    { name: 'outcome', kind: 'code', codes: outcome, texts: outcomeTexts },
    { name: 'amount_fen', kind: 'number', numbers: amount },
    { name: 'reasons', kind: 'lists', ...given },
    { name: 'missing', kind: 'lists', codes: missing ?? new Uint8Array(rows), lists: missingSets },
  ];
}

/** Bits as places in a list of those that occur. */
function reasonLists(
  reasons: Int32Array,
  codes: readonly string[],
): { readonly codes: Uint32Array; readonly lists: readonly (readonly string[])[] } {
  const places = new Map<number, number>();
  const of = new Uint32Array(reasons.length);
  let [last, place] = [-1, 0];
  for (let row = 0; row < reasons.length; row += 1) {
    const bits = reasons[row] as number;
    // Neighbours often have the same.
    if (row === 0 || bits !== last) {
      place = places.get(bits) ?? places.size;
      places.set(bits, place);
      last = bits;
    }
    of[row] = place;
  }
  return { codes: of, lists: [...places.keys()].map((bits) => codes.filter((_, n) => ((bits >>> n) & 1) === 1)) };
}

/** The rows that are told: subjects, no guests. */
export function subjectRows({ rows, subjects }: Pick<ShardResults, 'rows' | 'subjects'>): Uint32Array {
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  return subjects === undefined ? all : all.filter((row) => subjects[row] === 1);
}
