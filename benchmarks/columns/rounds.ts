import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../benchmark.ts';
import type { Checksums, Contender, Ready, Run, Totals } from './contender.ts';
import { writePeople } from './files.ts';
import { generatePeople, type Knowledge } from './people.ts';
import { type Expected, expectedOf } from './reference.ts';

/** A contender's turn in a round lasts at least so long, or one run: of a fast one the turn's median counts. */
const leastTurnMilliseconds = 250;
const mostRunsATurn = 200;

/** People a second by the median of a contender's rounds, and of its best; or why it took no part. */
export type Rate =
  | { readonly kind: 'rate'; readonly perSecond: number; readonly best: number; readonly first: number }
  | { readonly kind: 'absent'; readonly because: string };

export type Rates = ReadonlyMap<string, Rate>;

interface Entered {
  readonly contender: Contender;
  readonly ready: Ready;
  readonly rows: number;
  readonly expected: Expected;
  readonly turns: number[];
  /** People a second in its very first run, before anything is warm. */
  first: number;
}

const shown = (totals: Totals): string =>
  `${totals.eligible} eligible, ${totals.undetermined} open, ${totals.amountFen} fen`;

/** Throws unless the totals are those of the reference: a fast wrong answer is no figure. */
function agreed(name: string, { totals }: Run, expected: Totals): void {
  if (shown(totals) !== shown(expected)) throw new Error(`${name}: ${shown(totals)}; expected ${shown(expected)}`);
}

/** Throws at a checksum that differs from the reference's. */
function agreedInAll(name: string, sums: Checksums, { checksums }: Expected): void {
  for (const [variable, sum] of Object.entries(sums)) {
    const expected = checksums[variable];
    if (expected !== undefined && sum !== expected)
      throw new Error(`${name}: the checksum of ${variable} is ${sum}; expected ${expected}`);
  }
}

/** Prepares a contender on its people and holds its first results, row by row, against the reference. */
async function enter(contender: Contender, ready: Ready, rows: number, expected: Expected): Promise<Entered> {
  const run = await ready.run();
  agreed(contender.name, run, expected.totals);
  agreedInAll(contender.name, await ready.checksums(), expected);
  return { contender, ready, rows, expected, turns: [], first: (rows * 1000) / run.milliseconds };
}

async function turn({ contender, ready, expected }: Entered): Promise<number> {
  const taken: number[] = [];
  let all = 0;
  while (all < leastTurnMilliseconds && taken.length < mostRunsATurn) {
    const run = await ready.run();
    agreed(contender.name, run, expected.totals);
    taken.push(run.milliseconds);
    all += run.milliseconds;
  }
  return median(taken);
}

function rateOf({ rows, turns, first }: Entered): Rate {
  const perSecond = (milliseconds: number): number => (rows * 1000) / milliseconds;
  return { kind: 'rate', perSecond: perSecond(median(turns)), best: perSecond(Math.min(...turns)), first };
}

/**
 * Lets all contenders determine the same people, in rounds: each once a round, so that whatever else the machine does weighs on all alike.
 * Throws when one of them comes to other totals than the reference.
 */
export async function inRounds(
  contenders: readonly Contender[],
  { rows, knowledge, rounds }: { readonly rows: number; readonly knowledge: Knowledge; readonly rounds: number },
): Promise<Rates> {
  const folder = await mkdtemp(join(tmpdir(), 'huijia-columns-'));
  const entered: Entered[] = [];
  const rates = new Map<string, Rate>();
  try {
    const everybody = generatePeople(rows, knowledge);
    const expectedOfAll = expectedOf(everybody);
    await writePeople(everybody, folder);
    for (const contender of contenders) {
      const own = Math.min(rows, contender.most ?? rows);
      const people = own === rows ? everybody : generatePeople(own, knowledge);
      const prepared = await contender.prepare(people, folder);
      if (prepared.kind === 'absent') rates.set(contender.name, prepared);
      else entered.push(await enter(contender, prepared.ready, own, own === rows ? expectedOfAll : expectedOf(people)));
    }
    for (let round = 0; round < rounds; round += 1) for (const one of entered) one.turns.push(await turn(one));
    for (const one of entered) rates.set(one.contender.name, rateOf(one));
    return rates;
  } finally {
    for (const { ready } of entered) await ready.close();
    await rm(folder, { recursive: true, force: true });
  }
}
