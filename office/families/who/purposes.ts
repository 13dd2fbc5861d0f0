import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { PurposeIntroduced } from '../../hall/who/purpose.ts';

export const applying: PurposeIntroduced = {
  key: 'apply',
  words: () => inEveryLanguage(words, (w) => w.purposes.personAppliesCounter),
  atTheCounter: true,
};

const enquiring: PurposeIntroduced = {
  key: 'enquiry',
  words: () => inEveryLanguage(words, (w) => w.purposes.answeringPersonsOwnEnquiry),
  atTheCounter: true,
};

const correcting: PurposeIntroduced = {
  key: 'correct',
  words: () => inEveryLanguage(words, (w) => w.purposes.correctingRegisterPersonsRequest),
  atTheCounter: true,
};

export const buildingRegister: PurposeIntroduced = {
  key: 'build-register',
  words: () => inEveryLanguage(words, (w) => w.purposes.buildingRegisterDetermineEverybodyOnce),
};

/** Why a clerk may look somebody up at the counter, and what else this desk opens records for. */
export const familiesPurposes: readonly PurposeIntroduced[] = [applying, enquiring, correcting, buildingRegister];
