import { addDays, type Day } from '../../values/day.ts';
import { ancestorOf } from '../../values/division.ts';
import { addWorkingDays, isWorkingDay } from '../../values/working-days.ts';
import { unreachable } from '../../values/unreachable.ts';
import type { Claimant } from './claimants.ts';
import type { Asking, Page } from './deeds.ts';
import { holderOf } from '../staff.ts';

/** What becomes of an application, if the diary goes on long enough. */
export type Fate =
  | 'granted'
  /** Reviewed and confirmed after the term had ended. */
  | 'slow'
  /** Not looked at for a week and a half. */
  | 'unhurried'
  /** A document was missing; the family brought it. */
  | 'corrected'
  | 'not-corrected'
  | 'sent-back'
  | 'refused'
  | 'withdrawn'
  /** Nobody reviewed it. */
  | 'forgotten'
  /** Reviewed late, and nobody has confirmed it. */
  | 'not-confirmed';

/** Writes one application and what follows it into the diary; its number is returned. */
export function live(page: Page, claimant: Claimant, on: Day, fate: Fate): number {
  const n = page.nextNumber();
  const { chance } = page;
  const forgets = fate === 'corrected' || fate === 'not-corrected';
  const atCounter = chance.once(0.35);
  const receivedOn = atCounter ? workingDayFrom(page, on) : on;
  const counter = atCounter ? { counter: holderOf(page.offices, 'receive', claimant.residence) } : {};
  const { birth: _birth, ...who } = claimant;
  const asking: Asking = { n, ...who, period: page.periodOf(receivedOn), incomplete: forgets, ...counter };
  page.write(receivedOn, atCounter ? chance.between(9 * 60, 16 * 60) : chance.between(7 * 60, 22 * 60), {
    kind: 'apply',
    asking,
  });
  follow(page, asking, receivedOn, fate);
  return n;
}

function follow(page: Page, asking: Asking, receivedOn: Day, fate: Fate): void {
  const { chance } = page;
  const after = (from: Day, low: number, high: number): Day =>
    addWorkingDays(page.calendar, from, chance.between(low, high)).day;
  switch (fate) {
    case 'granted':
      return confirm(page, asking, review(page, asking, after(receivedOn, 2, 12)));
    case 'unhurried':
      return confirm(page, asking, review(page, asking, after(receivedOn, 8, 12)));
    case 'slow':
      return confirm(page, asking, review(page, asking, after(receivedOn, page.term, page.term + 3)));
    case 'corrected':
      return confirm(
        page,
        asking,
        review(page, asking, after(correct(page, asking, after(receivedOn, 2, 6)), 2, 8), 1),
      );
    case 'not-corrected':
      return office(page, asking, after(receivedOn, 2, 6), 'ask-correction');
    case 'sent-back':
      return sentBack(page, asking, review(page, asking, after(receivedOn, 2, 8)));
    case 'refused':
      return office(page, asking, after(receivedOn, 3, 10), 'refuse');
    case 'withdrawn':
      return page.write(after(receivedOn, 1, 6), chance.between(9 * 60, 20 * 60), { kind: 'withdraw', n: asking.n });
    case 'not-confirmed':
      return void review(page, asking, after(receivedOn, 12, 20));
    case 'forgotten':
      return;
    default:
      return unreachable(fate);
  }
}

/** A township clerk's deed; `second` is the other clerk, where the first has had a hand in the case. */
function office(page: Page, asking: Asking, on: Day, kind: 'pass' | 'ask-correction' | 'refuse', second = 0): void {
  const by = holderOf(page.offices, 'review', ancestorOf(asking.residence, 'township'), (asking.n + second) % 2);
  page.write(on, page.chance.between(9 * 60, 17 * 60), { kind, n: asking.n, by });
}

function review(page: Page, asking: Asking, on: Day, second = 0): Day {
  office(page, asking, on, 'pass', second);
  return on;
}

function confirm(page: Page, asking: Asking, reviewedOn: Day): void {
  const on = addWorkingDays(page.calendar, reviewedOn, page.chance.between(2, 8)).day;
  page.write(on, page.chance.between(9 * 60, 17 * 60), {
    kind: 'grant',
    n: asking.n,
    by: holderOf(page.offices, 'confirm', undefined, asking.n % 3),
  });
}

/** Asked for what is missing; the family brings it after some days. Returns the day on which it did. */
function correct(page: Page, asking: Asking, askedOn: Day): Day {
  office(page, asking, askedOn, 'ask-correction');
  const correctedOn = addDays(askedOn, page.chance.between(2, 9));
  page.write(correctedOn, page.chance.between(8 * 60, 21 * 60), { kind: 'correct', n: asking.n });
  return correctedOn;
}

/** The county sends it back; the other clerk of the township reviews it again, and another officer confirms. */
function sentBack(page: Page, asking: Asking, reviewedOn: Day): void {
  const { calendar, chance, offices } = page;
  const sentOn = addWorkingDays(calendar, reviewedOn, chance.between(2, 5)).day;
  page.write(sentOn, chance.between(9 * 60, 17 * 60), {
    kind: 'send-back',
    n: asking.n,
    by: holderOf(offices, 'confirm', undefined, (asking.n + 1) % 3),
  });
  const again = review(page, asking, addWorkingDays(calendar, sentOn, chance.between(2, 5)).day, 1);
  confirm(page, asking, again);
}

function workingDayFrom({ calendar }: Page, day: Day): Day {
  return isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, 1).day;
}
