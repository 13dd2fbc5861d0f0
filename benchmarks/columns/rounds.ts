import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, quantile } from '../benchmark.ts';
import type { Absent, Checksums, Contender, Ready, Run, Totals } from './contender.ts';
import { writePeople } from './files.ts';
import { generatePeople, type Knowledge, type People } from './people.ts';
import { type Expected, expectedOf } from './reference.ts';

/**
 * A contender's turn in a round lasts at least so long, or one run. Of a turn's runs the one counts that a quarter of them don't exceed: on
 * a busy machine a run that was interrupted tells nothing of the contender.
 */
const leastTurnMilliseconds = 250;
const mostRunsATurn = 200;

export type Rate =
  | {
      readonly kind: 'rate';
      /** People a second, by the median of the rounds. */
      readonly perSecond: number;
      /** Of the slowest and the fastest round. */
      readonly least: number;
      readonly most: number;
      readonly coldMilliseconds?: number;
    }
  | Absent;

export type Rates = ReadonlyMap<string, Rate>;

interface Entered {
  readonly contender: Contender;
  readonly ready: Ready;
  readonly rows: number;
  readonly expected: Expected;
  /** Milliseconds of each round. */
  readonly turns: number[];
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

/** Holds a contender's first results, row by row, against the reference. */
async function enter(contender: Contender, ready: Ready, rows: number, expected: Expected): Promise<Entered> {
  agreed(contender.name, await ready.run(), expected.totals);
  agreedInAll(contender.name, await ready.checksums(), expected);
  return { contender, ready, rows, expected, turns: [] };
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
  return quantile(taken, 0.25);
}

function rateOf({ ready, rows, turns }: Entered): Rate {
  const perSecond = (milliseconds: number): number => (rows * 1000) / milliseconds;
  const { coldMilliseconds } = ready;
  return {
    kind: 'rate',
    perSecond: perSecond(median(turns)),
    least: perSecond(Math.max(...turns)),
    most: perSecond(Math.min(...turns)),
    ...(coldMilliseconds !== undefined && { coldMilliseconds }),
  };
}

/** The people of each kind and number, made when first wanted, with what they must come to. */
function peopleWithExpected(): (rows: number, knowledge: Knowledge) => { people: People; expected: Expected } {
  const made = new Map<string, { people: People; expected: Expected }>();
  return (rows, knowledge) => {
    const key = `${rows} ${knowledge}`;
    const people = made.get(key)?.people ?? generatePeople(rows, knowledge);
    const found = made.get(key) ?? { people, expected: expectedOf(people) };
    made.set(key, found);
    return found;
  };
}

/**
 * Lets all contenders determine the same people, in rounds: each once a round, so that whatever else the machine does weighs on all alike.
 * Throws when one of them comes to other totals than the reference.
 */
export async function inRounds(
  contenders: readonly Contender[],
  { rows, rounds }: { readonly rows: number; readonly rounds: number },
): Promise<Rates> {
  const folder = await mkdtemp(join(tmpdir(), 'huijia-columns-'));
  const entered: Entered[] = [];
  const open: Ready[] = [];
  const rates = new Map<string, Rate>();
  const made = peopleWithExpected();
  try {
    await writePeople(made(rows, 'complete').people, folder);
    for (const contender of contenders) {
      const { people, expected } = made(Math.min(rows, contender.most ?? rows), contender.knowledge ?? 'complete');
      const prepared = await contender.prepare(people, folder);
      if (prepared.kind === 'absent') rates.set(contender.name, prepared);
      else {
        open.push(prepared.ready);
        entered.push(await enter(contender, prepared.ready, people.rows, expected));
      }
    }
    for (let round = 0; round < rounds; round += 1) for (const one of entered) one.turns.push(await turn(one));
    for (const one of entered) rates.set(one.contender.name, rateOf(one));
    return rates;
  } finally {
    for (const ready of open) await ready.close();
    await rm(folder, { recursive: true, force: true });
  }
}
