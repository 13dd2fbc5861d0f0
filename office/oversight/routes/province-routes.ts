import type { HouseServer } from '../../../building/http/server.ts';
import { actingProvince, actingStaff } from '../../hall/guard.ts';
import type { House } from '../../hall/house.ts';
import { hallStatuses, refusals } from '../../hall/routes/refusal-statuses.ts';
import { purposeOf } from '../../hall/who/purpose.ts';
import * as wire from '../contract/province-figures.ts';
import { provinceFigures, toldFigures } from '../province/read-figures.ts';
import { writeFigures } from '../province/write-figures.ts';
import { provinceFigures as provinceDuty } from '../who/duties.ts';
import { tellingProvince } from '../who/purposes.ts';

const seen = refusals(wire.provinceFiguresProblems, hallStatuses);
const told = refusals(wire.toldFiguresProblems, hallStatuses);
const telling = refusals(wire.tellFiguresProblems, hallStatuses);

/** Figures of counties: what a province sees, and what a county tells it. */
export function provinceRoutes(server: HouseServer, house: House): void {
  const all = {
    summary: 'Figures of the province’s counties',
    tags: ['oversight'],
    querystring: wire.figuresQuery,
    response: { 200: wire.figuresView, ...seen.responses },
  };
  server.get('/api/province/figures', { schema: all }, async (request) => {
    const acting = await actingProvince(house, request, provinceDuty.key);
    return provinceFigures(house, acting, request.query.day);
  });

  const own = {
    summary: 'What this county told its province',
    tags: ['oversight'],
    response: { 200: wire.figuresView, ...told.responses },
  };
  server.get('/api/office/province-figures', { schema: own }, async (request) =>
    toldFigures(house, await actingStaff(house, request, ['supervise'])),
  );

  const now = {
    summary: 'Tell the province today’s figures now',
    tags: ['oversight'],
    response: { 200: wire.figuresView, ...telling.responses },
  };
  server.post('/api/office/province-figures', { schema: now }, async (request) => {
    const acting = await actingStaff(house, request, ['supervise'], purposeOf(tellingProvince));
    await writeFigures(house, acting);
    return toldFigures(house, acting);
  });
}
