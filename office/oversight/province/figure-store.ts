import { sql } from 'kysely';
import { changeExactly } from '../../../building/database/changes.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Day } from '../../../values/day.ts';
import type { County } from '../../../values/division.ts';
import type { Localized } from '../../../values/language.ts';

type Trx = Transaction<Tables>;

/** A figure of a county on a day as it is kept; a withheld one tells neither value nor number. */
export interface KeptFigure {
  readonly key: string;
  /** A whole number or a share, as decimal text. */
  readonly value: string | null;
  readonly ofHowMany: number | null;
}

/** Writes a county's figures of a day, in place of those that were written for it before. */
export async function putFigures(
  trx: Trx,
  county: County,
  day: Day,
  figures: readonly KeptFigure[],
  at: Date,
): Promise<void> {
  if (figures.length === 0) return;
  await changeExactly(
    trx,
    figures.length,
    trx
      .insertInto('countyFigure')
      .values(figures.map((figure) => ({ county, day, ...figure, writtenAt: at })))
      .onConflict((conflict) =>
        conflict.columns(['county', 'day', 'key']).doUpdateSet((eb) => ({
          value: eb.ref('excluded.value'),
          ofHowMany: eb.ref('excluded.ofHowMany'),
          writtenAt: eb.ref('excluded.writtenAt'),
        })),
      ),
  );
}

/** A county with the figures of its last day that has any; without a day, it has told nothing yet. */
export interface FiguresOfCounty {
  readonly county: County;
  readonly name: Localized | null;
  readonly day: Day | null;
  readonly figures: readonly KeptFigure[];
}

/** Every county whose code lies in the range, with its figures of the last day until this one; in order of code. */
export async function figuresWithin(
  trx: Trx,
  { from, to }: { readonly from: County; readonly to: County },
  until: Day,
): Promise<readonly FiguresOfCounty[]> {
  const { rows } = await sql<FiguresOfCounty>`
    select county.code as county, division.name, last.day,
      coalesce((select jsonb_agg(jsonb_build_object('key', f.key, 'value', f.value::text, 'ofHowMany', f.of_how_many) order by f.key)
        from county_figure f where f.county = county.code and f.day = last.day), '[]') as figures
    from county
    left join division on division.code = county.code || '000000'
    left join lateral (
      select f.day from county_figure f where f.county = county.code and f.day <= ${until} order by f.day desc limit 1
    ) as last on true
    where county.code between ${from} and ${to}
    order by county.code`.execute(trx);
  return rows;
}
