import { type Day, dayOf, partsOf } from '../../values/day.ts';
import { unreachable } from '../../values/unreachable.ts';
import type { Rhythm } from './case.ts';

/**
 * From which day a payment granted on `grantedOn` may go into a batch. Quarterly: from the first day of the quarter's last month, so that each
 * quarter has its batch (管理规范 art. 14–16); a grant within that month is due at once.
 */
export function dueDayOf(rhythm: Rhythm, grantedOn: Day): Day {
  const { year, month } = partsOf(grantedOn);
  switch (rhythm) {
    case 'once':
    case 'monthly':
      return grantedOn;
    case 'quarterly':
      return later(grantedOn, firstOf(year, Math.ceil(month / 3) * 3));
    case 'yearly':
      return later(grantedOn, firstOf(year, 12));
    default:
      return unreachable(rhythm);
  }
}

function firstOf(year: number, month: number): Day {
  const first = dayOf(year, month, 1);
  if (first === undefined) throw new Error(`No such month: ${year}-${month}`);
  return first;
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
