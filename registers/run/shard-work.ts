import type { DivisionLevel } from '../../values/division.ts';
import { divisionFiles } from '../folder/layout.ts';
import { checkDigests, shownPath } from '../open/open.ts';
import { problemAt, type RegisterProblem } from '../problem.ts';
import { entryAt, readDivisions, type ShardDivisions } from '../open/read-shard.ts';
import { writePart } from '../table/parquet.ts';
import type { TellRows } from './crew.ts';
import { type Job, makeReady } from './job.ts';
import { ProgramRunner, type ShardRun } from './program-runner.ts';
import type { ShardDone } from './run.ts';
import { unfinishedPart } from './written/run-folder.ts';
import { readRowIds } from './written/row-ids.ts';
import { resultColumns, subjectRows } from './written/result-columns.ts';
import { groupsAt, type Tally, tallyOf } from './written/tally.ts';

/** What is to be done with every shard of a run; plain data. */
export interface DetermineTask {
  readonly job: Job;
  readonly level: DivisionLevel;
  /** Where each shard's people are written; absent: only counted. */
  readonly parts: string | undefined;
  /** Whether every file is compared with its checksum first. */
  readonly verify: boolean;
}

/** Determines one shard after another: reads, checks, works, writes and counts. */
export function determineShards({
  job,
  level,
  parts,
  verify,
}: DetermineTask): (index: number, tell: TellRows) => ShardDone<Tally> {
  const made = makeReady(job);
  if (made.kind === 'refused') throw new Error(made.refusal.words.en);
  const { ready } = made;
  const { register } = ready;
  const runner = new ProgramRunner(ready);
  const { reasonCodes } = ready.program;
  const needsDivisions = parts !== undefined || level === 'township' || level === 'village';
  return (index, tell) => {
    const entry = entryAt(register, index);
    const broken = (problems: readonly RegisterProblem[]): ShardDone<Tally> => ({ kind: 'broken', index, problems });
    const decayed = verify ? checkDigests(register, entry) : [];
    if (decayed.length > 0) return broken(decayed);
    const divisions = needsDivisions ? divisionsIn(ready.register, index) : undefined;
    if (divisions !== undefined && 'kind' in divisions) return broken([divisions]);
    const ids = parts === undefined ? undefined : readRowIds(register, index);
    if (ids !== undefined && 'kind' in ids) return broken([ids]);
    const run: ShardRun = runner.run(index, tell);
    if (run.kind === 'broken') return broken(run.problems);
    const { results } = run;
    const tally = tallyOf(results, groupsAt(level, entry.county, divisions), reasonCodes);
    const plan =
      parts === undefined || divisions === undefined || ids === undefined
        ? undefined
        : writePart(
            unfinishedPart(parts, entry.name),
            resultColumns(results, reasonCodes, divisions, ids),
            subjectRows(results),
          );
    const { engineMilliseconds, openMilliseconds } = results;
    return { kind: 'done', index, tally, plan, engineMilliseconds, openMilliseconds };
  };
}

/** A list of divisions that its rows don't fit is a file that decayed. */
export function divisionsIn(register: Job['register'], index: number): ShardDivisions | RegisterProblem {
  try {
    return readDivisions(register, index);
  } catch {
    return problemAt({ file: shownPath(entryAt(register, index), divisionFiles.of) }, 'digest-differs');
  }
}
