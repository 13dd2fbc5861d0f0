import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Sheet } from './sheet.ts';

/** The sheet as CSV that Excel opens rightly: a byte order mark, Windows lines, no text that runs as a formula. */
export function csvOf({ heads, lines }: Sheet): string {
  return stringify([[...heads], ...lines.map((line) => [...line])], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}
