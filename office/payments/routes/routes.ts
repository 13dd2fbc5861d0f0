import type { HouseServer } from '../../../building/http/server.ts';
import type { House } from '../../hall/house.ts';
import { moneyRoutes } from './overview-routes.ts';
import { draftRoutes, releaseRoutes } from './batch-routes.ts';
import { bankRoutes } from './bank-routes.ts';
import { ledgerRoutes } from './ledger-routes.ts';
import { familyRoutes } from './account-routes.ts';

/** Money from due to arrived, the ledger, and what a family sees of it. */
export function paymentsRoutes(server: HouseServer, house: House): void {
  moneyRoutes(server, house);
  draftRoutes(server, house);
  releaseRoutes(server, house);
  bankRoutes(server, house);
  ledgerRoutes(server, house);
  familyRoutes(server, house);
}
