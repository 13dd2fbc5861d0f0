import { changeAny } from '../../../building/database/changes.ts';
import type { Database, Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Day } from '../../../values/day.ts';
import type { WorkingCalendar } from '../../../values/working-days.ts';
import { type Kept, keepFresh } from '../../../building/keep-fresh.ts';
import { yearOf } from '../../../values/day.ts';

type Trx = Transaction<Tables>;

/** One day on which the State Council's notice differs from the week. */
interface WorkingDayChange {
  readonly day: Day;
  readonly kind: 'holiday' | 'make-up';
  /** `春节` */
  readonly name: string;
}

/** The notice of one year, as published. */
export interface PublishedYear {
  readonly year: number;
  /** Which notice it is, with its day. */
  readonly notice: string;
  readonly changes: readonly WorkingDayChange[];
}

/** The calendar as the database has it. */
export async function calendarOf(trx: Trx | Database<Tables>): Promise<WorkingCalendar> {
  const years = await trx.selectFrom('workingYear').select('year').execute();
  const changes = await trx.selectFrom('workingDayChange').select(['day', 'kind']).execute();
  const daysOf = (wanted: WorkingDayChange['kind']): ReadonlySet<Day> =>
    new Set(changes.filter(({ kind }) => kind === wanted).map(({ day }) => day as Day));
  return {
    holidays: daysOf('holiday'),
    makeUpDays: daysOf('make-up'),
    publishedYears: new Set(years.map(({ year }) => year)),
  };
}

/** Replaces one year by its notice. Throws when a day lies in another year. */
export async function putYear(trx: Trx, { year, notice, changes }: PublishedYear): Promise<void> {
  const elsewhere = changes.find(({ day }) => yearOf(day) !== year);
  if (elsewhere) throw new Error(`${elsewhere.day} is not a day of ${year}`);
  const row = { year, notice };
  await trx
    .insertInto('workingYear')
    .values(row)
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ notice }))
    .execute();
  await changeAny(
    trx,
    trx.deleteFrom('workingDayChange').where('day', '>=', `${year}-01-01`).where('day', '<=', `${year}-12-31`),
  );
  if (changes.length > 0)
    await trx
      .insertInto('workingDayChange')
      .values([...changes])
      .execute();
}

/** What a start has changed of the calendar. */
export interface TakenUp {
  readonly added: readonly number[];
  /** Years whose notice reads otherwise than before. */
  readonly corrected: readonly number[];
}

/** Takes up the years that the law folder has: new ones, and those that were corrected there. */
export async function takeUpYears(trx: Trx, published: readonly PublishedYear[]): Promise<TakenUp> {
  const kept = await keptYears(trx);
  const added = published.filter(({ year }) => !kept.has(year));
  const corrected = published.filter((one) => kept.has(one.year) && kept.get(one.year) !== textOf(one));
  for (const year of [...added, ...corrected]) await putYear(trx, year);
  const yearsOf = (years: readonly PublishedYear[]): readonly number[] => years.map(({ year }) => year);
  return { added: yearsOf(added), corrected: yearsOf(corrected) };
}

/** Each year that the database has, as one text. */
async function keptYears(trx: Trx): Promise<ReadonlyMap<number, string>> {
  const years = await trx.selectFrom('workingYear').selectAll().execute();
  const changes = await trx.selectFrom('workingDayChange').selectAll().execute();
  const days = changes.map((change) => ({ ...change, day: change.day as Day }));
  const texts = years.map(({ year, notice }) => {
    const own = days.filter(({ day }) => yearOf(day) === year);
    return [year, textOf({ year, notice, changes: own })] as const;
  });
  return new Map(texts);
}

function textOf({ notice, changes }: PublishedYear): string {
  return [notice, ...changes.map(({ day, kind, name }) => `${day} ${kind} ${name}`).toSorted()].join('\n');
}

/** Keeps the calendar for a process. Acts ask within their transactions, so they get what was read last; the daily look over deadlines reads it afresh. */
export function keepCalendar(db: Database<Tables>): Kept<WorkingCalendar> {
  return keepFresh(() => calendarOf(db));
}
