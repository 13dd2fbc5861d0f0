import type { HouseServer } from '../../../building/http/server.ts';
import type { House } from '../../hall/house.ts';
import { looksRoutes } from './looks-routes.ts';
import { provinceRoutes } from './province-routes.ts';

/** Who looked at whom, and the figures that leave the county. */
export function oversightRoutes(server: HouseServer, house: House): void {
  looksRoutes(server, house);
  provinceRoutes(server, house);
}
