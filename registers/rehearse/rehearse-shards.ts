import type { DivisionLevel } from '../../values/division.ts';
import { checkDigests } from '../open/open.ts';
import type { RegisterProblem } from '../problem.ts';
import { entryAt, readShard, type ShardDivisions } from '../open/read-shard.ts';
import { checkShard } from '../open/check-shard.ts';
import type { TableColumn } from '../table/column.ts';
import { type Schema, writePart } from '../table/parquet.ts';
import type { RowIds } from '../write.ts';
import type { TellRows } from '../run/crew.ts';
import { type Job, makeReady, type Ready } from '../run/job.ts';
import { ProgramRunner, type ShardResults } from '../run/program-runner.ts';
import { outcomeTexts } from '../run/written/result-columns.ts';
import { readRowIds } from '../run/written/row-ids.ts';
import { unfinishedPart } from '../run/written/run-folder.ts';
import type { ShardDone } from '../run/run.ts';
import { divisionsIn } from '../run/shard-work.ts';
import { groupsAt } from '../run/written/tally.ts';
import { changes, type ChangeTally, type Dimension } from './change-tally.ts';
import { countChanges, type RowChanges, rowChanges } from './count-changes.ts';
import { byAge, byHouseholdSize, type RowGroups } from './shard-groups.ts';

/** What is to be done with every shard of a rehearsal; plain data. */
export interface RehearseTask {
  readonly before: Job;
  readonly after: Job;
  readonly level: DivisionLevel;
  /** Where the people for whom something changes are written; absent: only counted. */
  readonly parts: string | undefined;
  readonly verify: boolean;
}

/** The columns of `--out`: one row for each person for whom something changes, or may. */
export const changeSchema: Schema = [
  { name: 'id', kind: 'text' },
  { name: 'division', kind: 'code' },
  { name: 'change', kind: 'code' },
  { name: 'before', kind: 'code' },
  { name: 'before_fen', kind: 'number' },
  { name: 'after', kind: 'code' },
  { name: 'after_fen', kind: 'number' },
];

/** The fact by which ages are told, where a register has it. */
const birth = 'birth';

function readyOf(job: Job): Ready {
  const made = makeReady(job);
  if (made.kind === 'refused') throw new Error(made.refusal.words.en);
  return made.ready;
}

/** Determines one shard after another under both policies and compares the two. */
export function rehearseShards(task: RehearseTask): (index: number, tell: TellRows) => ShardDone<ChangeTally> {
  const [before, after] = [new ProgramRunner(readyOf(task.before)), new ProgramRunner(readyOf(task.after))];
  const { register } = task.before;
  const needsDivisions = task.parts !== undefined || task.level === 'township' || task.level === 'village';
  return (index, tell) => {
    const entry = entryAt(register, index);
    const broken = (problems: readonly RegisterProblem[]): ShardDone<ChangeTally> => ({
      kind: 'broken',
      index,
      problems,
    });
    const decayed = task.verify ? checkDigests(register, entry) : [];
    if (decayed.length > 0) return broken(decayed);
    const divisions = needsDivisions ? divisionsIn(register, index) : undefined;
    if (divisions !== undefined && 'kind' in divisions) return broken([divisions]);
    const ids = task.parts === undefined ? undefined : readRowIds(register, index);
    if (ids !== undefined && 'kind' in ids) return broken([ids]);
    const groups = groupsOf(task, index, entry.county, divisions);
    if ('problems' in groups) return broken(groups.problems);
    // Each policy is half of the work.
    const was = before.run(index, (rows) => tell(Math.floor(rows / 2)));
    const is = after.run(index, (rows) => tell(Math.floor((entry.rows + rows) / 2)));
    if (was.kind === 'broken') return broken(was.problems);
    if (is.kind === 'broken') return broken(is.problems);
    const found = rowChanges(was.results, is.results);
    const plan =
      task.parts === undefined || divisions === undefined || ids === undefined
        ? undefined
        : writePart(
            unfinishedPart(task.parts, entry.name),
            columnsOf(found, was.results, is.results, divisions, ids),
            changedRows(found, was.results.subjects),
          );
    return {
      kind: 'done',
      index,
      tally: countChanges(found, was.results.subjects, groups.found),
      plan,
      engineMilliseconds: was.results.engineMilliseconds + is.results.engineMilliseconds,
      openMilliseconds: was.results.openMilliseconds + is.results.openMilliseconds,
    };
  };
}

type Found =
  | { readonly found: Readonly<Record<Dimension, RowGroups>> }
  | { readonly problems: readonly RegisterProblem[] };

function groupsOf(task: RehearseTask, index: number, county: string, divisions: ShardDivisions | undefined): Found {
  const { register, on } = task.before;
  const { householdsKnown, columns } = register.info;
  const wanted = {
    facts: columns.get(birth)?.type === 'date' ? [birth] : [],
    relations: [],
    households: householdsKnown,
  };
  const shard = readShard(register, index, wanted);
  const problems = checkShard(register, index, shard, wanted);
  if (problems.length > 0) return { problems };
  const births = shard.columns.get(birth);
  const { of, list } = groupsAt(task.level, county, divisions);
  return {
    found: {
      division: { of: of ?? new Uint8Array(shard.rows), names: list },
      age: byAge(shard.rows, births instanceof Int32Array ? births : undefined, on),
      household: byHouseholdSize(shard.rows, householdsKnown ? shard.households : undefined),
    },
  };
}

const unchanged = new Set([changes.indexOf('same'), changes.indexOf('neither')]);

function changedRows({ of }: RowChanges, subjects: Uint8Array | undefined): Uint32Array {
  const rows = new Uint32Array(of.length);
  let count = 0;
  for (let row = 0; row < of.length; row += 1)
    if (!unchanged.has(of[row] as number) && (subjects === undefined || subjects[row] === 1)) rows[count++] = row;
  return rows.subarray(0, count);
}

function columnsOf(
  { of }: RowChanges,
  before: ShardResults,
  after: ShardResults,
  divisions: ShardDivisions,
  ids: RowIds,
): readonly TableColumn[] {
  return [
    { name: 'id', kind: 'text', ...ids },
    { name: 'division', kind: 'code', codes: divisions.of, texts: divisions.list },
    { name: 'change', kind: 'code', codes: of, texts: changes },
    { name: 'before', kind: 'code', codes: before.outcome, texts: outcomeTexts },
    { name: 'before_fen', kind: 'number', numbers: before.amount },
    { name: 'after', kind: 'code', codes: after.outcome, texts: outcomeTexts },
    { name: 'after_fen', kind: 'number', numbers: after.amount },
  ];
}
