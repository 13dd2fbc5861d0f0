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

/** Whether a figure is about so few that it is withheld. */
export function tellsOfFew({ of }: FigureFound): boolean {
  return of > 0 && of < leastShown;
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
    shown.push({ key, words, unit, ...(tellsOfFew(found) ? {} : { value: said }) });
  }
  return shown;
}
