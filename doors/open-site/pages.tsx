import type { HouseServer } from '../../building/http/server.ts';
import { said } from '../../building/web-kit/say.ts';
import { levelOf } from '../../values/division.ts';
import { countyAt } from '../../office/hall/routes/authority-at.ts';
import type { Desk } from '../../office/hall/desk.ts';
import type { OfficeHouse } from '../../office/desks.ts';
import { type FigureShown, publishedFigures } from '../../office/hall/published.ts';
import type { County } from '../../values/division.ts';
import { type Site, show } from '../../office/hall/pages/site.ts';
import { offeredBy } from '../offered-by.ts';
import { OpenList } from './list.tsx';
import { wordsIn } from './words/made/all.ts';

/** What everyone may read, without signing in and without being noted. */
export function openPages(server: HouseServer, site: Site<OfficeHouse>, open: readonly Desk<OfficeHouse>[]): void {
  const figuresOf = keptFigures(site, open);

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
        benefits={await offeredBy(open, site.house)(undefined, request)}
        figures={await figuresOf(at)}
      />
    );
    return show(site, request, reply, { title: words.title, description: words.lede({ county: name }), body });
  });

  server.get('/open/figures.json', async (request) => figuresOf(await countyAt(site.house, request)));
}

const figuresFreshForMs = 10 * 60_000;

/** Figures are counted anew every ten minutes at most, however often they are asked for. */
function keptFigures(site: Site<OfficeHouse>, open: readonly Desk<OfficeHouse>[]) {
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
