import { type ColumnInfo, type ColumnValues, type Shard, unknown64 } from '../../rules/columns/shard.ts';
import { checkColumn } from './check-column.ts';
import { columnFile, guestFiles, householdFiles, linkFiles } from '../folder/layout.ts';
import { entryAt, type Wanted } from './read-shard.ts';
import { type Register, shownPath } from './open.ts';
import { surelyTogether } from './surely-fine.ts';
import { problemAt, type RegisterProblem, type RegisterProblemKind } from '../problem.ts';

type Add = (
  file: string,
  row: number | undefined,
  kind: RegisterProblemKind,
  values?: Readonly<Record<string, string>>,
) => void;

/**
 * Whether what was read of a shard holds together: values are dates, booleans, known texts and within the range that the policy was
 * compiled for; households and links stay within the shard; nobody is their own ancestor. Of each file the first fault is told, with its
 * row (from 1) and column. 250 million values a second and more: every shard is checked before it is determined.
 */
export function checkShard(
  register: Register,
  index: number,
  shard: Shard,
  wanted: Wanted,
): readonly RegisterProblem[] {
  const entry = entryAt(register, index);
  const problems: RegisterProblem[] = [];
  const facts = new Map([...shard.columns.keys()].map((fact) => [columnFile(fact), fact]));
  const add: Add = (file, row, kind, values) => {
    const column = facts.get(file);
    const place = { file: shownPath(entry, file), ...(column !== undefined && { column }) };
    problems.push(problemAt({ ...place, ...(row !== undefined && { row: row + 1 }) }, kind, values));
  };
  for (const [fact, values] of shard.columns) {
    const info = register.info.columns.get(fact);
    if (info !== undefined) checkFact(info, values, register.info.dictionary.length, add);
  }
  if (wanted.households) checkHouseholds(shard, add);
  if (shard.links !== undefined) for (const relation of wanted.relations) checkLinks(shard, relation, add);
  checkFlags(shard, add);
  return problems;
}

function checkFact(info: ColumnInfo, values: ColumnValues, texts: number, add: Add): void {
  const row = checkColumn(info, values, texts);
  if (row < 0) return;
  const found = values[row] ?? 0;
  const file = columnFile(info.fact);
  const written = (value: bigint | number | undefined): string => (value === undefined ? '' : asWritten(info, value));
  const range = {
    found: asWritten(info, found, true),
    least: written(info.least),
    greatest: written(info.greatest),
  };
  const beyond = info.least === undefined || info.greatest === undefined || found < info.least || found > info.greatest;
  if (info.type === 'boolean' && (found < -1 || found > 1)) return add(file, row, 'no-boolean', range);
  if ((info.type === 'text' || info.type === 'enum') && (found < 0 || found >= texts))
    return add(file, row, 'no-text', range);
  if (info.type === 'date' && !beyond) return add(file, row, 'no-date', range);
  add(file, row, info.type === 'date' ? dateKind(info, values, row) : 'out-of-range', range);
}

/** A date or month as its reader writes it, also one that no calendar has; `beside` adds the number that stands in the column. */
function asWritten({ type }: ColumnInfo, value: bigint | number, beside = false): string {
  const number = Number(value);
  // Below the year 1 there is nothing to write.
  if ((type !== 'date' && type !== 'month') || number < (type === 'date' ? 512 : 12)) return String(value);
  const pad = (part: number, width: number): string => String(part).padStart(width, '0');
  const [year, month, day] =
    type === 'date'
      ? [Math.floor(number / 512), (number >> 5) & 15, number & 31]
      : [Math.floor(number / 12), (number % 12) + 1, 0];
  const text = `${pad(year, 4)}-${pad(month, 2)}${day === 0 ? '' : `-${pad(day, 2)}`}`;
  return beside ? `${text} (${value})` : text;
}

/** A value out of range that isn't even a date is told as that. */
function dateKind(info: ColumnInfo, values: ColumnValues, row: number): RegisterProblemKind {
  const widest = { ...info, least: unknown64, greatest: 2n ** 63n - 1n };
  return checkColumn(widest, values.subarray(row, row + 1), 0) < 0 ? 'out-of-range' : 'no-date';
}

