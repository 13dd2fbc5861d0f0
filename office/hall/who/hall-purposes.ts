import type { PurposeIntroduced } from './purpose.ts';

/** A year of the working calendar is taken up from the law. */
export const takingUpCalendar: PurposeIntroduced = {
  key: 'take-up-calendar',
  words: () => ({ 'zh-CN': '启用新公布的放假安排', en: 'Taking up the newly published holidays' }),
};

export const sweepingSignIns: PurposeIntroduced = {
  key: 'sweep-sign-ins',
  words: () => ({ 'zh-CN': '清理过期登录', en: 'Clearing sign-ins that are over' }),
};

/** Purposes for which the hall itself acts. */
export const hallPurposes: readonly PurposeIntroduced[] = [takingUpCalendar, sweepingSignIns];
