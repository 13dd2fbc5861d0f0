import type { PurposeIntroduced } from '../../hall/who/purpose.ts';

/** Supervision's own purpose, which stands in the access log like any other. */
export const supervising: PurposeIntroduced = {
  key: 'supervise',
  words: () => ({ 'zh-CN': '监督检查', en: 'Supervision' }),
};

export const oversightPurposes: readonly PurposeIntroduced[] = [supervising];
