import { dateCode, monthCode } from '../ir/lower/encode.ts';
import type { FactRange, MostElements } from '../ir/limits/ranges.ts';

// What the tables of a warehouse must keep to, so that no number of a query leaves 64 bits. The guide tells it and has a query that checks
// it.

/** Dates and months of the years 1900 to 2200, whole numbers up to a milliard, money up to ten milliard yuan. */
export const assumedRange: FactRange = ({ type, view }) => {
  const [first, last] = [dateCode('1900-01'), dateCode('2200-12-31')];
  if (type === 'date')
    return view === 'month' ? { least: first >> 5n, greatest: last >> 5n } : { least: first, greatest: last };
  if (type === 'month') return { least: monthCode('1900-01'), greatest: monthCode('2200-12') };
  const most = type === 'money' ? 10n ** 12n : type === 'int' ? 10n ** 9n : 0n;
  return { least: -most, greatest: most };
};

/** At most so many people in a household, and so many relatives of one kind. */
export const assumedMost: MostElements = ({ outer }) => (outer?.relation === 'members' ? 10_000n : 1000n);
