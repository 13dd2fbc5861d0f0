import type { HouseServer } from '../../../building/http/server.ts';
import type { BenefitsHouse } from '../house.ts';
import { actingStaff } from '../../hall/guard.ts';
import { staffReads } from '../../hall/contract/problem.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import * as wire from '../contract/case-list.ts';
import { statuses } from './statuses.ts';
import { listCases, todaysCases } from '../list/today.ts';
import { tags, seesCases, listing } from './of-cases.ts';

const listed = refusals(staffReads, statuses);

/** What waits, and the cases. */
export function listRoutes(server: HouseServer, house: BenefitsHouse): void {
  server.get(
    '/api/office/today',
    {
      schema: {
        summary: 'My work by legal deadline',
        tags,
        querystring: wire.todayQuery,
        response: { 200: wire.todayAnswer, ...listed.responses },
      },
    },
    async (request) => todaysCases(house, await actingStaff(house, request, seesCases, listing), request.query),
  );

  server.get(
    '/api/office/cases',
    {
      schema: {
        summary: 'Cases, the newest first',
        tags,
        querystring: wire.casesQuery,
        response: { 200: wire.caseList, ...listed.responses },
      },
    },
    async (request) => listCases(house, await actingStaff(house, request, seesCases, listing), request.query),
  );
}
