import { z } from 'zod';
import type { HouseServer } from '../../../building/http/server.ts';
import { actingFamily } from '../../families/routes/family-at.ts';
import type { BenefitsHouse } from '../house.ts';
import { noSuchRecord } from '../../hall/guard.ts';
import { familyReads } from '../../hall/contract/problem.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import { applicationAnswer } from './application-answer.ts';
import { apply } from '../apply/apply.ts';
import * as reviewWire from '../contract/review.ts';
import * as followWire from '../contract/follow.ts';
import * as applyWire from '../contract/apply.ts';
import * as correctWire from '../contract/correct.ts';
import { correctCase } from '../review/correct.ts';
import { myCase, myCases } from '../follow/my-case.ts';
import type { CaseKey } from '../review/open-case.ts';
import { caseProblem, correctProblem } from '../words/case-problems.ts';
import { statuses } from './statuses.ts';
import { readReceipt } from '../apply/receipt.ts';
import { withdrawCase } from '../review/withdraw.ts';

const tags = ['family'];
const ofReceipt = z.object({ receipt: z.string().max(40) });
const listed = refusals(familyReads, statuses);
const followed = refusals(followWire.myCaseProblems, statuses);
const applied = refusals(applyWire.myApplicationProblems, statuses);
const changed = { 409: reviewWire.changedCase };
const corrected = refusals(correctWire.myCorrectionProblems, statuses, changed);
const withdrawn = refusals(correctWire.myWithdrawalProblems, statuses, changed);

/** A family's own cases: apply, follow, correct, withdraw. */
export function myCaseRoutes(server: HouseServer, house: BenefitsHouse): void {
  server.get(
    '/api/my/cases',
    { schema: { summary: 'The family’s own cases', tags, response: { 200: followWire.myCases, ...listed.responses } } },
    async (request) => myCases(house, await actingFamily(house, request)),
  );

  server.get(
    '/api/my/cases/:receipt',
    {
      schema: {
        summary: 'One case, followed step by step',
        tags,
        params: ofReceipt,
        response: { 200: followWire.myCase, ...followed.responses },
      },
    },
    async (request) => {
      const found = await myCase(house, await actingFamily(house, request), request.params.receipt);
      if (found === undefined) throw followed.problem(noSuchRecord);
      return found;
    },
  );

  server.post(
    '/api/my/applications',
    {
      schema: {
        summary: 'Apply',
        tags,
        body: applyWire.application,
        response: { 200: applyWire.applied, 201: applyWire.applied, ...applied.responses },
      },
    },
    async (request, reply) => {
      const acting = await actingFamily(house, request);
      const answer = applicationAnswer(applied, await apply(house, acting, request.body), acting, request.language);
      return reply.code(answer.already ? 200 : 201).send(answer);
    },
  );

  server.post(
    '/api/my/cases/:receipt/correction',
    {
      schema: {
        summary: 'Hand in what the notice asked for',
        tags,
        params: ofReceipt,
        body: correctWire.correctInput,
        response: { 200: reviewWire.acted, ...corrected.responses },
      },
    },
    async (request) => {
      const outcome = await correctCase(
        house,
        await actingFamily(house, request),
        keyOf(request.params.receipt),
        request.body,
      );
      if (outcome.kind !== 'done') throw corrected.problem(correctProblem(outcome, request.language));
      return actedOn(outcome.after);
    },
  );

  server.post(
    '/api/my/cases/:receipt/withdrawal',
    {
      schema: {
        summary: 'Take the application back',
        tags,
        params: ofReceipt,
        body: correctWire.withdrawInput,
        response: { 200: reviewWire.acted, ...withdrawn.responses },
      },
    },
    async (request) => {
      const outcome = await withdrawCase(
        house,
        await actingFamily(house, request),
        keyOf(request.params.receipt),
        request.body.version,
      );
      if (outcome.kind !== 'done') throw withdrawn.problem(caseProblem(outcome));
      return actedOn(outcome.after);
    },
  );
}

function keyOf(receipt: string): CaseKey {
  const key = readReceipt(receipt);
  if (key === undefined) throw followed.problem(noSuchRecord);
  return key;
}

function actedOn({ id, receipt, state, version }: reviewWire.Acted): reviewWire.Acted {
  return { id, receipt, state, version };
}
