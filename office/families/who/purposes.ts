import type { PurposeIntroduced } from '../../hall/who/purpose.ts';

export const applying: PurposeIntroduced = {
  key: 'apply',
  words: () => ({ 'zh-CN': '本人到窗口申请', en: 'The person applies at the counter' }),
  atTheCounter: true,
};

export const enquiring: PurposeIntroduced = {
  key: 'enquiry',
  words: () => ({ 'zh-CN': '答复本人咨询', en: 'Answering the person’s own enquiry' }),
  atTheCounter: true,
};

export const correcting: PurposeIntroduced = {
  key: 'correct',
  words: () => ({ 'zh-CN': '按本人要求更正登记', en: 'Correcting the register at the person’s request' }),
  atTheCounter: true,
};

export const correctingPayment: PurposeIntroduced = {
  key: 'payment',
  words: () => ({ 'zh-CN': '处理本人的退汇或账户', en: 'Correcting the person’s returned payment or account' }),
  atTheCounter: true,
};

export const buildingRegister: PurposeIntroduced = {
  key: 'build-register',
  words: () => ({ 'zh-CN': '建立名册，用于成批测算', en: 'Building a register, to determine everybody at once' }),
};

/** Why a clerk may look somebody up at the counter, and what else this desk opens records for. */
export const familiesPurposes: readonly PurposeIntroduced[] = [
  applying,
  enquiring,
  correcting,
  correctingPayment,
  buildingRegister,
];
