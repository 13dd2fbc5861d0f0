import { purposeOf } from '../../hall/who/purpose.ts';
import { correctingPayment } from '../who/purposes.ts';
import { z } from 'zod';
import type { HouseServer } from '../../../building/http/server.ts';
import type { PaymentId } from '../../../values/id.ts';
import type { House } from '../../hall/house.ts';
import { actingFamily } from '../../families/routes/family-at.ts';
import { actingStaff } from '../../hall/guard.ts';
import { familyReads } from '../../hall/contract/problem.ts';
import { idOf } from '../../hall/contract/wire.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import * as returnsWire from '../contract/returns.ts';
import * as familyPaymentsWire from '../contract/family-payments.ts';
import { correctAccount } from '../returns/correct-account.ts';
import { myPayments, shownPayment } from '../overview/money.ts';
import { correctProblem } from '../words/account-problems.ts';
import { statuses } from './statuses.ts';
import { servesTheCounter, tags } from './of-money.ts';

const corrected = refusals(returnsWire.correctProblems, statuses);
const correctedByFamily = refusals(returnsWire.myCorrectProblems, statuses);
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
        body: returnsWire.correctAccountRequest,
        response: { 200: familyPaymentsWire.myPayment, ...correctedByFamily.responses },
      },
    },
    async (request) => {
      const acting = await actingFamily(house, request);
      const outcome = await correctAccount(house, acting, request.params.id, request.body);
      if (outcome.kind !== 'corrected') throw correctedByFamily.problem(correctProblem(outcome));
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
        body: returnsWire.correctAccountRequest,
        response: { 200: familyPaymentsWire.myPayment, ...corrected.responses },
      },
    },
    async (request) => {
      const acting = await actingStaff(house, request, servesTheCounter, purposeOf(correctingPayment));
      const outcome = await correctAccount(house, acting, request.params.id, request.body);
      if (outcome.kind !== 'corrected') throw corrected.problem(correctProblem(outcome));
      return shownPayment(house, acting, outcome.payment);
    },
  );
}
