import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { PurposeIntroduced } from '../../hall/who/purpose.ts';

export const listingCases: PurposeIntroduced = {
  key: 'list-cases',
  words: () => inEveryLanguage(words, (w) => w.purposes.lookThrough),
};

/** About a case: its receipt number, once it is known. */
export const handlingCase: PurposeIntroduced = {
  key: 'handle-case',
  words: (receipt) => inEveryLanguage(words, (w) => w.purposes.handle({ receipt }).trim()),
};

export const openingCase: PurposeIntroduced = {
  key: 'open-case',
  words: () => inEveryLanguage(words, (w) => w.purposes.open),
};

export const openingDocument: PurposeIntroduced = {
  key: 'open-document',
  words: () => inEveryLanguage(words, (w) => w.purposes.openDocument),
};

export const sameApplicationAgain: PurposeIntroduced = {
  key: 'same-application',
  words: () => inEveryLanguage(words, (w) => w.purposes.handedInAgain),
};

export const droppingDrafts: PurposeIntroduced = {
  key: 'drop-drafts',
  words: () => inEveryLanguage(words, (w) => w.purposes.clearDrafts),
};

export const movingDeadlines: PurposeIntroduced = {
  key: 'move-deadlines',
  words: () => inEveryLanguage(words, (w) => w.purposes.moveDeadlines),
};

export const publishingFigures: PurposeIntroduced = {
  key: 'publish-figures',
  words: () => inEveryLanguage(words, (w) => w.purposes.publishFigures),
};

/** Purposes for which this desk opens what it holds of families. */
export const benefitsPurposes: readonly PurposeIntroduced[] = [
  listingCases,
  handlingCase,
  openingCase,
  openingDocument,
  sameApplicationAgain,
  droppingDrafts,
  movingDeadlines,
  publishingFigures,
];
