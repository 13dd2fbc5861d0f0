import { groundsInWords } from '../hall/fields/grounds.ts';
import { words } from './words/made/all.ts';

/** What money on its way is held for. */
export const paymentsGrounds = groundsInWords(words, (w) => w.fields);
