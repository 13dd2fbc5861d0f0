import { inEveryLanguage } from '../../../values/language.ts';
import { readdirSync, readFileSync, renameSync, rmSync, type Stats, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { OperatorFault } from '../../../building/operator-fault.ts';
import { startOf } from '../../../building/processes.ts';
import { makeOwnFolder } from '../../folder/make-folder.ts';
import { joinParts, type PartPlan, type Schema } from '../../table/parquet.ts';
import { engineVersion } from '../engine-version.ts';
import { type KeptPart, keepPart, keptParts, partPath, toJson, writeWhole } from './kept-parts.ts';
import { words } from '../../words/made/all.ts';

/** What a run is of: finished parts are used again only by a run that is of the same. */
export type Fingerprint = Readonly<Record<string, string | number | boolean>>;

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
/**
 * Opens the folder of a run to `out`, with what an earlier run of the same left there; what another left is removed.
 * @throws OperatorFault when it can't be made, is something else, or a run to the same place is going on.
 */
export function openRunFolder<T>(out: string, fingerprint: Fingerprint, tallies: z.ZodType<T>): RunFolder<T> {
  const target = resolve(out);
  const path = `${target}.parts`;
  const own = `${process.pid} ${startOf(process.pid)}`;
  if (infoOf(target, out)?.isDirectory() === true) throw isAFolder(out);
  const before = runAt(path, out);
  if (before !== undefined && before.by !== own && isGoingOn(before.by)) throw goingOn(out);
  const of = { ...fingerprint, engine: engineVersion() };
  const isSame = before !== undefined && toJson(before.of) === toJson(of);
  try {
    if (!isSame) rmSync(path, { recursive: true, force: true });
    makeOwnFolder(path);
    writeWhole(path, runFile, `${toJson({ of, by: own })}\n`);
  } catch (cause) {
    throw notWritable(out, cause);
  }
  return {
    path,
    kept: new Map(isSame ? keptParts(path, tallies).map((part) => [part.index, part]) : []),
    keep: (shard, part) => keepPart(path, shard, unfinishedPart(path, shard), part),
    join: (schema, shards) => {
      const joined = join(path, 'joined.parquet');
      joinParts(
        joined,
        schema,
        shards.map(([shard, plan]) => ({ path: partPath(path, shard), plan })),
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
  const info = infoOf(path, out);
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

/** What stands at the path; undefined where nothing does. Throws where no file can. */
function infoOf(path: string, out: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (cause) {
    throw notWritable(out, cause);
  }
}

function isAFolder(out: string): OperatorFault {
  return new OperatorFault(inEveryLanguage(words, (w) => w.run.outIsFolder({ out })));
}

function goingOn(out: string): OperatorFault {
  return new OperatorFault(inEveryLanguage(words, (w) => w.run.outInUse({ out })));
}

function notARun(out: string, cause: unknown): OperatorFault {
  return new OperatorFault(
    inEveryLanguage(words, (w) => w.run.notParts({ out })),
    { cause },
  );
}

function notWritable(out: string, cause: unknown): OperatorFault {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new OperatorFault(
    inEveryLanguage(words, (w) => w.run.notWritable({ dirname: dirname(resolve(out)), why })),
    { cause },
  );
}
