import type { PurposeIntroduced } from '../../hall/who/purpose.ts';

export const draftingBatch: PurposeIntroduced = {
  key: 'draft-batch',
  words: () => ({ 'zh-CN': '编制发放批次', en: 'Drawing up a batch of payments' }),
};

/** About a batch: its number. */
export const payingOut: PurposeIntroduced = {
  key: 'pay-out-batch',
  words: (number) => ({ 'zh-CN': `发放批次 ${number}`, en: `Paying out batch ${number}` }),
};

export const publishingPayments: PurposeIntroduced = {
  key: 'publish-payments',
  words: () => ({ 'zh-CN': '公布发放数字', en: 'Publishing figures of payments' }),
};

export const paymentsPurposes: readonly PurposeIntroduced[] = [draftingBatch, payingOut, publishingPayments];
