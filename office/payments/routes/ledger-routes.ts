import type { HouseServer } from '../../../building/http/server.ts';
import type { House } from '../../hall/house.ts';
import type { Duty } from '../../hall/who/duty.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { actingStaff } from '../../hall/guard.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import { appropriate } from '../ledger/appropriate.ts';
import * as wire from '../contract/ledger.ts';
import { ledgerView } from '../overview/money.ts';
import { appropriationProblem } from '../words/appropriation-problems.ts';
import { statuses } from './statuses.ts';
import { seesMoney, listed, tags } from './of-money.ts';

const managesFunds: readonly Duty[] = ['manage-funds'];
const appropriated = refusals(wire.appropriateProblems, statuses);

/** The ledger, and money that reached the deposit. */
export function ledgerRoutes(server: HouseServer, house: House): void {
  server.get(
    '/api/office/ledger',
    {
      schema: {
        summary: 'The ledger: balances, turnover by day, transactions',
        tags,
        querystring: wire.ledgerQuery,
        response: { 200: wire.ledgerView, ...listed.responses },
      },
    },
    async (request) => ledgerView(house, await actingStaff(house, request, seesMoney), request.query),
  );

  server.post(
    '/api/office/ledger/appropriations',
    {
      schema: {
        summary: 'Enter money that reached the deposit',
        tags,
        body: wire.appropriateRequest,
        response: { 200: wire.appropriated, 201: wire.appropriated, ...appropriated.responses },
      },
    },
    async (request, reply) => {
      const acting = await actingStaff(house, request, managesFunds);
      const outcome = await appropriate(house, acting, request.body);
      switch (outcome.kind) {
        case 'appropriated':
          return reply.status(201).send({ amountFen: outcome.amount.toString() });
        case 'already-appropriated':
          return reply.status(200).send({ amountFen: outcome.amount.toString() });
        case 'not-an-amount':
        case 'day-in-the-future':
        case 'sent-otherwise':
          throw appropriated.problem(appropriationProblem(outcome));
        default:
          return unreachable(outcome);
      }
    },
  );
}
