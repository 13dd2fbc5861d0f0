import { addDays, type Day, daysBetween } from '../../values/day.ts';
import { ancestorOf, contains, type Division } from '../../values/division.ts';
import { addWorkingDays } from '../../values/working-days.ts';
import type { Part } from '../people/cast.ts';
import { type Claimant, claimantsOf } from './claimants.ts';
import { type Fate, live } from './course.ts';
import type { Claim, Entry, Page, Told } from './deeds.ts';
import { batchDays, batchesOf } from './money-year.ts';
import { type Chance, chanceOf } from '../people/random.ts';

/** How far back the diary goes. */
const daysBack = 330;

/** The county's last eleven months up to `today`: what was done, in the order in which it was done. */
export function writeDiary(told: Told): readonly Entry[] {
  const entries: Entry[] = [];
  let number = 0;
  const page: Page = {
    ...told,
    chance: chanceOf('diary'),
    write: (day, minutes, deed) => void entries.push({ at: instant(day, minutes), deed }),
    nextNumber: () => (number += 1),
    castNumbers: new Map(),
  };
  const claimants = claimantsOf(told.county);
  writeCast(page, claimants);
  writeOthers(page, claimants);
  batchesOf(page);
  // What lies ahead has not been done; so cases stand wherever the end of the diary finds them.
  return entries.filter(({ at }) => at < instant(told.today, 0)).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** `2026-02-01`, 570 → `2026-02-01T09:30:00+08:00` */
function instant(day: Day, minutes: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00+08:00`;
}

function writeCast(page: Page, claimants: readonly Claimant[]): void {
  const lastSettled = batchDays(page).findLast((day) => daysBetween(day, page.today) > 10) ?? addDays(page.today, -40);
  for (const { part, child } of page.county.cast) {
    const claimant = claimants.find((one) => one.child === child);
    const role = roleOf(part, page.today, lastSettled);
    if (claimant === undefined || role === undefined) continue;
    page.castNumbers.set(part, live(page, claimant, role.on, role.fate));
  }
}

/** When a member of the cast applied, and what became of it; undefined for those who have yet to apply. */
function roleOf(part: Part, today: Day, lastSettled: Day): { on: Day; fate: Fate } | undefined {
  switch (part) {
    case 'waiting':
    case 'rare-name':
      return { on: addDays(today, -6), fate: 'unhurried' };
    case 'correcting':
      return { on: addDays(today, -12), fate: 'not-corrected' };
    case 'paid':
    case 'returned':
      return { on: addDays(lastSettled, -70), fate: 'granted' };
    case 'refused':
      return { on: addDays(today, -30), fate: 'refused' };
    case 'may-apply':
    case 'guardian':
    case 'undetermined':
      return undefined;
  }
}

/** Fates by weight. Whoever is to be refused asks for a child whom the policy does not cover. */
const fates: readonly (readonly [Fate, number])[] = [
  ['granted', 78],
  ['corrected', 7],
  ['not-corrected', 4],
  ['refused', 4],
  ['withdrawn', 3],
  ['sent-back', 3],
  ['slow', 1],
];

function writeOthers(page: Page, claimants: readonly Claimant[]): void {
  const playing = new Set<string>(page.county.cast.map(({ child }) => child));
  const waiting = waitingLists(
    page,
    claimants.filter(({ child }) => !playing.has(child)),
  );
  for (const { fate, on, atHome } of [...everyFateOnce(page), ...lateOrSoon(page), ...anyFate(page)]) {
    const list = waiting(page.periodOf(on), fate === 'refused' ? 'not-eligible' : 'eligible');
    const suits = ({ birth }: Claimant): boolean => birth < addDays(on, -20);
    const near = atHome ? list.findIndex((one) => suits(one) && contains(castTownship(page), one.residence)) : -1;
    const next = near < 0 ? list.findIndex(suits) : near;
    const [claimant] = next < 0 ? [] : list.splice(next, 1);
    if (claimant !== undefined) live(page, claimant, on, fate);
  }
}

/** An application to be written: its fate, its day, and whether it is of the cast's township, whose clerk the start names. */
interface Plot {
  readonly fate: Fate;
  readonly on: Day;
  readonly atHome?: boolean;
}

function castTownship({ county }: Told): Division {
  const [first] = county.cast;
  const home = county.families.find(({ id }) => id === first?.family);
  if (home === undefined) throw new Error('The cast lives somewhere');
  return ancestorOf(home.residence, 'township');
}

/** Older children are past every benefit that is asked for in the diary. */
const oldestYears = 10;

/** Who may ask for a period and gets that answer, in no order; nobody asks twice for one period. */
function waitingLists(page: Page, claimants: readonly Claimant[]): (period: string, claim: Claim) => Claimant[] {
  const young = shuffled(
    page.chance,
    claimants.filter(({ birth }) => birth > addDays(page.today, -oldestYears * 365)),
  );
  const lists = new Map<string, Map<Claim, Claimant[]>>();
  return (period, claim) => {
    const ofPeriod = lists.get(period) ?? Map.groupBy(young, ({ child }) => page.claim(child, period));
    lists.set(period, ofPeriod);
    return ofPeriod.get(claim) ?? [];
  };
}

/** So that the smallest sample has each of them, and its end is seen. */
function everyFateOnce({ today }: Page): Plot[] {
  return fates.map(([fate], n) => ({ fate, on: addDays(today, fate === 'not-corrected' ? -14 : -75 - 9 * n) }));
}

/** Cases that nobody has looked at although their day has come, or comes in the next days. */
function lateOrSoon(page: Page): Plot[] {
  const count = Math.max(6, Math.round(0.05 * page.applications));
  return Array.from({ length: count }, (_, n) => {
    const late = n % 3 === 0;
    const due = late ? addDays(page.today, -(1 + (n % 4))) : addWorkingDays(page.calendar, page.today, 1 + (n % 3)).day;
    return { fate: n % 4 === 2 ? 'not-confirmed' : 'forgotten', on: receivedToBeDueOn(page, due), atHome: n < 8 };
  });
}

function anyFate({ chance, today, applications }: Page): Plot[] {
  return Array.from({ length: applications }, () => ({
    fate: chance.weighted(fates),
    on: addDays(today, -receiptDaysAgo(chance)),
  }));
}

/** More applications in the last weeks than before, so that a clerk's day is full. */
function receiptDaysAgo(chance: Chance): number {
  return chance.once(0.2) ? chance.between(0, 34) : chance.between(20, daysBack);
}

/** The latest day of receipt whose term ends on or before the day. */
function receivedToBeDueOn({ calendar, term }: Told, due: Day): Day {
  let day = addDays(due, -term);
  while (addWorkingDays(calendar, day, term).day > due) day = addDays(day, -1);
  return day;
}

function shuffled<T>(chance: Chance, list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, place: chance.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
