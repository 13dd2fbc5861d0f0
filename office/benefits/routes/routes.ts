import type { HouseServer } from '../../../building/http/server.ts';
import type { BenefitsHouse } from '../house.ts';
import { myCaseRoutes } from './my-routes.ts';
import { publicRoutes } from './public-routes.ts';
import { listRoutes } from './list-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { decisionRoutes } from './decision-routes.ts';
import { counterRoutes } from './counter-routes.ts';

/** The benefits desk: what anybody may ask, what staff do, what a family follows. */
export function benefitsRoutes(server: HouseServer, house: BenefitsHouse): void {
  publicRoutes(server, house);
  listRoutes(server, house);
  caseRoutes(server, house);
  decisionRoutes(server, house);
  counterRoutes(server, house);
  myCaseRoutes(server, house);
}
