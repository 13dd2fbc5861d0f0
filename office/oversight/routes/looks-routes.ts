import { z } from 'zod';
import type { HouseServer } from '../../../building/http/server.ts';
import { actingFamily } from '../../families/routes/family-at.ts';
import type { House } from '../../hall/house.ts';
import { actingStaff } from '../../hall/guard.ts';
import { familyReads, staffReads } from '../../hall/contract/problem.ts';
import { hallStatuses, refusals } from '../../hall/routes/refusal-statuses.ts';
import { purposeOf } from '../../hall/who/purpose.ts';
import { supervising } from '../who/purposes.ts';
import * as wire from '../contract/looks.ts';
import { accessLogWithin, ownLooks } from '../looks.ts';

const logged = refusals(staffReads, hallStatuses);
const own = refusals(familyReads, hallStatuses);

/** Who looked: for supervisors within their division, for families about themselves. */
export function looksRoutes(server: HouseServer, house: House): void {
  const log = {
    summary: 'Who looked at whom',
    tags: ['oversight'],
    querystring: wire.accessLogQuery,
    response: { 200: wire.accessLog, ...logged.responses },
  };
  server.get('/api/office/access-log', { schema: log }, async (request) => {
    const acting = await actingStaff(house, request, ['supervise'], purposeOf(supervising));
    return accessLogWithin(house, acting, request.query);
  });

  const ownLog = {
    summary: 'Who looked at one’s own record',
    tags: ['family'],
    querystring: z.object({ after: z.string().max(100).optional() }),
    response: { 200: wire.myLooks, ...own.responses },
  };
  server.get('/api/my/looks', { schema: ownLog }, async (request) => {
    const acting = await actingFamily(house, request);
    return ownLooks(house, acting, request.query.after);
  });
}
