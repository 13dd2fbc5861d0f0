import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { PurposeIntroduced } from './purpose.ts';

/** A year of the working calendar is taken up from the law. */
export const takingUpCalendar: PurposeIntroduced = {
  key: 'take-up-calendar',
  words: () => inEveryLanguage(words, (w) => w.hallPurposes.takingUpNewlyPublishedHolidays),
};

export const sweepingSignIns: PurposeIntroduced = {
  key: 'sweep-sign-ins',
  words: () => inEveryLanguage(words, (w) => w.hallPurposes.clearingSignInsOver),
};

export const servingAuthorities: PurposeIntroduced = {
  key: 'serve-authorities',
  words: () => inEveryLanguage(words, (w) => w.hallPurposes.servingAuthorities),
};

/** Purposes for which the hall itself acts. */
export const hallPurposes: readonly PurposeIntroduced[] = [takingUpCalendar, sweepingSignIns, servingAuthorities];
