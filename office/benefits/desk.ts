import { words } from './words/made/all.ts';
import { inEveryLanguage } from '../../values/language.ts';
import type { Desk, MenuEntry } from '../hall/desk.ts';
import { actingFor } from '../hall/who/acting-for.ts';
import { purposeOf } from '../hall/who/purpose.ts';
import { benefitsFigures } from './figures/figures.ts';
import type { BenefitsHouse } from './house.ts';
import { openCounts } from './list/today.ts';
import { applyPages } from './pages/apply/apply.tsx';
import { checkPages } from './pages/check/check.tsx';
import { correctPages } from './pages/follow/correct.tsx';
import { followPages } from './pages/follow/follow.tsx';
import { dropDrafts, moveDeadlines, sweepPhotos } from './rounds.ts';
import { publish } from './law/publish.ts';
import { openBenefitPages } from './pages/open/open.tsx';
import { publishedBenefits } from './pages/published-benefits.ts';
import { benefitsRoutes } from './routes/routes.ts';
import { benefitsGrounds } from './grounds.ts';
import { benefitsTables } from './tables.ts';
import { caseLooks, caseSteps } from './who/case-matter.ts';
import { benefitsPurposes, listingCases } from './who/purposes.ts';

const caseDuties = ['receive', 'review', 'confirm'] as const;

const today: MenuEntry<BenefitsHouse> = {
  key: 'today',
  to: '/',
  words: inEveryLanguage(words, (w) => w.desk.today),
  duties: caseDuties,
  place: 110,
  async waiting(house, session) {
    const holder = actingFor(session, ['review', 'confirm', 'receive'], purposeOf(listingCases));
    if (holder.kind !== 'acting') return undefined;
    const { overdue, soon, rest } = await openCounts(house, holder.acting);
    return { count: overdue + soon + rest, late: overdue };
  },
};

/** What the law grants: checked, applied for, decided. */
export const benefitsDesk: Desk<BenefitsHouse> = {
  key: 'benefits',
  words: inEveryLanguage(words, (w) => w.desk.benefitsDesk),
  purposes: benefitsPurposes,
  looks: caseLooks,
  steps: caseSteps,
  grounds: benefitsGrounds,
  tables: benefitsTables,
  menu: [
    today,
    {
      key: 'cases',
      to: '/cases',
      words: inEveryLanguage(words, (w) => w.desk.menu),
      duties: [...caseDuties, 'supervise'],
      find: {
        by: 'q',
        words: inEveryLanguage(words, (w) => w.desk.find),
        example: inEveryLanguage(words, (w) => w.desk.findExample),
      },
      place: 120,
    },
  ],
  routes: benefitsRoutes,
  pages: (server, site) => {
    checkPages(server, site);
    applyPages(server, site);
    followPages(server, site);
    correctPages(server, site);
  },
  pagesOpen: openBenefitPages,
  offers: publishedBenefits,
  atStart: (house) => publish(house.db, house.packs, house.clock.now()),
  rounds: [
    { key: 'deadlines', run: moveDeadlines },
    { key: 'drafts', run: dropDrafts },
    { key: 'photos', run: sweepPhotos },
  ],
  figures: benefitsFigures,
};
