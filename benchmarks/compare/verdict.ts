import { median } from '../benchmark.ts';
import type { Judged } from './judged.ts';

/** What both trees came to, turn by turn. */
export interface Turns {
  readonly older: readonly number[];
  readonly newer: readonly number[];
}

export interface Verdict {
  readonly judged: Judged;
  readonly older: number;
  readonly newer: number;
  /** How many times as long the newer one takes, by the medians: 1.1 is slower by a tenth. */
  readonly slowdown: number;
  /** The same within each turn: fewest and most. */
  readonly spread: readonly [number, number];
  readonly isSlower: boolean;
}

/** How many times as long, where more of the figure may be better or worse. */
const slowdownOf = ({ better }: Judged, older: number, newer: number): number =>
  better === 'less' ? newer / older : older / newer;

/** Judges one figure; `percent` is by how much it may be slower. Throws unless both trees were measured in every turn. */
export function verdictOn(judged: Judged, { older, newer }: Turns, percent: number): Verdict {
  const inTurns = older.map((one, turn) => slowdownOf(judged, one, newer[turn] ?? Number.NaN));
  if (inTurns.length === 0 || older.length !== newer.length) throw new Error('A turn measures both');
  const slowdown = slowdownOf(judged, median(older), median(newer));
  return {
    judged,
    older: median(older),
    newer: median(newer),
    slowdown,
    spread: [Math.min(...inTurns), Math.max(...inTurns)],
    isSlower: slowdown > 1 + percent / 100,
  };
}

/** A verdict in words: `apply actsPerSecond: 281 before, 240 now: slower by 17 % (turns from 12 to 20 % slower), which is too much`. */
export function verdictText({ judged, older, newer, slowdown, spread, isSlower }: Verdict): string {
  const [least, most] = spread;
  const turns = `turns from ${change(least)} to ${change(most)}`;
  const end = isSlower ? ': TOO MUCH' : '';
  return `${judged.benchmark} ${judged.figure}: ${short(older)} before, ${short(newer)} now, ${change(slowdown)} (${turns})${end}`;
}

const short = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));

function change(slowdown: number): string {
  const percent = Math.round((slowdown - 1) * 100);
  if (percent === 0) return 'the same';
  // 'Faster by a third' is told of the time as well.
  return percent > 0 ? `${percent} % slower` : `${-percent} % faster`;
}
