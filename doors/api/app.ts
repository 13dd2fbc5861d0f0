import type { HouseServer } from '../../building/http/server.ts';
import { desks, type OfficeHouse } from '../../office/desks.ts';
import type { Desk } from '../../office/hall/desk.ts';
import { problem } from '../../office/hall/contract/wire.ts';

/**
 * The door for programs, and for the screens of the staff: every desk's routes under `/api`. The server describes them at `/api/openapi.json` and writes
 * every problem as `application/problem+json` in the reader's language.
 */
export async function mountApi(
  server: HouseServer,
  house: OfficeHouse,
  open: readonly Desk<OfficeHouse>[] = desks,
): Promise<void> {
  describeProblems(server);
  for (const { routes } of open) routes?.(server, house);
}

/** Every route that follows may refuse: the description says so once for all. */
function describeProblems(server: HouseServer): void {
  server.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/')) return;
    const responses = route.schema?.response as Readonly<Record<string, unknown>> | undefined;
    route.schema = { ...route.schema, response: { '4xx': problem, ...responses } };
  });
}
