import type { Desk } from '../hall/desk.ts';
import { recordPages } from './pages/record.tsx';
import { oversightRoutes } from './routes.ts';
import { oversightPurposes } from './who/purposes.ts';

/** Who looked at whom, and who did what. */
export const oversightDesk: Desk = {
  key: 'oversight',
  words: { 'zh-CN': '监督', en: 'Oversight' },
  purposes: oversightPurposes,
  menu: [
    { key: 'looks', to: '/looks', words: { 'zh-CN': '查阅记录', en: 'Access log' }, duties: ['supervise'], place: 300 },
  ],
  routes: oversightRoutes,
  pages: recordPages,
};
