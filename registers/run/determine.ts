import { moduleBeside } from '../../building/checkout.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import type { Day } from '../../values/day.ts';
import { ancestorOf, division, type DivisionLevel } from '../../values/division.ts';
import type { Manifest } from '../folder/manifest.ts';
import type { CrewWork } from './crew.ts';
import { digestOfPack, factsNotHeld, type Job, makeReady, type RunRefusal } from './job.ts';
import { resultSchema } from './written/result-columns.ts';
import { type Circumstances, type RunEnd, runOver, type RunOrders } from './run.ts';
import { type Fingerprint, openRunFolder } from './written/run-folder.ts';
import type { DetermineTask } from './shard-work.ts';
import { keptTally, noTally, type Tally, tallyTogether } from './written/tally.ts';

export interface DetermineOptions extends RunOrders {
  readonly pack: Pack;
  readonly period: string;
  /** The day on which everybody asks; by default the register's own. */
  readonly on?: Day;
  readonly engine?: 'js' | 'wasm';
  /** Whether reasons are told and counted. */
  readonly reasons?: boolean;
  /** Where every person's result is written, as Parquet; absent: they are counted only. */
  readonly out?: string;
  /** Whether every file is compared with its checksum first. */
  readonly verify?: boolean;
  /** The divisions of the summary; by default such as keep it readable. */
  readonly by?: DivisionLevel;
}

export type Determined =
  | { readonly kind: 'refused'; readonly refusal: RunRefusal }
  | Exclude<RunEnd<Tally>, { readonly kind: 'done' }>
  | { readonly kind: 'determined'; readonly report: Report };

export interface Report extends Circumstances {
  readonly tally: Tally;
  readonly level: DivisionLevel;
  /** Facts that the policy looks at and the register does not hold. */
  readonly notHeld: readonly string[];
}

/** More lines than this are no summary. */
const mostLines = 40;

/** The finest level, townships at most, at which the register has few divisions. Townships are counted only of a single county. */
export function readableLevel({ shards }: Manifest): DivisionLevel {
  const counties = [...new Set(shards.map(({ county }) => county))].map((county) => division(`${county}000000`));
  if (counties.length <= 1) return 'township';
  const countAt = (level: DivisionLevel): number => new Set(counties.map((code) => ancestorOf(code, level))).size;
  const levels = ['county', 'city', 'province'] as const;
  return levels.find((level) => countAt(level) <= mostLines) ?? 'province';
}

/**
 * Determines a policy for everybody in a register. Memory is bounded by each worker's largest shard.
 * @throws OperatorFault where results can't be written.
 */
export async function determineRegister(options: DetermineOptions): Promise<Determined> {
  const { pack, period, out } = options;
  const { register } = options.opened;
  const job: Job = {
    register,
    pack: { info: pack.info, vocabulary: pack.vocabulary, rule: pack.rule },
    period,
    on: options.on ?? register.manifest.asOf,
    engine: options.engine ?? 'wasm',
    reasons: options.reasons ?? true,
  };
  const made = makeReady(job);
  if (made.kind === 'refused') return made;
  const level = options.by ?? readableLevel(register.manifest);
  const folder = out === undefined ? undefined : openRunFolder(out, fingerprintOf(job, level, options), keptTally);
  const task: DetermineTask = { job, level, parts: folder?.path, verify: options.verify ?? false };
  const sums = { none: noTally, together: tallyTogether };
  const end = await runOver(options, workOf(task), sums, folder && { folder, schema: resultSchema });
  if (end.kind !== 'done') return end;
  const { tally, circumstances } = end;
  const byDivision = new Map([...tally.byDivision].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const report: Report = { ...circumstances, tally: { ...tally, byDivision }, level, notHeld: factsNotHeld(job) };
  return { kind: 'determined', report };
}

const workOf = (task: DetermineTask): CrewWork<DetermineTask> => ({
  entry: moduleBeside(import.meta.url, 'determine-thread'),
  data: task,
});

function fingerprintOf(job: Job, level: DivisionLevel, { skipBroken, verify }: DetermineOptions): Fingerprint {
  return {
    format: 1,
    register: job.register.digest,
    policy: job.pack.info.policy,
    pack: digestOfPack(job.pack),
    period: job.period,
    on: job.on,
    reasons: job.reasons,
    level,
    skipBroken: skipBroken ?? false,
    verify: verify ?? false,
  };
}
