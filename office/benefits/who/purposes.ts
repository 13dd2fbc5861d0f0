import type { PurposeIntroduced } from '../../hall/who/purpose.ts';

export const listingCases: PurposeIntroduced = {
  key: 'list-cases',
  words: () => ({ 'zh-CN': '查看办件清单', en: 'Looking through the list of cases' }),
};

/** About a case: its receipt number, once it is known. */
export const handlingCase: PurposeIntroduced = {
  key: 'handle-case',
  words: (receipt) => ({ 'zh-CN': `办理办件 ${receipt}`.trim(), en: `Handling case ${receipt}`.trim() }),
};

export const openingCase: PurposeIntroduced = {
  key: 'open-case',
  words: () => ({ 'zh-CN': '打开办件', en: 'Opening a case' }),
};

export const openingDocument: PurposeIntroduced = {
  key: 'open-document',
  words: () => ({ 'zh-CN': '打开办件材料', en: 'Opening a document of a case' }),
};

export const sameApplicationAgain: PurposeIntroduced = {
  key: 'same-application',
  words: () => ({ 'zh-CN': '同一份申请再次提交', en: 'The same application handed in again' }),
};

export const droppingDrafts: PurposeIntroduced = {
  key: 'drop-drafts',
  words: () => ({ 'zh-CN': '清理过期草稿', en: 'Clearing drafts that are over' }),
};

export const movingDeadlines: PurposeIntroduced = {
  key: 'move-deadlines',
  words: () => ({ 'zh-CN': '按放假安排重算期限', en: 'Recomputing deadlines by the published holidays' }),
};

export const publishingFigures: PurposeIntroduced = {
  key: 'publish-figures',
  words: () => ({ 'zh-CN': '公布数字', en: 'Publishing figures' }),
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
