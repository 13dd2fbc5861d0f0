import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shardsFolder } from '../folder/layout.ts';
import { infoOf, manifestFile, readManifest } from '../folder/manifest.ts';
import { openRegister, type Register } from '../open/open.ts';
import type { RegisterProblem } from '../problem.ts';

export type OpenedForRun =
  | {
      readonly kind: 'register';
      readonly register: Register;
      /** Shards that are known to be broken, by name. */
      readonly broken: ReadonlyMap<string, readonly RegisterProblem[]>;
    }
  | { readonly kind: 'problems'; readonly problems: readonly RegisterProblem[] };

/** Opens a register for a run; with `skipBroken` also one of which some shards lack a file or have one of the wrong length. */
export function openForRun(folder: string, { skipBroken }: { readonly skipBroken: boolean }): OpenedForRun {
  const opened = openRegister(folder);
  if (opened.kind === 'register') return { ...opened, broken: new Map() };
  const { problems } = opened;
  const ofShard = problems.map(shardOf);
  if (!skipBroken || ofShard.includes(undefined)) return opened;
  const text = readFileSync(join(folder, manifestFile), 'utf8');
  const read = readManifest(text);
  if (read.kind !== 'manifest') return opened;
  const digest = createHash('sha256').update(text).digest('hex');
  const broken = new Map<string, RegisterProblem[]>();
  problems.forEach((problem, i) => {
    const shard = ofShard[i] ?? '';
    broken.set(shard, [...(broken.get(shard) ?? []), problem]);
  });
  const { manifest } = read;
  return { kind: 'register', register: { folder, manifest, info: infoOf(manifest), digest }, broken };
}

/** The shard that the problem is of; undefined where it is of the register as a whole, which then can't be used without it either. */
export function shardOf({ file }: RegisterProblem): string | undefined {
  const [room, shard, ...rest] = file.split('/');
  return room === shardsFolder && rest.length > 0 ? shard : undefined;
}
