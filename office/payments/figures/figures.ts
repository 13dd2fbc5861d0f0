import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import { type Day, yearOf } from '../../../values/day.ts';
import type { Figure } from '../../hall/desk.ts';
import { settingsOf } from '../../hall/who/acting.ts';
import { purposeOf } from '../../hall/who/purpose.ts';
import { paidSince } from '../overview/overview-store.ts';
import { publishingPayments } from '../who/purposes.ts';

/** What this desk publishes about itself. */
export const paymentsFigures: readonly Figure[] = [
  {
    key: 'paid-this-year',
    words: inEveryLanguage(words, (w) => w.figures.paymentsFigures),
    unit: 'fen',
    async value(house, county) {
      const since = `${yearOf(house.clock.today())}-01-01` as Day;
      const acting = { kind: 'system', county, purpose: purposeOf(publishingPayments) } as const;
      const { amount, payments } = await inTransaction(house.db, settingsOf(acting), (trx) =>
        paidSince(trx, county, since),
      );
      return { value: amount, of: payments };
    },
  },
];
