import { groundsInWords } from '../hall/fields/grounds.ts';
import { words } from './words/made/all.ts';

/** On what law families are told. */
export const noticesGrounds = groundsInWords(words, (w) => w.fields);
