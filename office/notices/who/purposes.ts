import type { PurposeIntroduced } from '../../hall/who/purpose.ts';

export const sendingMessages: PurposeIntroduced = {
  key: 'send-messages',
  words: () => ({ 'zh-CN': '发送短信通知', en: 'Sending text messages' }),
};

export const noticesPurposes: readonly PurposeIntroduced[] = [sendingMessages];
