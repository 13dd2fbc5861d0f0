import { execFileSync } from 'node:child_process';
import { readdirSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openForRun } from '../../registers/run/open-for-run.ts';
import { createRegisterWriter } from '../../registers/write.ts';
import type { DetermineOptions } from '../../registers/run/determine.ts';
import { asked } from './policies.ts';
import { crowdShard } from './crowd.ts';

const bytesPerPerson = 17;

/** So many shards fit the disk of the temporary folder, a fifth of it left free. */
export function shardsThatFit(wanted: number, rows: number): number {
  const { bavail, bsize } = statfsSync(tmpdir());
  return Math.min(wanted, Math.floor((bavail * bsize * 0.8) / (rows * bytesPerPerson)));
}

/** An invented county for each shard, twenty to a city. */
export function countyOfShard(number: number): string {
  const two = (n: number): string => String(n + 1).padStart(2, '0');
  return `99${two(Math.floor(number / 20))}${two(number % 20)}`;
}

/** Writes the crowd as a register, a county a shard; tells its bytes. */
export function writeCrowd(folder: string, shards: number, rows: number): number {
  const writer = createRegisterWriter(folder, {
    asOf: asked,
    columns: [
      { fact: 'birth', type: 'date', width: 32 },
      { fact: 'income', type: 'money', width: 32 },
      { fact: 'local', type: 'boolean', width: 8 },
    ],
    dictionary: [],
    linksKnown: false,
    householdsKnown: true,
    source: 'benchmarks/scale/crowd.ts',
  });
  for (let number = 0; number < shards; number += 1) {
    const county = countyOfShard(number);
    const divisions = { of: new Uint16Array(rows), list: [`${county}001001`] };
    writer.writeShard({ county, shard: crowdShard(number, rows), divisions });
  }
  const manifest = writer.finish();
  return manifest.shards.flatMap(({ files }) => Object.values(files)).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Opens the register, or its first shards as if they were all. */
export function openCrowd(folder: string, shards?: number): DetermineOptions['opened'] {
  const opened = openForRun(folder, { skipBroken: false });
  if (opened.kind === 'problems') throw new Error(opened.problems.map(({ words }) => words.en).join('\n'));
  const { register } = opened;
  const manifest = { ...register.manifest, shards: register.manifest.shards.slice(0, shards) };
  return { ...opened, register: { ...register, manifest } };
}

/** Has the system forget what it holds of the files in memory, so that they come from the disk again; false where it can't be asked to. */
export function forgetFiles(folder: string): boolean {
  try {
    execFileSync('sync');
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      // GNU dd: nothing is copied, the file's pages are given back.
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile()) execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });
    }
    return true;
  } catch {
    return false;
  }
}
