import type { HouseServer } from '../../building/http/server.ts';
import { benefitsRoutes } from '../../office/benefits/routes/routes.ts';
import { myRoutes } from '../../office/families/routes/my-routes.ts';
import { familiesRoutes } from '../../office/families/routes/routes.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { noticesRoutes } from '../../office/notices/routes.ts';
import { oversightRoutes } from '../../office/oversight/routes.ts';
import { paymentsRoutes } from '../../office/payments/routes/routes.ts';
import { problem } from '../../office/hall/contract/wire.ts';
import { staffRoutes } from '../../office/staff/routes.ts';
import { menuCounts } from './menu-counts.ts';

/**
 * The door for programs, and for the screens of the staff: every desk's routes under `/api`. The server describes them at `/api/openapi.json` and writes
 * every problem as `application/problem+json` in the reader's language.
 */
export async function mountApi(server: HouseServer, house: BenefitsHouse): Promise<void> {
  describeProblems(server);
  staffRoutes(server, house, (session) => menuCounts(house, session));
  familiesRoutes(server, house);
  myRoutes(server, house);
  oversightRoutes(server, house);
  noticesRoutes(server, house);
  paymentsRoutes(server, house);
  benefitsRoutes(server, house);
}

/** Every route that follows may refuse: the description says so once for all. */
function describeProblems(server: HouseServer): void {
  server.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/')) return;
    const responses = route.schema?.response as Readonly<Record<string, unknown>> | undefined;
    route.schema = { ...route.schema, response: { '4xx': problem, ...responses } };
  });
}
