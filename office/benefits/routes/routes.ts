import { purposeOf } from '../../hall/who/purpose.ts';
import { handlingCase, listingCases } from '../who/purposes.ts';
import { z } from 'zod';
import type { HouseServer } from '../../../building/http/server.ts';
import type { CaseId, DocumentId } from '../../../values/id.ts';
import type { BenefitsHouse } from '../house.ts';
import type { Duty } from '../../hall/who/duty.ts';
import type { Done } from '../review/review.ts';
import { readForm } from '../../../building/http/form.ts';
import { actingIn, actingStaff, counterPurpose, noSuchRecord, staffSessionOf } from '../../hall/guard.ts';
import { staffReads } from '../../hall/contract/problem.ts';
import { idOf } from '../../hall/contract/wire.ts';
import { refusals } from '../../hall/routes/refusals.ts';
import { actingFor } from '../../hall/who/acting-for.ts';
import { applicationAnswer } from './application-answer.ts';
import { apply } from '../apply/apply.ts';
import { openCaseFile } from '../case-file/case-file.ts';
import { confirmCase } from '../review/confirm.ts';
import * as caseListWire from '../contract/case-list.ts';
import * as caseFileWire from '../contract/case-file.ts';
import * as reviewWire from '../contract/review.ts';
import * as correctWire from '../contract/correct.ts';
import * as photoWire from '../contract/photo.ts';
import * as applyWire from '../contract/apply.ts';
import { correctCase } from '../review/correct.ts';
import { openDocument } from '../case-file/document.ts';
import { keepPhoto } from '../apply/draft.ts';
import { photoBytes } from '../../../building/files/photo/largest-photo.ts';
import { myCaseRoutes } from './my-routes.ts';
import { caseProblem, confirmProblem, correctProblem, noPhoto, photoProblem } from '../words/problems.ts';
import { statuses } from './statuses.ts';
import { publicRoutes } from './public-routes.ts';
import { review } from '../review/review.ts';
import { listCases, todaysCases } from '../list/today.ts';
import { withdrawCase } from '../review/withdraw.ts';

const tags = ['benefits'];
const ofCase = z.object({ id: idOf<CaseId>() });
const listed = refusals(staffReads, statuses);
const opened = refusals(caseFileWire.caseFileProblems, statuses);
const changed = { 409: reviewWire.changedCase };
const reviewed = refusals(reviewWire.reviewProblems, statuses, changed);
const confirmed = refusals(reviewWire.confirmProblems, statuses, changed);
const corrected = refusals(correctWire.correctProblems, statuses, changed);
const withdrawn = refusals(correctWire.withdrawProblems, statuses, changed);
const photographed = refusals(photoWire.photoProblems, statuses);
const applied = refusals(applyWire.applyProblems, statuses);

/** Duties that see cases; the first held is the one that reads. */
const seesCases: readonly Duty[] = ['review', 'confirm', 'receive', 'supervise'];
const listing = purposeOf(listingCases);
/** The audit names the case's receipt (`happen.ts`). */
const handling = purposeOf(handlingCase);

/** The benefits desk: what anybody may ask, what staff do, what a family follows. */
export function benefitsRoutes(server: HouseServer, house: BenefitsHouse): void {
  publicRoutes(server, house);
  listRoutes(server, house);
  caseRoutes(server, house);
  decisionRoutes(server, house);
  counterRoutes(server, house);
  myCaseRoutes(server, house);
}

function listRoutes(server: HouseServer, house: BenefitsHouse): void {
  server.get(
    '/api/office/today',
    {
      schema: {
        summary: 'My work by legal deadline',
        tags,
        querystring: caseListWire.todayQuery,
        response: { 200: caseListWire.todayAnswer, ...listed.responses },
      },
    },
    async (request) => todaysCases(house, await actingStaff(house, request, seesCases, listing), request.query),
  );

  server.get(
    '/api/office/cases',
    {
      schema: {
        summary: 'Cases, the newest first',
        tags,
        querystring: caseListWire.casesQuery,
        response: { 200: caseListWire.caseList, ...listed.responses },
      },
    },
    async (request) => listCases(house, await actingStaff(house, request, seesCases, listing), request.query),
  );
}

function caseRoutes(server: HouseServer, house: BenefitsHouse): void {
  server.get(
    '/api/office/cases/:id',
    {
      schema: {
        summary: 'A case, opened; the look is logged',
        tags,
        params: ofCase,
        response: { 200: caseFileWire.caseFile, ...opened.responses },
      },
    },
    async (request) => {
      const session = await staffSessionOf(house, request);
      const first = actingIn(house, session, seesCases, listing);
      const held = seesCases
        .map((duty) => actingFor(session, [duty]))
        .flatMap((found) => (found.kind === 'acting' ? [found.acting] : []));
      const file = await openCaseFile(house, held.length > 0 ? held : [first], request.params.id);
      if (file === undefined) throw opened.problem(noSuchRecord);
      return file;
    },
  );

  server.get(
    '/api/office/cases/:id/documents/:documentId',
    {
      schema: {
        summary: 'A photo of a case, opened; the look is logged',
        tags,
        params: ofCase.extend({ documentId: idOf<DocumentId>() }),
        response: opened.responses,
      },
    },
    async (request, reply) => {
      const acting = await actingStaff(house, request, seesCases);
      const { id: caseId, documentId } = request.params;
      const photo = await openDocument(house, acting, { caseId, documentId });
      if (photo === undefined) throw opened.problem(noSuchRecord);
      void reply
        .header('cache-control', 'private, no-store')
        .header('content-disposition', 'inline')
        .type(photo.mediaType);
      return reply.serializer((bytes: Buffer) => bytes as unknown as string).send(photo.bytes as never);
    },
  );
}

function decisionRoutes(server: HouseServer, house: BenefitsHouse): void {
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

function counterRoutes(server: HouseServer, house: BenefitsHouse): void {
  server.post(
    '/api/office/photos',
    {
      schema: {
        summary: 'Keep a photo (multipart, field `photo`)',
        tags,
        consumes: ['multipart/form-data'],
        response: { 201: photoWire.photoStored, ...photographed.responses },
      },
    },
    async (request, reply) => {
      const { county } = await actingStaff(house, request, ['receive']);
      const { files } = await readForm(request, { fileBytes: photoBytes, files: 1 });
      const [file] = files;
      if (file === undefined) throw photographed.problem(noPhoto);
      if (file.kind === 'too-large') throw photographed.problem(photoProblem('too-large'));
      const kept = await keepPhoto(house, county, file.bytes);
      if (kept.kind !== 'kept') throw photographed.problem(photoProblem(kept.kind));
      const { digest, mediaType, sizeBytes } = kept;
      return reply.code(201).send({ digest, mediaType, sizeBytes });
    },
  );

  server.post(
    '/api/office/counter/applications',
    {
      schema: {
        summary: 'Receive an application at the counter',
        tags,
        body: applyWire.counterApplication,
        response: { 200: applyWire.applied, 201: applyWire.applied, ...applied.responses },
      },
    },
    async (request, reply) => {
      const { purpose, ...application } = request.body;
      const acting = await actingStaff(house, request, ['receive'], counterPurpose(house, purpose));
      const answer = applicationAnswer(applied, await apply(house, acting, application), acting, request.language);
      return reply.code(answer.already ? 200 : 201).send(answer);
    },
  );
}
