import type { HouseServer } from '../../../building/http/server.ts';
import type { House } from '../../hall/house.ts';
import { actingStaff } from '../../hall/guard.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import * as batchWire from '../contract/batch.ts';
import * as returnFileWire from '../contract/return-file.ts';
import { importReturnFile } from '../returns/import.ts';
import * as refused from '../words/batch-problems.ts';
import { importProblem, noReturnFile, returnFileTooLarge } from '../words/return-file-problems.ts';
import { statuses } from './statuses.ts';
import { largestReturnFile } from '../returns/return-file.ts';
import { makeBankFile } from '../batch/send.ts';
import { readForm } from '../../../building/http/form.ts';
import { paysOut, tags, ofBatch } from './of-money.ts';

const sent = refusals(batchWire.bankFileProblems, statuses);
const imported = refusals(returnFileWire.returnFileProblems, statuses, { 422: returnFileWire.returnFileProblem });

/** What the bank is sent, and what it answers. */
export function bankRoutes(server: HouseServer, house: House): void {
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
