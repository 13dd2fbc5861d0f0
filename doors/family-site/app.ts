import type { HouseServer } from '../../building/http/server.ts';
import { desks, type OfficeHouse } from '../../office/desks.ts';
import type { Desk } from '../../office/hall/desk.ts';
import { servePlainAssets } from '../../building/web-kit/assets.ts';
import { addFaultPages } from '../../office/hall/pages/faults.tsx';
import { markFile } from '../../office/hall/pages/mark.tsx';
import { offeredBy } from '../offered-by.ts';
import { plainPages } from './plain-pages.tsx';
import { plainAssets } from '../../office/hall/pages/problem-page.tsx';
import { openSite } from '../../office/hall/pages/site.ts';

/** Adds the families' site: the pages of every desk. Every page works without a script. */
export async function mountFamilySite(
  server: HouseServer,
  house: OfficeHouse,
  open: readonly Desk<OfficeHouse>[] = desks,
): Promise<void> {
  await server.register(async (scope: HouseServer) => {
    const site = await openSite(scope, house, '/assets');
    await servePlainAssets(scope, plainAssets, markFile);
    addFaultPages(scope, site, offeredBy(open, house));
    plainPages(scope, site);
    for (const { pages } of open) pages?.(scope, site);
  });
}
