import { moduleBeside } from '../../building/checkout.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import type { Day } from '../../values/day.ts';
import type { DivisionLevel } from '../../values/division.ts';
import type { CrewWork } from '../run/crew.ts';
import { readableLevel } from '../run/determine.ts';
import { digestOfPack, factsNotHeld, type Job, makeReady, type RunRefusal } from '../run/job.ts';
import { type Fingerprint, openRunFolder } from '../run/written/run-folder.ts';
import { type Circumstances, type RunEnd, runOver, type RunOrders } from '../run/run.ts';
import { changesTogether, type ChangeTally, keptChanges, noChanges } from './change-tally.ts';
import { changeSchema, type RehearseTask } from './rehearse-shards.ts';

/** A policy for a period. */
export interface Side {
  readonly pack: Pack;
  readonly period: string;
}

export interface RehearseOptions extends RunOrders {
  /** What holds now, and what is rehearsed in its place. */
  readonly before: Side;
  readonly after: Side;
  readonly on?: Day;
  readonly engine?: 'js' | 'wasm';
  readonly out?: string;
  readonly verify?: boolean;
  readonly by?: DivisionLevel;
}

export type Rehearsed =
  | { readonly kind: 'refused'; readonly refusal: RunRefusal }
  | Exclude<RunEnd<ChangeTally>, { readonly kind: 'done' }>
  | { readonly kind: 'rehearsed'; readonly report: RehearsalReport };

export interface RehearsalReport extends Circumstances {
  /** Exact counts: what is shown of them, `shown-changes.ts` says. */
  readonly tally: ChangeTally;
  readonly level: DivisionLevel;
  readonly notHeld: readonly string[];
}

/**
 * Determines everybody under two policies (or one for two periods) in one pass and counts who gains and who loses.
 * @throws OperatorFault where results can't be written.
 */
export async function rehearse(options: RehearseOptions): Promise<Rehearsed> {
  const { register } = options.opened;
  const jobOf = ({ pack, period }: Side): Job => ({
    register,
    pack: { info: pack.info, vocabulary: pack.vocabulary, rule: pack.rule },
    period,
    on: options.on ?? register.manifest.asOf,
    engine: options.engine ?? 'wasm',
    reasons: false,
  });
  const [before, after] = [jobOf(options.before), jobOf(options.after)];
  for (const job of [before, after]) {
    const made = makeReady(job);
    if (made.kind === 'refused') return made;
  }
  const level = options.by ?? readableLevel(register.manifest);
  const { out } = options;
  const folder =
    out === undefined ? undefined : openRunFolder(out, fingerprintOf(before, after, level, options), keptChanges);
  const task: RehearseTask = { before, after, level, parts: folder?.path, verify: options.verify ?? false };
  const sums = { none: noChanges, together: changesTogether };
  const end = await runOver(options, workOf(task), sums, folder && { folder, schema: changeSchema });
  if (end.kind !== 'done') return end;
  const notHeld = [...new Set([...factsNotHeld(before), ...factsNotHeld(after)])];
  return { kind: 'rehearsed', report: { ...end.circumstances, tally: end.tally, level, notHeld } };
}

const workOf = (task: RehearseTask): CrewWork<RehearseTask> => ({
  entry: moduleBeside(import.meta.url, 'rehearse-thread'),
  data: task,
});

function fingerprintOf(before: Job, after: Job, level: DivisionLevel, options: RehearseOptions): Fingerprint {
  return {
    format: 1,
    kind: 'rehearsal',
    register: before.register.digest,
    before: digestOfPack(before.pack),
    after: digestOfPack(after.pack),
    beforePeriod: before.period,
    afterPeriod: after.period,
    on: before.on,
    level,
    skipBroken: options.skipBroken ?? false,
    verify: options.verify ?? false,
  };
}
