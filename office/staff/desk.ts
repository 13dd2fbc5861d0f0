import { words } from './words/made/all.ts';
import { inEveryLanguage } from '../../values/language.ts';
import type { Desk } from '../hall/desk.ts';
import { staffRound } from './rounds.ts';
import { staffRoutes } from './routes/routes.ts';
import { staffTables } from './tables.ts';
import { staffPurposes } from './who/purposes.ts';

/** Who works here: signing in, accounts, duties. */
export const staffDesk: Desk = {
  key: 'staff',
  words: inEveryLanguage(words, (w) => w.desk.staffDesk),
  purposes: staffPurposes,
  tables: staffTables,
  menu: [
    {
      key: 'account',
      to: '/account',
      words: inEveryLanguage(words, (w) => w.desk.menu),
      duties: 'everyone',
      place: 900,
    },
  ],
  routes: staffRoutes,
  rounds: [{ key: 'sign-ins', run: staffRound }],
};
