import type { HouseServer } from '../../../building/http/server.ts';
import type { House } from '../../hall/house.ts';
import { actingStaff, staffSessionOf } from '../../hall/guard.ts';
import * as divisionsWire from '../contract/divisions.ts';
import * as purposesWire from '../contract/purposes.ts';
import * as workingDaysWire from '../contract/working-days.ts';
import { workingYearOf } from '../../hall/calendar/working-year.ts';
import { listDivisions } from '../../hall/divisions/divisions.ts';
import { listed } from './listed.ts';
import { sessionRoutes } from './session-routes.ts';
import { dutyRoutes, accountRoutes } from './duty-routes.ts';

/** Sign-in, one's own account, duties, divisions, working days. */
export function staffRoutes(server: HouseServer, house: House): void {
  sessionRoutes(server, house);
  dutyRoutes(server, house);
  accountRoutes(server, house);

  server.get(
    '/api/office/divisions',
    {
      schema: {
        summary: 'The divisions within one’s own',
        tags: ['staff'],
        response: { 200: divisionsWire.divisionList, ...listed.responses },
      },
    },
    async (request) => {
      const acting = await actingStaff(house, request, 'any');
      return { divisions: [...(await listDivisions(house, acting))] };
    },
  );

  server.get(
    '/api/office/working-days',
    {
      schema: {
        summary: 'Where a year differs from its weeks: holidays, and weekends that are worked',
        tags: ['staff'],
        querystring: workingDaysWire.workingDaysQuery,
        response: { 200: workingDaysWire.workingYear, ...listed.responses },
      },
    },
    async (request) => {
      await staffSessionOf(house, request);
      const { holidays, makeUpDays, ...year } = workingYearOf(await house.calendar(), request.query.year);
      return { ...year, holidays: [...holidays], makeUpDays: [...makeUpDays] };
    },
  );

  server.get(
    '/api/office/purposes',
    {
      schema: {
        summary: 'Why a person may be looked up',
        tags: ['staff'],
        response: { 200: purposesWire.purposeList, ...listed.responses },
      },
    },
    async (request) => {
      await staffSessionOf(house, request);
      return { purposes: house.introduced.counterPurposes.map(({ key, words }) => ({ key, words: words('') })) };
    },
  );
}
