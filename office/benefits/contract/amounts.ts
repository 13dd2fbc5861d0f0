import type { Fen } from '../../../values/fen.ts';

/** What one month of birth brings in each period of the pack; undefined where nothing is granted. */
interface MonthRow {
  /** `2023-12` */
  readonly birth: string;
  readonly amounts: readonly (Fen | undefined)[];
}

export interface AmountsTable {
  readonly periods: readonly string[];
  /** By year of birth; years that bring nothing are left out. */
  readonly years: readonly { readonly year: string; readonly rows: readonly MonthRow[] }[];
}
