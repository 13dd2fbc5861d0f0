import { words } from './words/made/all.ts';
import { inEveryLanguage } from '../../values/language.ts';
import type { Desk } from '../hall/desk.ts';
import { recordPages } from './pages/record.tsx';
import { oversightRoutes } from './routes.ts';
import { oversightPurposes } from './who/purposes.ts';

/** Who looked at whom, and who did what. */
export const oversightDesk: Desk = {
  key: 'oversight',
  words: inEveryLanguage(words, (w) => w.desk.oversightDesk),
  purposes: oversightPurposes,
  menu: [
    {
      key: 'looks',
      to: '/looks',
      words: inEveryLanguage(words, (w) => w.desk.menu),
      duties: ['supervise'],
      place: 300,
    },
  ],
  routes: oversightRoutes,
  pages: recordPages,
};
