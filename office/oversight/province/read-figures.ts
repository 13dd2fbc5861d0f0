import { inTransaction } from '../../../building/database/transaction.ts';
import type { Day } from '../../../values/day.ts';
import { countiesOf, type County } from '../../../values/division.ts';
import { alike } from '../../../values/language.ts';
import type { House } from '../../hall/house.ts';
import type { FigureOffered, FigureUnit } from '../../hall/introductions.ts';
import { type ProvinceActing, settingsOf, type StaffActing } from '../../hall/who/acting.ts';
import type { Cell, FiguresView } from '../contract/province-figures.ts';
import { type Told, totalOf } from '../decide.ts';
import { figuresWithin, type FiguresOfCounty, type KeptFigure } from './figure-store.ts';

/** What the counties of a province told it: each county's last figures until a day, and what they come to together. */
export async function provinceFigures(house: House, acting: ProvinceActing, until?: Day): Promise<FiguresView> {
  return view(house, acting, countiesOf(acting.county), until);
}

/** What a county itself told its province, as the province reads it. */
export async function toldFigures(house: House, acting: StaffActing): Promise<FiguresView> {
  return view(house, acting, { from: acting.county, to: acting.county }, undefined);
}

async function view(
  house: House,
  acting: ProvinceActing | StaffActing,
  within: { readonly from: County; readonly to: County },
  until: Day | undefined,
): Promise<FiguresView> {
  const day = until ?? house.clock.today();
  const counties = await inTransaction(house.db, settingsOf(acting), (trx) => figuresWithin(trx, within, day));
  const known = new Set(counties.flatMap(({ figures }) => figures.map(({ key }) => key)));
  const figures = house.introduced.figures.filter(({ key }) => known.has(key));
  return {
    day,
    figures: figures.map(({ key, words, unit }) => ({ key, words, unit })),
    counties: counties.map((one) => ({
      code: one.county,
      name: one.name ?? alike(one.county),
      ...(one.day === null ? {} : { day: one.day }),
      cells: figures.map((figure) => cellOf(figure, keptOf(one, figure))),
    })),
    totals: figures.map((figure) => totalCell(figure, counties)),
  };
}

function keptOf({ figures }: FiguresOfCounty, { key }: FigureOffered): KeptFigure | undefined {
  return figures.find((one) => one.key === key);
}

function cellOf({ unit }: FigureOffered, kept: KeptFigure | undefined): Cell {
  if (kept === undefined) return { kind: 'none' };
  const told = toldOf(unit, kept);
  return told === undefined ? { kind: 'withheld' } : shown(told);
}

function totalCell(figure: FigureOffered, counties: readonly FiguresOfCounty[]): Cell {
  const told = counties.flatMap((one) => keptOf(one, figure) ?? []).flatMap((kept) => toldOf(figure.unit, kept) ?? []);
  const total = totalOf(figure.unit, told);
  return total === undefined ? { kind: 'none' } : shown(total);
}

function toldOf(unit: FigureUnit, { value, ofHowMany }: KeptFigure): Told | undefined {
  if (value === null || ofHowMany === null) return undefined;
  return { value: unit === 'fen' ? BigInt(value) : Number(value), of: ofHowMany };
}

function shown({ value, of }: Told): Cell {
  return { kind: 'shown', value: typeof value === 'bigint' ? value.toString() : value, of };
}
