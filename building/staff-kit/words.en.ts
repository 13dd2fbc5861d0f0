import type { Words } from './words.zh-CN.ts';

export const en: Words = {
  page: { site: 'Huijia', loading: 'Loading', yuan: 'yuan' },
  problem: {
    unreachable: 'The server cannot be reached',
    unreachableDetail: 'What you typed is still on this page. Check the network, then try again.',
    ourFault: 'This page failed',
    ourFaultDetail:
      'You did nothing wrong, and nothing that was saved is lost. Reload the page; if it fails again, tell the administrator.',
    again: 'Try again',
  },
};
