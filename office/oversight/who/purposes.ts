import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { PurposeIntroduced } from '../../hall/who/purpose.ts';

/** Supervision's own purpose, which stands in the access log like any other. */
export const supervising: PurposeIntroduced = {
  key: 'supervise',
  words: () => inEveryLanguage(words, (w) => w.purposes.supervision),
};

/** Figures of the day go to the province, with the daily round or when the county says so. */
export const tellingProvince: PurposeIntroduced = {
  key: 'tell-province',
  words: () => inEveryLanguage(words, (w) => w.purposes.tellingProvince),
};

export const oversightPurposes: readonly PurposeIntroduced[] = [supervising, tellingProvince];
