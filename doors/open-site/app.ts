import type { HouseServer } from '../../building/http/server.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { addFaultPages } from '../family-site/faults.tsx';
import { openSite } from '../family-site/site.ts';
import { openPages } from './pages.tsx';

/** Adds the open site: policies in plain language, figures with their sources, open data. */
export async function mountOpenSite(server: HouseServer, house: BenefitsHouse): Promise<void> {
  await server.register(async (scope: HouseServer) => {
    const site = await openSite(scope, house, '/open/assets');
    addFaultPages(scope, site);
    openPages(scope, site);
  });
}
