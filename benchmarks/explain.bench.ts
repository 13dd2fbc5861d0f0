import { openShelf } from '../office/benefits/law/packs.ts';
import { whatWouldChange } from '../rules/change/what-would-change.ts';
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

/** Milliseconds to find what would change each family's result. */
function changeMilliseconds(pack: Pack, all: readonly Facts[], period: string): readonly number[] {
  return all.map((family) => {
    const from = performance.now();
    whatWouldChange(pack, family, period);
    return performance.now() - from;
  });
}

export const benchmark: Benchmark = {
  title: 'explain of one family, in process, with every reason and the full trace',
  aim: 'at most 1,000 µs warm; what would change it within 10 ms',
  async run() {
    const { packs } = await openShelf();
    const [pack] = packs;
    if (pack === undefined) throw new Error('No pack is on the shelf');
    const all = families();
    const period = pack.info.periods.find((one) => one === '2026') ?? pack.info.periods[0] ?? '';
    const first = microsecondsOf(pack, all, period);
    const warm = Array.from({ length: runs }, () => microsecondsOf(pack, all, period));
    const microseconds = median(warm);
    const firstChanges = changeMilliseconds(pack, all, period);
    const changes = Array.from({ length: runs }, () => changeMilliseconds(pack, all, period)).flat();
    return {
      policy: pack.info.policy,
      warmMicroseconds: rounded(microseconds),
      slowestRunMicroseconds: rounded(quantile(warm, 1)),
      firstRunMicroseconds: rounded(first),
      familiesPerSecond: Math.round(1_000_000 / microseconds),
      ratioToAim: rounded(microseconds / 1000),
      changeMilliseconds: rounded(median(changes)),
      slowestChangeMilliseconds: rounded(quantile(changes, 1)),
      firstChangeMilliseconds: rounded(quantile(firstChanges, 1)),
      runs,
      familiesPerRun,
    };
  },
};
