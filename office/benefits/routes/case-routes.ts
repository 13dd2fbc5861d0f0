import type { HouseServer } from '../../../building/http/server.ts';
import type { DocumentId } from '../../../values/id.ts';
import type { BenefitsHouse } from '../house.ts';
import { actingsIn, noSuchRecord, staffSessionOf } from '../../hall/guard.ts';
import { idOf } from '../../hall/contract/wire.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import { openCaseFile } from '../case-file/case-file.ts';
import * as wire from '../contract/case-file.ts';
import { openDocument } from '../case-file/document.ts';
import { statuses } from './statuses.ts';
import { tags, ofCase, seesCases } from './of-cases.ts';

const opened = refusals(wire.caseFileProblems, statuses);

/** A case opened, and its photos; each look is logged. */
export function caseRoutes(server: HouseServer, house: BenefitsHouse): void {
  server.get(
    '/api/office/cases/:id',
    {
      schema: {
        summary: 'A case, opened; the look is logged',
        tags,
        params: ofCase,
        response: { 200: wire.caseFile, ...opened.responses },
      },
    },
    async (request) => {
      const actings = actingsIn(house, await staffSessionOf(house, request), seesCases);
      const file = await openCaseFile(house, actings, request.params.id);
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
      const actings = actingsIn(house, await staffSessionOf(house, request), seesCases);
      const { id: caseId, documentId } = request.params;
      const photo = await openDocument(house, actings, { caseId, documentId });
      if (photo === undefined) throw opened.problem(noSuchRecord);
      void reply
        .header('cache-control', 'private, no-store')
        .header('content-disposition', 'inline')
        .type(photo.mediaType);
      return reply.serializer((bytes: Buffer) => bytes as unknown as string).send(photo.bytes as never);
    },
  );
}
