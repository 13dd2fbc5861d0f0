import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { HouseServer } from '../../../building/http/server.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import type { BenefitsHouse } from '../house.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import { check } from '../decide/check/family-check.ts';
import * as benefitWire from '../contract/benefit.ts';
import * as checkWire from '../contract/check.ts';
import { benefitLine, describe, policyOfAddress } from '../decide/benefit-wire.ts';
import { countyAt } from '../../hall/routes/authority-at.ts';
import { packsOffered, publishedPack } from '../law/offered.ts';
import { faultsProblem, notPublishedProblem } from '../words/check-problems.ts';
import { refusalProblem } from '../words/case-problems.ts';
import { statuses } from './statuses.ts';

const tags = ['public'];
const listed = refusals(benefitWire.benefitListProblems, statuses);
const described = refusals(benefitWire.benefitProblems, statuses);
const checked = refusals(checkWire.checkProblems, statuses);
const ofPolicy = z.object({ policy: z.string().max(100) });

/** What anybody may ask: the benefits, one in full, and the check. */
export function publicRoutes(server: HouseServer, house: BenefitsHouse): void {
  server.get(
    '/api/benefits',
    {
      schema: {
        summary: 'All benefits that this county offers',
        tags,
        response: { 200: benefitWire.benefitList, ...listed.responses },
      },
    },
    async (request) => ({ benefits: packsOffered(house, await countyAt(house, request)).map(benefitLine) }),
  );

  server.get(
    '/api/benefits/:policy',
    {
      schema: {
        summary: 'A benefit: articles, parameters, procedure, questions',
        tags,
        params: ofPolicy,
        response: { 200: benefitWire.benefitPage, ...described.responses },
      },
    },
    async (request) => describe(await packAt(house, request, request.params.policy)),
  );

  server.post(
    '/api/benefits/:policy/check',
    {
      schema: {
        summary: 'What the policy says to these answers; nothing is kept',
        tags,
        params: ofPolicy,
        body: checkWire.checkInput,
        response: { 200: checkWire.checkAnswer, ...checked.responses },
      },
    },
    async (request) => {
      const outcome = check(await packAt(house, request, request.params.policy), request.body, house.clock.today());
      switch (outcome.kind) {
        case 'checked':
          return { results: outcome.results, next: outcome.next };
        case 'answer-faults':
          throw checked.problem(faultsProblem(outcome.faults, request.language));
        case 'not-in-the-policy':
          throw checked.problem(refusalProblem(outcome));
      }
    },
  );
}

/** The pack at an address; 404 with the nearest name when there is none, 410 when it is no longer published. */
async function packAt(house: BenefitsHouse, request: FastifyRequest, address: string): Promise<Pack> {
  const found = await publishedPack(house, await countyAt(house, request), policyOfAddress(address));
  if (found.kind === 'pack') return found.pack;
  throw described.problem(notPublishedProblem(found));
}
