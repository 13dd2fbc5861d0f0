import { fen, sumOf } from '../../values/fen.ts';
import { unreachable } from '../../values/unreachable.ts';
import type { FiguresView } from './contract/province-figures.ts';

/** A figure that a county has told, and of how many people or cases it is. */
export interface Told {
  readonly value: number | bigint;
  readonly of: number;
}

/**
 * The figure of several counties together, of what they have told: numbers and money as their sum, a share by how many each is of. A county
 * that withheld its figure is not in it, so that nobody finds its number by taking the others from the whole. Undefined where nobody told.
 */
export function totalOf(unit: FiguresView['figures'][number]['unit'], told: readonly Told[]): Told | undefined {
  if (told.length === 0) return undefined;
  const of = told.reduce((sum, one) => sum + one.of, 0);
  switch (unit) {
    case 'count':
      return { value: told.reduce((sum, { value }) => sum + Number(value), 0), of };
    case 'fen':
      return { value: sumOf(told.map(({ value }) => fen(value))), of };
    case 'share':
      return { value: told.reduce((sum, one) => sum + Number(one.value) * one.of, 0) / Math.max(1, of), of };
    default:
      return unreachable(unit);
  }
}