/** The first entry at which the offsets stop rising from 0 to `end`; -1 where they rise. */
function firstFall(offsets: Uint32Array, end: number): number {
  if (offsets[0] !== 0) return 0;
  let before = 0;
  for (let i = 1; i < offsets.length; i += 1) {
    const offset = offsets[i] as number;
    if (offset < before || offset > end) return i;
    before = offset;
  }
  return before === end ? -1 : offsets.length - 1;
}

function checkHouseholds({ rows, households: { count, offsets, of } }: Shard, add: Add): void {
  const fall = firstFall(offsets, rows);
  if (fall >= 0) return add(householdFiles.offsets, fall, 'offsets-fall', { end: String(rows) });
  if (surelyTogether(count, offsets, of)) return;
  for (let household = 0; household < count; household += 1) {
    const end = offsets[household + 1] as number;
    for (let row = offsets[household] as number; row < end; row += 1)
      if (of[row] !== household) return add(householdFiles.of, row, 'household-outside', { found: String(of[row]) });
  }
}

function checkLinks(shard: Shard, relation: Wanted['relations'][number], add: Add): void {
  const table = shard.links?.[relation];
  if (table === undefined) return;
  const { rows } = shard;
  const { offsets, targets } = table;
  const files = linkFiles(relation);
  const fall = firstFall(offsets, targets.length);
  if (fall >= 0) return add(files.offsets, fall, 'offsets-fall', { end: String(targets.length) });
  for (let i = 0; i < targets.length; i += 1)
    if ((targets[i] as number) >= rows) {
      const row = offsets.findIndex((offset) => offset > i) - 1;
      return add(files.targets, row, 'target-outside', {
        found: String((targets[i] as number) + 1),
        rows: String(rows),
      });
    }
  const inCircle = relation === 'parents' ? rowInCircle(rows, offsets, targets) : -1;
  if (inCircle >= 0) add(files.targets, inCircle, 'circle-of-rows');
}

/** A row that is among its own ancestors, or -1. Takes away whoever has no child left (Kahn). */
function rowInCircle(rows: number, offsets: Uint32Array, targets: Uint32Array): number {
  const childrenLeft = new Uint32Array(rows);
  for (const parent of targets) childrenLeft[parent] = (childrenLeft[parent] as number) + 1;
  const free = new Uint32Array(rows);
  let [taken, found] = [0, 0];
  for (let row = 0; row < rows; row += 1) if (childrenLeft[row] === 0) free[found++] = row;
  for (; taken < found; taken += 1) {
    const row = free[taken] as number;
    const end = offsets[row + 1] as number;
    for (let i = offsets[row] as number; i < end; i += 1) {
      const parent = targets[i] as number;
      const left = (childrenLeft[parent] as number) - 1;
      childrenLeft[parent] = left;
      if (left === 0) free[found++] = parent;
    }
  }
  return found === rows ? -1 : rowOfCircle(childrenLeft, offsets, targets);
}

/** Whoever has a child left is in a circle or an ancestor of one; going from child to child therefore comes round. */
function rowOfCircle(childrenLeft: Uint32Array, offsets: Uint32Array, targets: Uint32Array): number {
  const childOf = new Map<number, number>();
  for (let row = 0; row < childrenLeft.length; row += 1)
    if (childrenLeft[row] !== 0)
      for (const parent of targets.subarray(offsets[row], offsets[row + 1])) childOf.set(parent, row);
  const met = new Set<number>();
  let row = childOf.keys().next().value ?? -1;
  for (; !met.has(row); row = childOf.get(row) ?? -1) met.add(row);
  return row;
}

function checkFlags({ rows, subjects, same, irregular }: Shard, add: Add): void {
  for (const [file, flags] of [
    [guestFiles.subjects, subjects],
    [guestFiles.irregular, irregular],
  ] as const) {
    const row = flags?.findIndex((flag) => flag > 1) ?? -1;
    if (row >= 0) add(file, row, 'no-flag', { found: String(flags?.[row]) });
  }
  const row = same?.findIndex((target) => target >= rows) ?? -1;
  if (row >= 0)
    add(guestFiles.same, row, 'target-outside', { found: String((same?.[row] ?? 0) + 1), rows: String(rows) });
}
