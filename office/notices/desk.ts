import { words } from './words/made/all.ts';
import { inEveryLanguage } from '../../values/language.ts';
import type { Desk } from '../hall/desk.ts';
import { deliverSms } from './delivery.ts';
import { smsQueue } from './queue.ts';
import { noticesRound } from './rounds.ts';
import { noticesRoutes } from './routes.ts';
import { noticesGrounds } from './grounds.ts';
import { noticesTables } from './tables.ts';
import { noticesPurposes } from './who/purposes.ts';

/** What families are told. */
export const noticesDesk: Desk = {
  key: 'notices',
  words: inEveryLanguage(words, (w) => w.desk.noticesDesk),
  purposes: noticesPurposes,
  grounds: noticesGrounds,
  tables: noticesTables,
  routes: noticesRoutes,
  rounds: [{ key: 'notices', run: noticesRound }],
  works: [{ queue: smsQueue, run: deliverSms }],
};
