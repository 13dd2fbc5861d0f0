import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inCheckout, moduleBeside } from '../building/checkout.ts';
import { type Benchmark, type Figures, median, rounded } from './benchmark.ts';
import { writeCrowd } from './scale/crowd-register.ts';
import { cores, inFreshProcess } from './scale/fresh-process.ts';
import { growthPicture, inProportion, type Point, type Series } from './scale/growth-picture.ts';
import type { RegisterRunFound, RegisterRunOptions } from './scale/register-run.ts';
import type { SeveralFound, SeveralOptions } from './scale/several-run.ts';

/** Half a million a shard, so that already a million keeps two threads busy. */
const rows = 500_000;
const shardsPerMillion = 1_000_000 / rows;
/** `BENCH_MILLIONS=1,2,4` asks for less, to try it out. */
const [few = 1, some = 10, many = 100] = (process.env['BENCH_MILLIONS'] ?? '1,10,100').split(',').map(Number);
const packCounts = [1, 5, 20];
const rounds = 3;
const pictures = inCheckout('docs/pictures');
const scriptOf = (name: string): URL => moduleBeside(import.meta.url, `scale/${name}`);

async function secondsOfPeople(folder: string, millions: number): Promise<number> {
  const options: RegisterRunOptions = { folder, shards: millions * shardsPerMillion, workers: cores, reasons: true };
  return (await inFreshProcess<RegisterRunFound>(scriptOf('register-run'), options)).milliseconds / 1000;
}

async function secondsOfPacks(folder: string, packs: number): Promise<number> {
  const options: SeveralOptions = { folder, shards: some * shardsPerMillion, packs, workers: cores };
  const found = await inFreshProcess<SeveralFound>(scriptOf('several-run'), options);
  if (new Set(found.amountsFen).size !== packs) throw new Error('Each pack comes to a total of its own');
  return found.milliseconds / 1000;
}

/** Each amount once a round, so that whatever else the machine does weighs on all alike; medians. */
async function inTurn(
  amounts: readonly number[],
  secondsOf: (amount: number) => Promise<number>,
): Promise<Readonly<Record<string, number>>> {
  const found = amounts.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [i, amount] of amounts.entries()) found[i]?.push(await secondsOf(amount));
  return Object.fromEntries(amounts.map((amount, i) => [String(amount), rounded(median(found[i] ?? []))]));
}

/**
 * Slopes of the logarithms: 1 is in proportion, less is better. What each more takes, and how far the one in the middle is off a straight
 * line.
 */
function shapeOf(
  seconds: Readonly<Record<string, number>>,
  amounts: readonly number[],
  start: number | undefined,
): Record<string, number> {
  const [a = 0, b = 0, c = 0] = amounts.map((amount) => seconds[String(amount)] ?? 0);
  const [x = 1, y = 1, z = 1] = amounts;
  const begins = start ?? a - ((c - a) / (z - x)) * x;
  const last = { amount: z, seconds: c, words: { 'zh-CN': '', en: '' } };
  const line = inProportion({ start: begins, points: [last] }, y);
  return {
    slopeFirst: rounded(Math.log(b / a) / Math.log(y / x)),
    slopeLast: rounded(Math.log(c / b) / Math.log(z / y)),
    secondsEach: rounded((c - begins) / z),
    secondsToStart: rounded(begins),
    middleOffLine: rounded(b / line - 1),
  };
}

async function inFolder(folder: string): Promise<Figures> {
  const register = join(folder, 'register');
  const small = join(folder, 'small');
  writeCrowd(register, many * shardsPerMillion, rows);
  writeCrowd(small, cores, 1000);
  const millions = [few, some, many];
  // A register that is nearly empty takes what starting takes.
  const { 0: start = 0 } = await inTurn([0], () => secondsOfPeople(small, 1));
  const ofPeople = await inTurn(millions, (amount) => secondsOfPeople(register, amount));
  const ofPacks = await inTurn(packCounts, (amount) => secondsOfPacks(register, amount));
  return {
    secondsByMillions: ofPeople,
    people: shapeOf(ofPeople, millions, start),
    secondsByPacks: ofPacks,
    packs: shapeOf(ofPacks, packCounts, undefined),
    millionsUnderPacks: some,
    workers: cores,
    rounds,
  };
}

function seriesOf({ secondsByMillions, secondsByPacks, people, packs }: Figures): readonly Series[] {
  const points = (group: Figures[string] | undefined, told: (amount: number) => Point['words']): readonly Point[] =>
    Object.entries(typeof group === 'object' ? group : {}).map(([amount, seconds]) => ({
      amount: Number(amount),
      seconds: Number(seconds),
      words: told(Number(amount)),
    }));
  const startOf = (group: Figures[string] | undefined): number =>
    typeof group === 'object' ? Number(group['secondsToStart']) : 0;
  return [
    {
      start: startOf(people),
      title: { 'zh-CN': '一个政策包，从磁盘到汇总', en: 'One pack, from disk to totals' },
      axis: { 'zh-CN': '人数', en: 'people' },
      points: points(secondsByMillions, (n) => ({
        'zh-CN': n < 100 ? `${n * 100} 万` : `${n / 100} 亿`,
        en: `${n} M`,
      })),
    },
    {
      start: startOf(packs),
      title: {
        'zh-CN': `${some * 100} 万人，逐包测算`,
        en: `${some} M people, pack after pack`,
      },
      axis: { 'zh-CN': '政策包', en: 'packs' },
      points: points(secondsByPacks, (n) => ({ 'zh-CN': String(n), en: String(n) })),
    },
  ];
}

export const benchmark: Benchmark = {
  title:
    'seconds end to end, from opening the register: 1, 10 and 100 million people under one policy; 1, 5 and 20 policies over 10 million',
  aim: 'a start, then in proportion: slopes of at most about 1',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'huijia-growth-'));
    try {
      return await inFolder(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  async keep(figures) {
    for (const [language, name] of [
      ['zh-CN', 'growth.zh-CN.svg'],
      ['en', 'growth.en.svg'],
    ] as const)
      await writeFile(join(pictures, name), growthPicture(seriesOf(figures), language));
  },
};
