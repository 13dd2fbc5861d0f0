import { payerAtFounding } from './batch/founding.ts';
import { words } from './words/made/all.ts';
import { inEveryLanguage } from '../../values/language.ts';
import type { Desk, MenuEntry } from '../hall/desk.ts';
import { actingFor } from '../hall/who/acting-for.ts';
import { purposeOf } from '../hall/who/purpose.ts';
import { paymentsFigures } from './figures/figures.ts';
import { moneyWaiting } from './overview/money.ts';
import { paymentPages } from './pages/payments.tsx';
import { returnsWaiting } from './returns/returned.ts';
import { paymentsRoutes } from './routes/routes.ts';
import { paymentsGrounds } from './grounds.ts';
import { paymentsTables } from './tables.ts';
import { correctingPayment, paymentsPurposes } from './who/purposes.ts';
import { lookAtAccount, releaseSteps } from './who/steps.ts';

const moneyDuties = ['manage-funds', 'pay-out', 'supervise'] as const;

const money: MenuEntry = {
  key: 'money',
  to: '/money',
  words: inEveryLanguage(words, (w) => w.desk.money),
  duties: moneyDuties,
  place: 200,
  async waiting(house, session) {
    const holder = actingFor(session, ['manage-funds', 'pay-out']);
    return holder.kind === 'acting' ? { count: (await moneyWaiting(house, holder.acting)).batches } : undefined;
  },
};

const returns: MenuEntry = {
  key: 'returns',
  to: '/returns',
  words: inEveryLanguage(words, (w) => w.desk.returns),
  duties: [...moneyDuties, 'receive'],
  place: 210,
  async waiting(house, session) {
    const holder = actingFor(session, ['manage-funds', 'pay-out', 'receive'], purposeOf(correctingPayment));
    return holder.kind === 'acting' ? { count: await returnsWaiting(house, holder.acting) } : undefined;
  },
};

/** From what is due to what arrived, and the ledger. */
export const paymentsDesk: Desk = {
  key: 'payments',
  founding: payerAtFounding,
  words: inEveryLanguage(words, (w) => w.desk.paymentsDesk),
  purposes: paymentsPurposes,
  looks: [lookAtAccount],
  steps: Object.values(releaseSteps),
  grounds: paymentsGrounds,
  tables: paymentsTables,
  menu: [
    money,
    returns,
    {
      key: 'ledger',
      to: '/ledger',
      words: inEveryLanguage(words, (w) => w.desk.menu),
      duties: moneyDuties,
      place: 220,
    },
  ],
  routes: paymentsRoutes,
  pages: paymentPages,
  figures: paymentsFigures,
};
