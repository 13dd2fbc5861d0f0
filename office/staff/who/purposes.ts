import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { PurposeIntroduced } from '../../hall/who/purpose.ts';

export const foundingOffices: PurposeIntroduced = {
  key: 'found-offices',
  words: () => inEveryLanguage(words, (w) => w.purposes.settingUpOffices),
};

/** Purposes for which this desk acts. */
export const staffPurposes: readonly PurposeIntroduced[] = [foundingOffices];
