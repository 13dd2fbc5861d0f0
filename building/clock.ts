import { inEveryLanguage } from '../values/language.ts';
import { type Day, readDay } from '../values/day.ts';
import { OperatorFault } from './operator-fault.ts';
import { words } from './words/made/all.ts';

/** The hour of the house. Decisions never ask it; acts read it once and pass it on. */
export interface Clock {
  now(): Date;
  /** The calendar day in China. */
  today(): Day;
}

function systemClock(): Clock {
  return clockOf(() => new Date());
}

/** A clock that stands still, for tests. `at` is an instant (`2026-02-02T09:00:00+08:00`). */
export function fixedClock(at: string): Clock {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) throw new Error(`No such instant: ${at}`);
  return clockOf(() => new Date(instant));
}

/** A clock that shows `from` when it is made and runs on from there: a demonstration on another day. */
export function clockRunningFrom(from: Date): Clock {
  const madeAt = performance.now();
  return clockOf(() => new Date(from.getTime() + Math.round(performance.now() - madeAt)));
}

/**
 * The clock the environment asks for. `HUIJIA_NOW` moves the hour of a sample county only: where real families are served, time is the
 * machine's.
 * @throws OperatorFault when `HUIJIA_NOW` is no instant or there is no sample county.
 */
export function clockFrom(now: string | undefined, { sample }: { sample: boolean }): Clock {
  if (now === undefined || now === '') return systemClock();
  const instant = new Date(readDay(now) === undefined ? now : `${now}T09:00:00+08:00`);
  if (!sample || Number.isNaN(instant.getTime())) {
    throw new OperatorFault(inEveryLanguage(words, (w) => w.now));
  }
  return clockRunningFrom(instant);
}

const chinaIsAheadByHours = 8;

/** The day in China at an instant. China has kept UTC+8 all year since 1992 and has one zone. */
export function dayInChina(instant: Date): Day {
  return new Date(instant.getTime() + chinaIsAheadByHours * 3_600_000).toISOString().slice(0, 10) as Day;
}

function clockOf(now: () => Date): Clock {
  return { now, today: () => dayInChina(now()) };
}
