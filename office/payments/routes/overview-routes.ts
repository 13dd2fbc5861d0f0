import { purposeOf } from '../../hall/who/purpose.ts';
import { correctingPayment } from '../who/purposes.ts';
import type { HouseServer } from '../../../building/http/server.ts';
import type { House } from '../../hall/house.ts';
import { actingStaff } from '../../hall/guard.ts';
import * as overviewWire from '../contract/overview.ts';
import * as returnsWire from '../contract/returns.ts';
import { moneyOverview } from '../overview/money.ts';
import { returnedAtCounter, returnedPayments } from '../returns/returned.ts';
import { seesMoney, servesTheCounter, listed, tags } from './of-money.ts';

/** What is due, and what came back. */
export function moneyRoutes(server: HouseServer, house: House): void {
  server.get(
    '/api/office/money',
    {
      schema: {
        summary: 'What is due, the batches, the balances',
        tags,
        response: { 200: overviewWire.moneyOverview, ...listed.responses },
      },
    },
    async (request) => moneyOverview(house, await actingStaff(house, request, seesMoney)),
  );

  server.get(
    '/api/office/returns',
    {
      schema: {
        summary: 'Payments that the bank sent back; at the counter those of its own division, or of one family',
        tags,
        querystring: returnsWire.returnsQuery,
        response: { 200: returnsWire.returnedPayments, ...listed.responses },
      },
    },
    async (request) => {
      const { family } = request.query;
      const duties = family === undefined ? [...seesMoney, ...servesTheCounter] : servesTheCounter;
      const acting = await actingStaff(house, request, duties, purposeOf(correctingPayment));
      return acting.duty === 'receive' ? returnedAtCounter(house, acting, family) : returnedPayments(house, acting);
    },
  );
}
