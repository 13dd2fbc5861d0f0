import { byReasonColumn, outcomeCode } from '../../../rules/columns/results.ts';
import type { Outcome } from '../../../rules/determination.ts';
import type { ShardDivisions } from '../../open/read-shard.ts';
import type { RowIds } from '../../write.ts';
import type { Schema } from '../../table/parquet.ts';
import type { TableColumn } from '../../table/column.ts';
import type { ShardResults } from '../program-runner.ts';

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
  const none: Lists = { codes: new Uint32Array(rows), lists: [[]] };
  const given = byReasonColumn(reasonCodes)
    .map((codes, n) => reasonLists(reasons[n] ?? new Int32Array(rows), codes))
    .reduce((before, more) => (before === none ? more : beside(before, more)), none);
  return [
    { name: 'id', kind: 'text', ...ids },
    { name: 'division', kind: 'code', codes: divisions.of, texts: divisions.list },
    { name: 'outcome', kind: 'code', codes: outcome, texts: outcomeTexts },
    { name: 'amount_fen', kind: 'number', numbers: amount },
    { name: 'reasons', kind: 'lists', ...given },
    { name: 'missing', kind: 'lists', codes: missing ?? new Uint8Array(rows), lists: missingSets },
  ];
}

/** For each row its place among lists. */
interface Lists {
  readonly codes: Uint32Array;
  readonly lists: readonly (readonly string[])[];
}

/** One list of each row behind the other. */
function beside(first: Lists, second: Lists): Lists {
  const places = new Map<number, number>();
  const size = second.lists.length;
  const codes = first.codes.map((place, row) => {
    const both = place * size + (second.codes[row] ?? 0);
    const known = places.get(both) ?? places.size;
    places.set(both, known);
    return known;
  });
  const lists = [...places.keys()].map((both) => [
    ...(first.lists[Math.floor(both / size)] ?? []),
    ...(second.lists[both % size] ?? []),
  ]);
  return { codes, lists };
}

/** Bits as places in a list of those that occur. */
function reasonLists(reasons: Int32Array, codes: readonly string[]): Lists {
  const places = new Map<number, number>();
  // Of few codes a table is faster than a map; 0 stands for none yet.
  const table = new Uint32Array(codes.length <= 16 ? 1 << codes.length : 0);
  const placeOf = (bits: number): number => {
    const place = places.get(bits) ?? places.size;
    places.set(bits, place);
    if (table.length > 0) table[bits] = place + 1;
    return place;
  };
  const of = new Uint32Array(reasons.length);
  for (let row = 0; row < reasons.length; row += 1) {
    const bits = reasons[row] as number;
    const known = table.length > 0 ? (table[bits] as number) : 0;
    of[row] = known > 0 ? known - 1 : placeOf(bits);
  }
  return { codes: of, lists: [...places.keys()].map((bits) => codes.filter((_, n) => ((bits >>> n) & 1) === 1)) };
}

/** The rows that are told: subjects, no guests. */
export function subjectRows({ rows, subjects }: Pick<ShardResults, 'rows' | 'subjects'>): Uint32Array {
  const told = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row += 1) if (subjects === undefined || subjects[row] === 1) told[count++] = row;
  return told.subarray(0, count);
}
