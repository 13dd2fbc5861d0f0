import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { PurposeIntroduced } from '../../hall/who/purpose.ts';

/** Supervision's own purpose, which stands in the access log like any other. */
export const supervising: PurposeIntroduced = {
  key: 'supervise',
  words: () => inEveryLanguage(words, (w) => w.purposes.supervision),
};

export const oversightPurposes: readonly PurposeIntroduced[] = [supervising];
