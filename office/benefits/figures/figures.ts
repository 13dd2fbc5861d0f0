import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import type { County } from '../../../values/division.ts';
import { type Day, yearOf } from '../../../values/day.ts';
import type { Figure } from '../../hall/desk.ts';
import type { House } from '../../hall/house.ts';
import { settingsOf } from '../../hall/who/acting.ts';
import { purposeOf } from '../../hall/who/purpose.ts';
import { countDecided } from '../list/list-store.ts';
import { publishingFigures } from '../who/purposes.ts';

/** Decisions of this year so far, and how many came within the legal time. */
async function decidedThisYear(house: House, county: County): Promise<{ decided: number; onTime: number }> {
  const since = `${yearOf(house.clock.today())}-01-01` as Day;
  const acting = { kind: 'system', county, purpose: purposeOf(publishingFigures) } as const;
  return inTransaction(house.db, settingsOf(acting), (trx) => countDecided(trx, county, since));
}

/** What this desk publishes about itself. */
export const benefitsFigures: readonly Figure[] = [
  {
    key: 'decided-this-year',
    words: inEveryLanguage(words, (w) => w.figures.decided),
    unit: 'count',
    async value(house, county) {
      const { decided } = await decidedThisYear(house, county);
      return { value: decided, of: decided };
    },
  },
  {
    key: 'decided-in-time',
    words: inEveryLanguage(words, (w) => w.figures.decidedOnTime),
    unit: 'share',
    async value(house, county) {
      const { decided, onTime } = await decidedThisYear(house, county);
      return decided === 0 ? undefined : { value: onTime / decided, of: decided };
    },
  },
];
