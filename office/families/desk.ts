import { words } from './words/made/all.ts';
import { inEveryLanguage } from '../../values/language.ts';
import type { Desk } from '../hall/desk.ts';
import { signInPages } from './pages/sign-in.tsx';
import { familiesRound } from './rounds.ts';
import { myRoutes } from './routes/my-routes.ts';
import { familiesRoutes } from './routes/routes.ts';
import { familiesGrounds } from './grounds.ts';
import { familiesTables } from './tables.ts';
import { lookAtRecord } from './who/looks.ts';
import { familiesPurposes } from './who/purposes.ts';

/** The register: people, the families they form, their accounts. */
export const familiesDesk: Desk = {
  key: 'families',
  words: inEveryLanguage(words, (w) => w.desk.familiesDesk),
  purposes: familiesPurposes,
  looks: [lookAtRecord],
  grounds: familiesGrounds,
  tables: familiesTables,
  menu: [
    {
      key: 'counter',
      to: '/counter',
      words: inEveryLanguage(words, (w) => w.desk.menu),
      duties: ['receive', 'review'],
      place: 130,
    },
  ],
  routes: (server, house) => {
    familiesRoutes(server, house);
    myRoutes(server, house);
  },
  pages: signInPages,
  rounds: [{ key: 'sign-in-codes', run: familiesRound }],
};
