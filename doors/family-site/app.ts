import { publishedBenefits } from '../../office/benefits/pages/published-benefits.ts';
import type { HouseServer } from '../../building/http/server.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { servePlainAssets } from '../../building/web-kit/assets.ts';
import { applyRoutes } from '../../office/benefits/pages/apply/apply.tsx';
import { checkRoutes } from '../../office/benefits/pages/check/check.tsx';
import { addFaultPages } from '../../office/hall/pages/faults.tsx';
import { followRoutes } from '../../office/benefits/pages/follow/follow.tsx';
import { markFile } from '../../office/hall/pages/mark.tsx';
import { mendRoutes } from '../../office/benefits/pages/follow/correct.tsx';
import { paymentRoutes } from '../../office/payments/pages/payments.tsx';
import { plainPages } from './plain-pages.tsx';
import { plainAssets } from '../../office/hall/pages/problem-page.tsx';
import { recordRoutes } from '../../office/oversight/pages/record.tsx';
import { signInRoutes } from '../../office/families/pages/sign-in.tsx';
import { openSite } from '../../office/hall/pages/site.ts';

/** Adds the families' site: the check, applying, following, payments, the record. Every page works without a script. */
export async function mountFamilySite(server: HouseServer, house: BenefitsHouse): Promise<void> {
  await server.register(async (scope: HouseServer) => {
    const site = await openSite(scope, house, '/assets');
    await servePlainAssets(scope, plainAssets, markFile);
    addFaultPages(scope, site, (problem, language) => publishedBenefits(house, problem, language));
    plainPages(scope, site);
    checkRoutes(scope, site);
    signInRoutes(scope, site);
    applyRoutes(scope, site);
    followRoutes(scope, site);
    mendRoutes(scope, site);
    paymentRoutes(scope, site);
    recordRoutes(scope, site);
  });
}
