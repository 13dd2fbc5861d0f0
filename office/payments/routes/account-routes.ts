import { z } from 'zod';
import type { HouseServer } from '../../../building/http/server.ts';
import type { PaymentId } from '../../../values/id.ts';
import type { House } from '../../hall/house.ts';
import { actingFamily } from '../../families/sign-in/at-the-door.ts';
import { actingStaff, counterPurpose } from '../../hall/guard.ts';
import { familyReads } from '../../hall/contract/problem.ts';
import { idOf } from '../../hall/contract/wire.ts';
import { refusals } from '../../hall/routes/refusals.ts';
import * as returnsWire from '../contract/returns.ts';
import * as familyPaymentsWire from '../contract/family-payments.ts';
import { mendAccount } from '../returns/correct-account.ts';
import { myPayments, shownPayment } from '../overview/money.ts';
import { mendProblem } from '../words/account-problems.ts';
import { statuses } from './statuses.ts';
import { servesTheCounter, tags } from './of-money.ts';

const mended = refusals(returnsWire.mendProblems, statuses);
const mendedByFamily = refusals(returnsWire.myMendProblems, statuses);
const ownListed = refusals(familyReads, statuses);
const ofPayment = z.object({ id: idOf<PaymentId>() });

/** What a family was paid, and another account for what came back. */
export function familyRoutes(server: HouseServer, house: House): void {
  server.get(
    '/api/my/payments',
    {
      schema: {
        summary: 'What came, when, for what',
        tags,
        response: { 200: familyPaymentsWire.myPayments, ...ownListed.responses },
      },
    },
    async (request) => myPayments(house, await actingFamily(house, request)),
  );

  server.post(
    '/api/my/payments/:id/account',
    {
      schema: {
        summary: 'Name another account for a returned payment',
        tags,
        params: ofPayment,
        body: returnsWire.mendAccountRequest,
        response: { 200: familyPaymentsWire.myPayment, ...mendedByFamily.responses },
      },
    },
    async (request) => {
      const acting = await actingFamily(house, request);
      const outcome = await mendAccount(house, acting, request.params.id, request.body);
      if (outcome.kind !== 'mended') throw mendedByFamily.problem(mendProblem(outcome));
      return shownPayment(house, acting, outcome.payment);
    },
  );

  server.post(
    '/api/office/payments/:id/account',
    {
      schema: {
        summary: 'The same, at the counter',
        tags,
        params: ofPayment,
        body: returnsWire.mendAccountRequest,
        response: { 200: familyPaymentsWire.myPayment, ...mended.responses },
      },
    },
    async (request) => {
      const acting = await actingStaff(house, request, servesTheCounter, counterPurpose(house, 'payment'));
      const outcome = await mendAccount(house, acting, request.params.id, request.body);
      if (outcome.kind !== 'mended') throw mended.problem(mendProblem(outcome));
      return shownPayment(house, acting, outcome.payment);
    },
  );
}
