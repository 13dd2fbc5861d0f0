import { words } from './words/made/all.ts';
import { inEveryLanguage } from '../../values/language.ts';
import type { Desk } from '../hall/desk.ts';
import { recordPages } from './pages/record.tsx';
import { figuresRound } from './province/write-figures.ts';
import { oversightRoutes } from './routes/routes.ts';
import { provinceFigures } from './who/duties.ts';
import { oversightPurposes } from './who/purposes.ts';

/** Who looked at whom, who did what, and the figures that leave the county. */
export const oversightDesk: Desk = {
  key: 'oversight',
  words: inEveryLanguage(words, (w) => w.desk.oversightDesk),
  duties: [provinceFigures],
  purposes: oversightPurposes,
  tables: { ofPeople: {}, ofNobody: { county_figure: 'figures of a county, those about few people withheld' } },
  menu: [
    {
      key: 'looks',
      to: '/looks',
      words: inEveryLanguage(words, (w) => w.desk.menu),
      duties: ['supervise'],
      place: 300,
    },
    {
      key: 'told-figures',
      to: '/told',
      words: inEveryLanguage(words, (w) => w.desk.told),
      duties: ['supervise'],
      place: 310,
    },
    {
      key: 'province',
      to: '/province',
      words: inEveryLanguage(words, (w) => w.desk.province),
      duties: [provinceFigures.key],
      place: 320,
    },
  ],
  routes: oversightRoutes,
  rounds: [{ key: 'province-figures', run: figuresRound }],
  pages: recordPages,
};
