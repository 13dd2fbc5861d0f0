import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { DutyIntroduced } from '../../hall/who/duty.ts';

/** To see figures of a province's counties: held in the province, beside no other duty, and it gives nothing else. */
export const provinceFigures = {
  key: 'oversight/province-figures',
  words: inEveryLanguage(words, (w) => w.duties.provinceFigures),
  of: 'province',
} as const satisfies DutyIntroduced;
