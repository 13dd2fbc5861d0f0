import { changeAny } from '../../../building/database/changes.ts';
import type { Database, Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Day } from '../../../values/day.ts';
import type { WorkingCalendar } from '../../../values/working-days.ts';
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

/** The notices that the database has, by year. */
export async function keptYears(trx: Trx): Promise<ReadonlyMap<number, PublishedYear>> {
  const years = await trx.selectFrom('workingYear').selectAll().execute();
  const rows = await trx.selectFrom('workingDayChange').selectAll().execute();
  const changes = rows.map((row) => ({ ...row, day: row.day as Day }));
  return new Map(
    years.map(({ year, notice }) => [
      year,
      { year, notice, changes: changes.filter(({ day }) => yearOf(day) === year) },
    ]),
  );
}
