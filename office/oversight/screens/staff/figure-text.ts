import { yuanOf } from '../../../../building/staff-kit/layout/shown.tsx';
import { type Language, localeOf } from '../../../../values/language.ts';
import { unreachable } from '../../../../values/unreachable.ts';
import type { Cell, FiguresView } from '../../contract/province-figures.ts';
import type { Words } from './words/made/words.ts';

type Unit = FiguresView['figures'][number]['unit'];
type Said = { readonly words: Words['figure']; readonly language: Language };

/** A figure as it is read: `1,284`, `97.5%`, `3,600 yuan`; or that it was withheld, or never told. */
export function cellText(cell: Cell, unit: Unit, { words, language }: Said): string {
  switch (cell.kind) {
    case 'shown':
      return valueText(heldIn(cell, unit) ?? 0, unit, { words, language });
    case 'withheld':
      return words.withheld;
    case 'none':
      return words.none;
    default:
      return unreachable(cell);
  }
}

/** A number of the unit that people read: yuan, and a share between 0 and 1. */
export function valueText(value: number, unit: Unit, { words, language }: Said): string {
  const locale = localeOf(language);
  switch (unit) {
    case 'count':
      return new Intl.NumberFormat(locale).format(value);
    case 'share':
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
    case 'fen':
      return words.yuan({ amount: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value) });
    default:
      return unreachable(unit);
  }
}

/** What sorts, is drawn and goes into a file; undefined for what is not shown. */
export function heldIn(cell: Cell, unit: Unit): number | undefined {
  if (cell.kind !== 'shown') return undefined;
  return unit === 'fen' ? yuanOf(String(cell.value)) : Number(cell.value);
}
