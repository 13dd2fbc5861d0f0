import type { HouseServer } from '../../../building/http/server.ts';
import type { House } from '../../hall/house.ts';
import type { Duty } from '../../hall/who/duty.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { actingStaff, noSuchRecord } from '../../hall/guard.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import * as wire from '../contract/batch.ts';
import { cancelBatch, draftBatch } from '../batch/draft.ts';
import { batchSummary, batchView } from '../overview/money.ts';
import * as refused from '../words/batch-problems.ts';
import { statuses } from './statuses.ts';
import { releaseBatch } from '../batch/release.ts';
import { seesMoney, paysOut, tags, ofBatch } from './of-money.ts';

const releases: readonly Duty[] = ['manage-funds', 'pay-out'];
const drafted = refusals(wire.draftProblems, statuses);
const opened = refusals(wire.batchProblems, statuses);
const released = refusals(wire.releaseProblems, statuses);
const cancelled = refusals(wire.cancelProblems, statuses);

/** Batches drafted and opened. */
export function draftRoutes(server: HouseServer, house: House): void {
  server.post(
    '/api/office/batches',
    {
      schema: {
        summary: 'Draft a batch of what is due',
        tags,
        body: wire.draftBatchRequest,
        response: { 201: wire.draftedBatch, ...drafted.responses },
      },
    },
    async (request, reply) => {
      const acting = await actingStaff(house, request, paysOut);
      const outcome = await draftBatch(house, acting, request.body);
      switch (outcome.kind) {
        case 'drafted': {
          const summary = await batchSummary(house, acting, outcome.batch.id);
          if (summary === undefined) throw new Error('A batch that was drafted is there');
          return reply.status(201).send({ ...summary, heldBack: outcome.heldBack.map(refused.heldBackShown) });
        }
        case 'nothing-due':
          throw drafted.problem(refused.nothingDue(outcome.heldBack));
        case 'day-in-the-past':
          throw drafted.problem(refused.dayInThePast);
        default:
          return unreachable(outcome);
      }
    },
  );

  server.get(
    '/api/office/batches/:id',
    {
      schema: {
        summary: 'A batch with its lines and signatures',
        tags,
        params: ofBatch,
        querystring: wire.batchQuery,
        response: { 200: wire.batchView, ...opened.responses },
      },
    },
    async (request) => {
      const acting = await actingStaff(house, request, seesMoney);
      const view = await batchView(house, acting, request.params.id, request.query.after);
      if (view === undefined) throw opened.problem(noSuchRecord);
      return view;
    },
  );
}

/** Batches signed, and taken back. */
export function releaseRoutes(server: HouseServer, house: House): void {
  server.post(
    '/api/office/batches/:id/release',
    {
      schema: {
        summary: 'Sign a batch: funds first, then payment',
        tags,
        params: ofBatch,
        body: wire.releaseRequest,
        response: { 200: wire.batchSummary, ...released.responses },
      },
    },
    async (request) => {
      const acting = await actingStaff(house, request, releases);
      const outcome = await releaseBatch(house, acting, request.params.id, request.body);
      if (outcome.kind !== 'released') throw released.problem(refused.releaseProblem(outcome));
      return wholeSummary(await batchSummary(house, acting, outcome.batch.id));
    },
  );

  server.post(
    '/api/office/batches/:id/cancel',
    {
      schema: {
        summary: 'Take a batch back before its money has left',
        tags,
        params: ofBatch,
        body: wire.cancelRequest,
        response: { 200: wire.batchSummary, ...cancelled.responses },
      },
    },
    async (request) => {
      const acting = await actingStaff(house, request, releases);
      const outcome = await cancelBatch(house, acting, { id: request.params.id, version: request.body.version });
      if (outcome.kind !== 'cancelled') throw cancelled.problem(refused.cancelProblem(outcome));
      return wholeSummary(await batchSummary(house, acting, outcome.batch.id));
    },
  );
}

function wholeSummary(summary: wire.BatchSummary | undefined): wire.BatchSummary {
  if (summary === undefined) throw new Error('A batch that was just changed is there');
  return summary;
}
