import type { Day } from '../../../values/day.ts';
import {
  addWorkingDays,
  type WorkingCalendar,
  type WorkingDeadline,
  workingDaysBetween,
} from '../../../values/working-days.ts';

/** A stretch in which the office waited for the family; it does not count (一次性告知: the clock is paused). */
export interface Wait {
  readonly from: Day;
  /** The day the family handed it in; absent while the office still waits. */
  readonly to?: Day;
}

export interface Term {
  readonly receivedOn: Day;
  /** For all steps together, from the pack's procedure. */
  readonly workingDays: number;
  readonly waits: readonly Wait[];
}

/**
 * The day by which the office must answer: the term in working days from receipt, moved by as many working days as the office waited.
 * A wait that has not ended does not move it yet. Provisional as soon as one of the days lies in a year without a holiday notice.
 */
export function deadlineOf(term: Term, calendar: WorkingCalendar): WorkingDeadline {
  let deadline = addWorkingDays(calendar, term.receivedOn, term.workingDays);
  for (const { from, to } of term.waits) {
    const waited = to === undefined ? 0 : workingDaysBetween(calendar, from, to);
    if (waited < 1) continue;
    const moved = addWorkingDays(calendar, deadline.day, waited);
    deadline = { day: moved.day, provisional: deadline.provisional || moved.provisional };
  }
  return deadline;
}

/** Where a case stands against its deadline; the order is that of the office's day. */
export type Standing = 'overdue' | 'soon' | 'rest' | 'waiting' | 'closed';

/** Three working days or fewer are left: 'soon'. */
const soonWithinWorkingDays = 3;

/** Where a case stands today: closed and waiting cases are not held against their deadline. */
export function deadlineStanding(
  at: { readonly dueOn: Day; readonly waiting: boolean; readonly closed: boolean },
  today: Day,
  calendar: WorkingCalendar,
): Standing {
  if (at.closed) return 'closed';
  if (at.waiting) return 'waiting';
  if (at.dueOn < today) return 'overdue';
  return at.dueOn <= soonUntil(today, calendar) ? 'soon' : 'rest';
}

/** Up to this day a deadline is 'soon'. */
export function soonUntil(today: Day, calendar: WorkingCalendar): Day {
  return addWorkingDays(calendar, today, soonWithinWorkingDays).day;
}
