import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { OperatorFault } from '../../building/operator-fault.ts';
import { startOf } from '../../building/processes.ts';
import { joinParts, type PartPlan, type Schema } from '../table/parquet.ts';

/** What a run is of: finished parts are used again only by a run that is of the same. */
export type Fingerprint = Readonly<Record<string, string | number | boolean>>;

/** A shard that was done, by this run or by one before it that was cut off. */
interface KeptPart<T> {
  readonly index: number;
  readonly tally: T;
  readonly plan: PartPlan;
}

/** How a part is named until it is whole. */
export const unfinishedPart = (folder: string, shard: string): string => join(folder, `${shard}.unfinished`);

/** The folder beside `out` in which the parts stand until all are there. */
export interface RunFolder<T> {
  readonly path: string;
  readonly kept: ReadonlyMap<number, KeptPart<T>>;
  /** Keeps a part that was written whole. */
  keep(shard: string, part: KeptPart<T>): void;
  /** Makes one table of the parts, puts it in its place and removes the folder. */
  join(schema: Schema, shards: readonly (readonly [shard: string, plan: PartPlan])[]): void;
  discard(): void;
}

const runFile = 'run.json';
const whole = z.number().int().nonnegative();
const chunk = z.strictObject({
  dictionaryAt: whole.optional(),
  pageAt: whole,
  values: whole,
  plainBytes: whole,
  bytes: whole,
});
const plan = z.strictObject({
  bytes: whole,
  groups: z.array(z.strictObject({ rows: whole, chunks: z.array(chunk) })),
});
const keptPart = z.strictObject({ index: whole, tally: z.unknown(), plan });

const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => {
    if (typeof one === 'bigint') return String(one);
    return one instanceof Map ? Object.fromEntries(one) : one;
  });

/**
 * Opens the folder of a run to `out`, with what an earlier run of the same left there; what another left is removed.
 * @throws OperatorFault when it can't be made, is something else, or a run to the same place is going on.
 */
export function openRunFolder<T>(out: string, fingerprint: Fingerprint, tallies: z.ZodType<T>): RunFolder<T> {
  const target = resolve(out);
  const path = `${target}.parts`;
  const own = `${process.pid} ${startOf(process.pid)}`;
  const before = runAt(path, out);
  if (before !== undefined && before.by !== own && isGoingOn(before.by)) throw goingOn(out);
  const isSame = before !== undefined && toJson(before.of) === toJson(fingerprint);
  try {
    if (!isSame) rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true, mode: 0o700 });
    writeFileSync(join(path, runFile), `${toJson({ of: fingerprint, by: own })}\n`);
  } catch (cause) {
    throw notWritable(out, cause);
  }
  const partPath = (shard: string): string => join(path, `${shard}.part`);
  return {
    path,
    kept: new Map(isSame ? keptIn(path, tallies).map((part) => [part.index, part]) : []),
    keep: (shard, part) => {
      renameSync(unfinishedPart(path, shard), partPath(shard));
      // The part counts from the moment that this file has its name.
      writeFileSync(join(path, `${shard}.writing`), toJson(part));
      renameSync(join(path, `${shard}.writing`), join(path, `${shard}.json`));
    },
    join: (schema, shards) => {
      const joined = join(path, 'joined.parquet');
      joinParts(
        joined,
        schema,
        shards.map(([shard, plan]) => ({ path: partPath(shard), plan })),
      );
      renameSync(joined, target);
      rmSync(path, { recursive: true, force: true });
    },
    discard: () => rmSync(path, { recursive: true, force: true }),
  };
}

const runFileShape = z.object({
  of: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  by: z.string(),
});

/** The run that the folder is of; undefined where there is none. Throws where the folder is something else. */
function runAt(path: string, out: string): z.infer<typeof runFileShape> | undefined {
  const info = statSync(path, { throwIfNoEntry: false });
  if (info === undefined) return undefined;
  if (info.isDirectory() && readdirSync(path).length === 0) return undefined;
  try {
    return runFileShape.parse(JSON.parse(readFileSync(join(path, runFile), 'utf8')));
  } catch (cause) {
    throw notARun(out, cause);
  }
}

function isGoingOn(by: string): boolean {
  const [pid = '', ...start] = by.split(' ');
  return startOf(Number(pid)) === start.join(' ');
}

function keptIn<T>(path: string, tallies: z.ZodType<T>): readonly KeptPart<T>[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.json') && name !== runFile)
    .flatMap((name) => {
      const part = keptPart.safeParse(JSON.parse(readFileSync(join(path, name), 'utf8')));
      const tally = tallies.safeParse(part.data?.tally);
      const bytes = statSync(join(path, name.replace(/json$/, 'part')), { throwIfNoEntry: false })?.size;
      if (!part.success || !tally.success || part.data.plan.bytes !== bytes) return [];
      return [{ index: part.data.index, tally: tally.data, plan: part.data.plan as PartPlan }];
    });
}

function goingOn(out: string): OperatorFault {
  return new OperatorFault({
    zh: `另一个测算正在写 ${out}，没有改动。请等它结束，或换一个 --out。`,
    en: `Another run is writing ${out}; it was left as it is. Wait until it ends, or name another --out.`,
  });
}

function notARun(out: string, cause: unknown): OperatorFault {
  return new OperatorFault(
    {
      zh: `${out}.parts 不是测算留下的文件夹，没有改动。请移开它，或换一个 --out。`,
      en: `${out}.parts was not left by a run and was not touched. Move it away, or name another --out.`,
    },
    { cause },
  );
}

function notWritable(out: string, cause: unknown): OperatorFault {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new OperatorFault(
    {
      zh: `无法在 ${dirname(resolve(out))} 写入结果（${why}）。请检查路径、权限和剩余空间；没有写入任何结果。`,
      en: `Results cannot be written to ${dirname(resolve(out))} (${why}). Check path, permissions and free space; no result was written.`,
    },
    { cause },
  );
}
