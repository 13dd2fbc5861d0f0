import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { PurposeIntroduced } from '../../hall/who/purpose.ts';

export const draftingBatch: PurposeIntroduced = {
  key: 'draft-batch',
  words: () => inEveryLanguage(words, (w) => w.purposes.drawingUpBatchPayments),
};

/** About a batch: its number. */
export const payingOut: PurposeIntroduced = {
  key: 'pay-out-batch',
  words: (number) => inEveryLanguage(words, (w) => w.purposes.payingOutBatch({ number })),
};

/** A family's returned payment, or the account that its money goes to. */
export const correctingPayment: PurposeIntroduced = {
  key: 'payment',
  words: () => inEveryLanguage(words, (w) => w.purposes.correctingPersonsReturnedPaymentAccount),
  atTheCounter: true,
};

export const publishingPayments: PurposeIntroduced = {
  key: 'publish-payments',
  words: () => inEveryLanguage(words, (w) => w.purposes.publishingFiguresPayments),
};

export const paymentsPurposes: readonly PurposeIntroduced[] = [
  draftingBatch,
  payingOut,
  correctingPayment,
  publishingPayments,
];
