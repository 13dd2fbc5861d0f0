import { addDays, type Day, dayOf, daysBetween, partsOf } from '../../values/day.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../../values/working-days.ts';
import type { Page, Told } from './deeds.ts';
import { holderOf } from '../staff.ts';

/**
 * The days of the year's batches: the twentieth of each quarter's last month (or the working day after it), and one that is under way
 * today.
 */
export function batchDays({ today, calendar }: Pick<Told, 'today' | 'calendar'>): readonly Day[] {
  const { year } = partsOf(today);
  const quarters = [year - 1, year].flatMap((y) => [3, 6, 9, 12].map((month) => dayOf(y, month, 20)));
  const past = quarters
    .filter((day) => day !== undefined)
    .filter((day) => daysBetween(day, today) > 12 && daysBetween(day, today) < 300);
  return [...past.map((day) => workingDayFrom(calendar, day)), workingDayFrom(calendar, addDays(today, -4))];
}

/**
 * Money in, and the batches: drafted by one payer, released for funds the same morning, released for payment by another payer the next,
 * answered by the bank a week later.
 */
export function batchesOf(page: Page): void {
  const { calendar, chance, offices, today } = page;
  const days = batchDays(page);
  const treasurer = (n: number) => holderOf(offices, 'manage-funds', undefined, n % 2);
  const payer = (n: number) => holderOf(offices, 'pay-out', undefined, n % 2);
  days.forEach((day, batch) => {
    const funded = addDays(day, -3);
    const document = `禾财社〔${day.slice(0, 4)}〕${chance.between(11, 98)}号`;
    page.write(funded, 9 * 60 + 40, {
      kind: 'appropriate',
      by: treasurer(batch),
      yuan: batch === 0 ? '900000.00' : '600000.00',
      document,
    });
    page.write(day, 9 * 60, { kind: 'draft', batch, by: payer(batch + 1), payOn: addDays(day, 2) });
    page.write(day, 9 * 60 + 25, { kind: 'release', batch, by: treasurer(batch) });
    // The last one waits for the second signature.
    if (daysBetween(day, today) <= 10) return;
    const paidOut = addWorkingDays(calendar, day, 1).day;
    page.write(paidOut, 10 * 60, { kind: 'release', batch, by: payer(batch) });
    const returned = page.castNumbers.get('returned');
    const settled = addWorkingDays(calendar, paidOut, 4).day;
    page.write(settled, 15 * 60, {
      kind: 'settle',
      batch,
      by: payer(batch),
      returned: returned === undefined ? [] : [returned],
      oneIn: 40,
    });
  });
}

function workingDayFrom(calendar: WorkingCalendar, day: Day): Day {
  return isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, 1).day;
}
