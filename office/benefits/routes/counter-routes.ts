import type { HouseServer } from '../../../building/http/server.ts';
import type { BenefitsHouse } from '../house.ts';
import { readForm } from '../../../building/http/form.ts';
import { actingStaff, counterPurpose } from '../../hall/guard.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import { applicationAnswer } from './application-answer.ts';
import { apply } from '../apply/apply.ts';
import * as photoWire from '../contract/photo.ts';
import * as applyWire from '../contract/apply.ts';
import { keepPhoto } from '../apply/draft-photos.ts';
import { photoBytes } from '../../../building/files/photo/largest-photo.ts';
import { noPhoto, photoProblem } from '../words/photo-problems.ts';
import { statuses } from './statuses.ts';
import { tags } from './of-cases.ts';

const photographed = refusals(photoWire.photoProblems, statuses);
const applied = refusals(applyWire.applyProblems, statuses);

/** An application received at the counter, and its photos. */
export function counterRoutes(server: HouseServer, house: BenefitsHouse): void {
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
