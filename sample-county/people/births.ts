import { addDays, type Day, day, daysBetween, daysInMonth, dayOf } from '../../values/day.ts';
import type { Chance } from './random.ts';

/**
 * When people are born. Approximate seasonal indices (100 is an even month): a salient peak in October, high from September to January, low
 * from March to July. The shape follows the published analyses of China's census and survey data (Yang & Zhang, Journal of Biosocial
 * Science, 2020: peak in October; Zhang, Wang & Zhang, China Population and Development Studies, 2023: autumn and winter high, spring and
 * summer low, amplitude shrinking since 1990); the figures themselves are ours, rounded, and stand for no place.
 */
export const seasonalIndex = [103, 99, 95, 91, 91, 91, 94, 102, 106, 115, 108, 105] as const;

/**
 * Births of the country by year, in ten thousands, approximately as the National Bureau of Statistics has published and revised them (2022
 * to 2025 as announced); only their proportions matter here. A later year, not yet announced, is taken to be like the last.
 */
const birthsByYear: Readonly<Record<number, number>> = {
  2005: 1617,
  2006: 1584,
  2007: 1594,
  2008: 1608,
  2009: 1615,
  2010: 1592,
  2011: 1604,
  2012: 1635,
  2013: 1640,
  2014: 1687,
  2015: 1655,
  2016: 1786,
  2017: 1723,
  2018: 1523,
  2019: 1465,
  2020: 1202,
  2021: 1062,
  2022: 956,
  2023: 902,
  2024: 954,
  2025: 792,
};

export function birthsIn(year: number): number {
  return birthsByYear[Math.min(Math.max(year, 2005), 2025)] ?? 0;
}

/** A day of birth in the year, by the seasonal pattern. */
export function birthIn(chance: Chance, year: number): Day {
  const month = chance.weighted(seasonalIndex.map((weight, i) => [i + 1, weight] as const));
  const born = dayOf(year, month, chance.between(1, daysInMonth(year, month)));
  if (born === undefined) throw new Error(`No day of birth in ${year}-${month}`);
  return born;
}

/** A day of birth in the year but not after `today`: the pattern holds within the part of the year that has passed. */
export function birthUpTo(chance: Chance, year: number, today: Day): Day {
  for (let draw = 0; draw < 200; draw += 1) {
    const born = birthIn(chance, year);
    if (born <= today) return born;
  }
  return addDays(day(`${year}-01-01`), chance.between(0, Math.max(0, daysBetween(day(`${year}-01-01`), today))));
}

/** The share of `today`'s year that has passed, for the number of births in it. */
export function shareOfYearPassed(today: Day): number {
  const first = day(`${today.slice(0, 4)}-01-01`);
  return (daysBetween(first, today) + 1) / 365;
}
