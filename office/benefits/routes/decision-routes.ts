import type { HouseServer } from '../../../building/http/server.ts';
import type { BenefitsHouse } from '../house.ts';
import { type Done, review } from '../review/review.ts';
import { actingStaff } from '../../hall/guard.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import { confirmCase } from '../review/confirm.ts';
import * as reviewWire from '../contract/review.ts';
import * as correctWire from '../contract/correct.ts';
import { correctCase } from '../review/correct.ts';
import { caseProblem, confirmProblem, correctProblem } from '../words/case-problems.ts';
import { statuses } from './statuses.ts';
import { withdrawCase } from '../review/withdraw.ts';
import { tags, ofCase, handling } from './of-cases.ts';

const changed = { 409: reviewWire.changedCase };
const reviewed = refusals(reviewWire.reviewProblems, statuses, changed);
const confirmed = refusals(reviewWire.confirmProblems, statuses, changed);
const corrected = refusals(correctWire.correctProblems, statuses, changed);
const withdrawn = refusals(correctWire.withdrawProblems, statuses, changed);

/** What is done to a case: reviewed, confirmed, corrected, withdrawn. */
export function decisionRoutes(server: HouseServer, house: BenefitsHouse): void {
  server.post(
    '/api/office/cases/:id/review',
    {
      schema: {
        summary: 'Review: pass, ask once for everything missing, or refuse',
        tags,
        params: ofCase,
        body: reviewWire.reviewInput,
        response: { 200: reviewWire.acted, ...reviewed.responses },
      },
    },
    async (request) => {
      const acting = await actingStaff(house, request, ['review'], handling);
      const outcome = await review(house, acting, request.params, request.body);
      if (outcome.kind !== 'done') throw reviewed.problem(caseProblem(outcome));
      return acted(outcome);
    },
  );

  server.post(
    '/api/office/cases/:id/confirm',
    {
      schema: {
        summary: 'Confirm: grant, refuse, or send back',
        tags,
        params: ofCase,
        body: reviewWire.confirmInput,
        response: { 200: reviewWire.acted, ...confirmed.responses },
      },
    },
    async (request) => {
      const acting = await actingStaff(house, request, ['confirm'], handling);
      const outcome = await confirmCase(house, acting, request.params, request.body);
      if (outcome.kind !== 'done') throw confirmed.problem(confirmProblem(outcome));
      return acted(outcome);
    },
  );

  server.post(
    '/api/office/cases/:id/correction',
    {
      schema: {
        summary: 'Hand in at the counter what the notice asked for',
        tags,
        params: ofCase,
        body: correctWire.correctInput,
        response: { 200: reviewWire.acted, ...corrected.responses },
      },
    },
    async (request) => {
      const acting = await actingStaff(house, request, ['receive'], handling);
      const outcome = await correctCase(house, acting, request.params, request.body);
      if (outcome.kind !== 'done') throw corrected.problem(correctProblem(outcome, request.language));
      return acted(outcome);
    },
  );

  server.post(
    '/api/office/cases/:id/withdrawal',
    {
      schema: {
        summary: 'Withdraw at the counter, at the family’s request',
        tags,
        params: ofCase,
        body: correctWire.withdrawInput,
        response: { 200: reviewWire.acted, ...withdrawn.responses },
      },
    },
    async (request) => {
      const acting = await actingStaff(house, request, ['receive'], handling);
      const outcome = await withdrawCase(house, acting, request.params, request.body.version);
      if (outcome.kind !== 'done') throw withdrawn.problem(caseProblem(outcome));
      return acted(outcome);
    },
  );
}

function acted({ after, decisionNumber }: Done): reviewWire.Acted {
  const { id, receipt, state, version } = after;
  return { id, receipt, state, version, ...(decisionNumber !== undefined && { decisionNumber }) };
}
