import { openShelf } from '../office/benefits/packs.ts';
import type { Pack } from '../rules/explain/evaluate.ts';
import { explain } from '../rules/explain/explain.ts';
import type { Facts } from '../rules/facts.ts';
import { day } from '../values/day.ts';
import { type Benchmark, median, quantile, rounded } from './benchmark.ts';

const runs = 9;
const familiesPerRun = 2_000;

/** Families whose subject was born in each month of four years; each third lacks a fact. */
function families(): readonly Facts[] {
  return Array.from({ length: 48 }, (_, index) => {
    const birth = `${2022 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-15`;
    const known = index % 3 === 0 ? {} : { nationality: 'CN' };
    return { on: day('2026-02-01'), people: [{ id: 'c', birth, alive: true, ...known }], subject: 'c' };
  });
}

/** Microseconds for one family, the average of a run. */
function microsecondsOf(pack: Pack, all: readonly Facts[], period: string): number {
  const from = performance.now();
  for (let done = 0; done < familiesPerRun; done += 1) {
    const family = all[done % all.length];
    if (family !== undefined) explain(pack, family, period);
  }
  return ((performance.now() - from) * 1000) / familiesPerRun;
}

export const benchmark: Benchmark = {
  title: 'explain of one family, in process, with every reason and the full trace',
  aim: 'at most 1,000 µs warm',
  async run() {
    const { packs } = await openShelf();
    const [pack] = packs;
    if (pack === undefined) throw new Error('No pack is on the shelf');
    const all = families();
    const period = pack.info.periods.find((one) => one === '2026') ?? pack.info.periods[0] ?? '';
    const first = microsecondsOf(pack, all, period);
    const warm = Array.from({ length: runs }, () => microsecondsOf(pack, all, period));
    const microseconds = median(warm);
    return {
      policy: pack.info.policy,
      warmMicroseconds: rounded(microseconds),
      slowestRunMicroseconds: rounded(quantile(warm, 1)),
      firstRunMicroseconds: rounded(first),
      familiesPerSecond: Math.round(1_000_000 / microseconds),
      ratioToAim: rounded(microseconds / 1000),
      runs,
      familiesPerRun,
    };
  },
};
