import type { HouseServer } from '../../building/http/server.ts';
import { desks, type OfficeHouse } from '../../office/desks.ts';
import type { Desk } from '../../office/hall/desk.ts';
import { addFaultPages } from '../../office/hall/pages/faults.tsx';
import { openSite } from '../../office/hall/pages/site.ts';
import { offeredBy } from '../offered-by.ts';
import { openPages } from './pages.tsx';

/** Adds the open site: policies in plain language, figures with their sources, open data. */
export async function mountOpenSite(
  server: HouseServer,
  house: OfficeHouse,
  open: readonly Desk<OfficeHouse>[] = desks,
): Promise<void> {
  await server.register(async (scope: HouseServer) => {
    const site = await openSite(scope, house, '/open/assets');
    addFaultPages(scope, site, offeredBy(open, house));
    openPages(scope, site, open);
    for (const { pagesOpen } of open) pagesOpen?.(scope, site);
  });
}
