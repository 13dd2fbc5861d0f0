import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { PurposeIntroduced } from '../../hall/who/purpose.ts';

export const sendingMessages: PurposeIntroduced = {
  key: 'send-messages',
  words: () => inEveryLanguage(words, (w) => w.purposes.sendingTextMessages),
};

export const noticesPurposes: readonly PurposeIntroduced[] = [sendingMessages];
