import type { HouseServer } from '../../building/http/server.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { servePlainAssets } from '../../building/web-kit/assets.ts';
import { applyRoutes } from './apply.tsx';
import { checkRoutes } from './check.tsx';
import { addFaultPages } from './faults.tsx';
import { followRoutes } from './follow.tsx';
import { markFile } from './mark.tsx';
import { mendRoutes } from './mend.tsx';
import { paymentRoutes } from './payments.tsx';
import { plainPages } from './plain-pages.tsx';
import { plainAssets } from './problem-page.tsx';
import { recordRoutes } from './record.tsx';
import { signInRoutes } from './sign-in.tsx';
import { openSite } from './site.ts';

/** Adds the families' site: the check, applying, following, payments, the record. Every page works without a script. */
export async function mountFamilySite(server: HouseServer, house: BenefitsHouse): Promise<void> {
  await server.register(async (scope: HouseServer) => {
    const site = await openSite(scope, house, '/assets');
    await servePlainAssets(scope, plainAssets, markFile);
    addFaultPages(scope, site);
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
