import type { BenefitsSite } from '../../office/benefits/pages/benefits-site.ts';
import type { HouseServer } from '../../building/http/server.ts';
import type { AmountsTable } from './amounts.ts';
import { Problem } from '../../building/http/problem.ts';
import { said } from '../../building/web-kit/say.ts';
import { benefitLine, describe, policyOfAddress } from '../../office/benefits/law/packs.ts';
import { packsOffered, publishedPack } from '../../office/benefits/law/offered.ts';
import { levelOf } from '../../values/division.ts';
import { countyAt } from '../../office/hall/routes/authority-at.ts';
import type { Desk } from '../../office/hall/desk.ts';
import type { OfficeHouse } from '../../office/desks.ts';
import { type FigureShown, publishedFigures } from '../../office/hall/published.ts';
import type { County } from '../../values/division.ts';
import { show } from '../../office/hall/pages/site.ts';
import { unknownBenefit } from '../../office/benefits/pages/unknown-benefit.ts';
import { amountsTable } from './amounts.ts';
import { OpenBenefit } from './benefit.tsx';
import { OpenList } from './list.tsx';
import { wordsIn } from './words/made/all.ts';

/** What everyone may read, without signing in and without being noted. */
export function openPages(server: HouseServer, site: BenefitsSite, open: readonly Desk<OfficeHouse>[]): void {
  const figuresOf = keptFigures(site, open);
  const amountsOf = keptAmounts(site);

  server.get('/open', async (request, reply) => {
    const { language } = request;
    const at = await countyAt(site.house, request);
    const [divisions, { county }] = await Promise.all([site.divisions(request), site.frame(request)]);
    const count = (level: 'township' | 'village') => divisions.filter(({ code }) => levelOf(code) === level).length;
    const name = said(county, language);
    const words = wordsIn(language);
    const body = (
      <OpenList
        language={language}
        county={name}
        townships={count('township')}
        villages={count('village')}
        benefits={packsOffered(site.house, at).map(benefitLine)}
        figures={await figuresOf(at)}
      />
    );
    return show(site, request, reply, { title: words.title, description: words.lede({ county: name }), body });
  });

  server.get('/open/figures.json', async (request) => figuresOf(await countyAt(site.house, request)));

  server.get('/open/benefits/:policy', async (request, reply) => {
    const { policy } = request.params as { policy: string };
    const found = await publishedPack(site.house, await countyAt(site.house, request), policyOfAddress(policy));
    if (found.kind !== 'pack') throw new Problem(unknownBenefit(found));
    const { language } = request;
    const benefit = describe(found.pack);
    const body = <OpenBenefit language={language} benefit={benefit} amounts={amountsOf(benefit.policy)} />;
    const description = said(benefit.summary, language);
    return show(site, request, reply, { title: said(benefit.title, language), description, body, broad: true });
  });
}

const figuresFreshForMs = 10 * 60_000;

/** Figures are counted anew every ten minutes at most, however often they are asked for. */
function keptFigures(site: BenefitsSite, open: readonly Desk<OfficeHouse>[]) {
  const kept = new Map<County, { readonly at: number; readonly figures: Promise<readonly FigureShown[]> }>();
  return (county: County): Promise<readonly FigureShown[]> => {
    const now = performance.now();
    const before = kept.get(county);
    if (before !== undefined && now - before.at < figuresFreshForMs) return before.figures;
    const figures = publishedFigures(open, site.house, county);
    kept.set(county, { at: now, figures });
    figures.catch(() => kept.delete(county));
    return figures;
  };
}

/** The tables of amounts, worked out once for each pack and year. */
function keptAmounts(site: BenefitsSite): (policy: string) => AmountsTable | undefined {
  const kept = new Map<string, AmountsTable | undefined>();
  return (policy) => {
    const today = site.house.clock.today();
    const found = site.house.packs.find(policy);
    if (found.kind === 'unknown-policy') return undefined;
    const key = `${policy} ${found.pack.info.version} ${today.slice(0, 4)}`;
    if (!kept.has(key)) kept.set(key, amountsTable(found.pack, today));
    return kept.get(key);
  };
}
