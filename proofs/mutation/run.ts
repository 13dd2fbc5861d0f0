import { glob, readFile } from 'node:fs/promises';
import { matchesGlob } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout as root, inCheckout } from '../../building/checkout.ts';
import { changesOf, isMutated, sampleOf } from './mutants.ts';
import { reportOn, reportText, type Equivalent, type Fate } from './report.ts';
import { mutatedRooms } from './rooms.ts';
import { fatesOf } from './stryker.ts';

// `npm run mutation -- [--sample N] [--seed S] [--file GLOB] [--json]`: exit code 0 when the score reaches the aim, 1 when not, 2 when
// nothing could be run.

const usage = 'Usage: npm run mutation -- [--sample N] [--seed S] [--file GLOB] [--json]\n';

interface Asked {
  readonly sample: number;
  readonly seed: string;
  readonly file: string;
  readonly json: boolean;
}

function asked(): Asked | undefined {
  try {
    const { values } = parseArgs({
      options: {
        sample: { type: 'string', default: '200' },
        seed: { type: 'string', default: '1' },
        file: { type: 'string', default: 'rules/**' },
        json: { type: 'boolean', default: false },
      },
    });
    const sample = Number(values.sample);
    return Number.isSafeInteger(sample) && sample > 0 ? { ...values, sample } : undefined;
  } catch {
    return undefined;
  }
}

async function run({ sample, seed, file, json }: Asked): Promise<number> {
  const files: string[] = [];
  for await (const found of glob('rules/**/*.ts', { cwd: root }))
    if (isMutated(found) && matchesGlob(found, file)) files.push(found);
  const all = await changesOf(root, files.toSorted());
  if (all.length === 0) {
    process.stderr.write(`${file} names no code of rules/ that can be changed. Nothing was run.\n`);
    return 2;
  }
  const drawn = sampleOf(all, sample, seed);
  const equivalent = JSON.parse(
    await readFile(inCheckout('proofs/mutation/equivalent.json'), 'utf8'),
  ) as readonly Equivalent[];
  const fates: Fate[] = [];
  for (const room of mutatedRooms) {
    const changes = drawn.filter((change) => room.mutants.test(change.file));
    if (changes.length === 0) continue;
    process.stderr.write(`${room.name}: ${changes.length} mutants\n`);
    fates.push(...(await fatesOf(root, room, changes)));
  }
  const report = reportOn({ fates, equivalent, seed, possible: all.length });
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
  return report.score >= report.aim ? 0 : 1;
}

const what = asked();
if (what === undefined) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else process.exitCode = await run(what);
