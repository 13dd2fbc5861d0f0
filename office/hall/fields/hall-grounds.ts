import { words } from '../words/made/all.ts';
import { groundsInWords } from './grounds.ts';

/** What the hall's own tables are held for; desks name these too. */
export const hallGrounds = groundsInWords(
  words,
  (w) => w.fields,
  (purpose) => purpose === 'apart',
);
