import type { County } from '../../values/division.ts';
import type { Localized } from '../../values/language.ts';
import type { Desk } from './desk.ts';
import type { FigureFound, FigureUnit } from './introductions.ts';
import type { House } from './house.ts';

/** A published figure; `value` is absent where it is about so few that neighbours could tell who they are. */
export interface FigureShown {
  readonly key: string;
  readonly words: Localized;
  readonly unit: FigureUnit;
  /** Fen as a decimal string; counts and shares as numbers. */
  readonly value?: number | string;
}

/** Figures about fewer are withheld; zero describes nobody. The threshold of the registers' rehearsals. */
const leastShown = 10;

const isFew = (count: number): boolean => count > 0 && count < leastShown;

/**
 * Whether a figure is about so few that it is withheld; a share also where its part or the rest is, since both follow from it and its
 * number.
 */
export function tellsOfFew(unit: FigureUnit, { value, of }: FigureFound): boolean {
  if (unit !== 'share') return isFew(of);
  const part = Math.round(Number(value) * of);
  return [of, part, of - part].some(isFew);
}

/** What the desks publish about a county, in their order; what has nothing to say yet is left out. */
export async function publishedFigures<H extends House>(
  desks: readonly Desk<H>[],
  house: H,
  county: County,
): Promise<readonly FigureShown[]> {
  const shown: FigureShown[] = [];
  for (const { key, words, unit, value } of desks.flatMap(({ figures = [] }) => figures)) {
    const found = await value(house, county);
    if (found === undefined) continue;
    const said = typeof found.value === 'bigint' ? found.value.toString() : found.value;
    shown.push({ key, words, unit, ...(tellsOfFew(unit, found) ? {} : { value: said }) });
  }
  return shown;
}
