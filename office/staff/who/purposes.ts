import type { PurposeIntroduced } from '../../hall/who/purpose.ts';

export const foundingOffices: PurposeIntroduced = {
  key: 'found-offices',
  words: () => ({ 'zh-CN': '设立机构', en: 'Setting up the offices' }),
};

export const checkingAtStart: PurposeIntroduced = {
  key: 'check-at-start',
  words: () => ({ 'zh-CN': '启动检查', en: 'Checking at the start' }),
};

export const loadingSample: PurposeIntroduced = {
  key: 'load-sample',
  words: () => ({ 'zh-CN': '载入示范县', en: 'Loading the sample county' }),
};

/** Purposes for which this desk acts. */
export const staffPurposes: readonly PurposeIntroduced[] = [foundingOffices, checkingAtStart, loadingSample];
