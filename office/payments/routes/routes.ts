import { z } from 'zod';
import type { HouseServer } from '../../../building/http/server.ts';
import type { BatchId, PaymentId } from '../../../values/id.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { actingFamily } from '../../families/sign-in/at-the-door.ts';
import type { House } from '../../hall/house.ts';
import type { Duty } from '../../hall/who/duty.ts';
import { actingStaff, counterPurpose, noSuchRecord } from '../../hall/guard.ts';
import { familyReads, staffReads } from '../../hall/contract/problem.ts';
import { idOf } from '../../hall/contract/wire.ts';
import { refusals } from '../../hall/routes/refusals.ts';
import { appropriate } from '../ledger/appropriate.ts';
import * as overviewWire from '../contract/overview.ts';
import * as returnsWire from '../contract/returns.ts';
import * as batchWire from '../contract/batch.ts';
import * as returnFileWire from '../contract/return-file.ts';
import * as ledgerWire from '../contract/ledger.ts';
import * as familyPaymentsWire from '../contract/family-payments.ts';
import { cancelBatch, draftBatch } from '../batch/draft.ts';
import { importReturnFile } from '../returns/import.ts';
import { mendAccount } from '../returns/correct-account.ts';
import { batchSummary, batchView, ledgerView, moneyOverview, myPayments, shownPayment } from '../overview/money.ts';
import { mendProblem } from '../words/account-problems.ts';
import { appropriationProblem } from '../words/appropriation-problems.ts';
import * as refused from '../words/batch-problems.ts';
import { importProblem, noReturnFile, returnFileTooLarge } from '../words/return-file-problems.ts';
import { statuses } from './statuses.ts';
import { releaseBatch } from '../batch/release.ts';
import { largestReturnFile } from '../returns/return-file.ts';
import { returnedAtCounter, returnedPayments } from '../returns/returned.ts';
import { makeBankFile } from '../batch/send.ts';
import { readForm } from '../../../building/http/form.ts';

const seesMoney: readonly Duty[] = ['manage-funds', 'pay-out', 'supervise'];
const releases: readonly Duty[] = ['manage-funds', 'pay-out'];
const paysOut: readonly Duty[] = ['pay-out'];
const managesFunds: readonly Duty[] = ['manage-funds'];
const servesTheCounter: readonly Duty[] = ['receive'];

const listed = refusals(staffReads, statuses);
const drafted = refusals(batchWire.draftProblems, statuses);
const opened = refusals(batchWire.batchProblems, statuses);
const released = refusals(batchWire.releaseProblems, statuses);
const cancelled = refusals(batchWire.cancelProblems, statuses);
const sent = refusals(batchWire.bankFileProblems, statuses);
const imported = refusals(returnFileWire.returnFileProblems, statuses, { 422: returnFileWire.returnFileProblem });
const appropriated = refusals(ledgerWire.appropriateProblems, statuses);
const mended = refusals(returnsWire.mendProblems, statuses);
const mendedByFamily = refusals(returnsWire.myMendProblems, statuses);
const ownListed = refusals(familyReads, statuses);

const tags = ['payments'];
const ofBatch = z.object({ id: idOf<BatchId>() });
const ofPayment = z.object({ id: idOf<PaymentId>() });

/** Money from due to arrived, the ledger, and what a family sees of it. */
export function paymentsRoutes(server: HouseServer, house: House): void {
  moneyRoutes(server, house);
  draftRoutes(server, house);
  releaseRoutes(server, house);
  bankRoutes(server, house);
  ledgerRoutes(server, house);
  familyRoutes(server, house);
}

function moneyRoutes(server: HouseServer, house: House): void {
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
      const acting = await actingStaff(house, request, duties, counterPurpose(house, 'payment'));
      return acting.duty === 'receive' ? returnedAtCounter(house, acting, family) : returnedPayments(house, acting);
    },
  );
}

function draftRoutes(server: HouseServer, house: House): void {
  server.post(
    '/api/office/batches',
    {
      schema: {
        summary: 'Draft a batch of what is due',
        tags,
        body: batchWire.draftBatchRequest,
        response: { 201: batchWire.draftedBatch, ...drafted.responses },
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
        querystring: batchWire.batchQuery,
        response: { 200: batchWire.batchView, ...opened.responses },
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

function releaseRoutes(server: HouseServer, house: House): void {
  server.post(
    '/api/office/batches/:id/release',
    {
      schema: {
        summary: 'Sign a batch: funds first, then payment',
        tags,
        params: ofBatch,
        body: batchWire.releaseRequest,
        response: { 200: batchWire.batchSummary, ...released.responses },
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
        body: batchWire.cancelRequest,
        response: { 200: batchWire.batchSummary, ...cancelled.responses },
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

function wholeSummary(summary: batchWire.BatchSummary | undefined): batchWire.BatchSummary {
  if (summary === undefined) throw new Error('A batch that was just changed is there');
  return summary;
}

function bankRoutes(server: HouseServer, house: House): void {
  server.get(
    '/api/office/batches/:id/bank-file',
    {
      schema: {
        summary: 'The file for the bank, of a released batch',
        tags,
        params: ofBatch,
        querystring: batchWire.bankFileQuery,
        response: sent.responses,
      },
    },
    async (request, reply) => {
      const acting = await actingStaff(house, request, paysOut);
      const outcome = await makeBankFile(house, acting, request.params.id, request.query.format);
      if (outcome.kind !== 'made') throw sent.problem(refused.bankFileProblem(outcome));
      return reply
        .header('content-type', outcome.mediaType)
        .header('content-disposition', `attachment; filename="${outcome.name}"`)
        .header('cache-control', 'no-store')
        .send(outcome.bytes as never);
    },
  );

  server.post(
    '/api/office/batches/:id/return-file',
    {
      schema: {
        summary: 'Import the bank’s answer (multipart, field `file`)',
        tags,
        params: ofBatch,
        consumes: ['multipart/form-data'],
        response: { 200: returnFileWire.returnFileImported, ...imported.responses },
      },
    },
    async (request) => {
      const acting = await actingStaff(house, request, paysOut);
      const { files } = await readForm(request, { fileBytes: largestReturnFile, files: 1 });
      const [file] = files;
      if (file === undefined) throw imported.problem(noReturnFile);
      if (file.kind === 'too-large') throw imported.problem(returnFileTooLarge);
      const outcome = await importReturnFile(house, acting, request.params.id, file.bytes);
      if (outcome.kind !== 'imported') throw imported.problem(importProblem(outcome, request.language));
      const { paid, returned } = outcome;
      return {
        paidCount: paid.count,
        returnedCount: returned.count,
        paidFen: paid.total.toString(),
        returnedFen: returned.total.toString(),
      };
    },
  );
}

function ledgerRoutes(server: HouseServer, house: House): void {
  server.get(
    '/api/office/ledger',
    {
      schema: {
        summary: 'The ledger: balances, turnover by day, transactions',
        tags,
        querystring: ledgerWire.ledgerQuery,
        response: { 200: ledgerWire.ledgerView, ...listed.responses },
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
        body: ledgerWire.appropriateRequest,
        response: { 200: ledgerWire.appropriated, 201: ledgerWire.appropriated, ...appropriated.responses },
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
          throw appropriated.problem(appropriationProblem(outcome));
        default:
          return unreachable(outcome);
      }
    },
  );
}

function familyRoutes(server: HouseServer, house: House): void {
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
