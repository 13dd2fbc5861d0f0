import { groundsInWords } from '../hall/fields/grounds.ts';
import { words } from './words/made/all.ts';

/** What applications and decisions are held for. */
export const benefitsGrounds = groundsInWords(words, (w) => w.fields);
