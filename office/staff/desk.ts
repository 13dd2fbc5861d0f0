import type { Desk } from '../hall/desk.ts';
import { staffRound } from './rounds.ts';
import { staffRoutes } from './routes/routes.ts';
import { staffTables } from './tables.ts';
import { staffPurposes } from './who/purposes.ts';

/** Who works here: signing in, accounts, duties. */
export const staffDesk: Desk = {
  key: 'staff',
  words: { 'zh-CN': '人员与职责', en: 'Staff and duties' },
  purposes: staffPurposes,
  tables: staffTables,
  menu: [
    {
      key: 'account',
      to: '/account',
      words: { 'zh-CN': '我的账号', en: 'My account' },
      duties: 'everyone',
      place: 900,
    },
  ],
  routes: staffRoutes,
  rounds: [{ key: 'sign-ins', run: staffRound }],
};
