import type { HouseServer } from '../../building/http/server.ts';
import { desks, type OfficeHouse } from '../../office/desks.ts';
import type { Desk } from '../../office/hall/desk.ts';
import { describeProblems } from './describe-problems.ts';

/**
 * The door for programs, and for the screens of the staff: every desk's routes under `/api`. The server describes them at
 * `/api/openapi.json` and writes every problem as `application/problem+json` in the reader's language.
 */
export async function mountApi(
  server: HouseServer,
  house: OfficeHouse,
  open: readonly Desk<OfficeHouse>[] = desks,
): Promise<void> {
  describeProblems(server);
  for (const { routes } of open) routes?.(server, house);
}
