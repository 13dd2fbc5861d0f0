import { groundsInWords } from '../hall/fields/grounds.ts';
import { words } from './words/made/all.ts';

/** What the register holds fields for; desks after it name these too. */
export const familiesGrounds = groundsInWords(
  words,
  (w) => w.fields,
  (purpose) => purpose === 'order',
);
