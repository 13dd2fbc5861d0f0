import type { FastifyRequest } from 'fastify';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import { Problem } from '../../../building/http/problem.ts';
import { countyAt } from '../../hall/routes/authority-at.ts';
import { policyOfAddress } from '../decide/benefit-wire.ts';
import { publishedPack } from '../law/offered.ts';
import type { BenefitsSite } from './benefits-site.ts';
import { unknownBenefit } from './unknown-benefit.ts';

/** The pack in the address. Throws a problem, with the nearest one, for a benefit that is not published. */
export async function packAt(site: BenefitsSite, request: FastifyRequest): Promise<Pack> {
  const { policy } = request.params as { policy: string };
  const found = await publishedPack(site.house, await countyAt(site.house, request), policyOfAddress(policy));
  if (found.kind !== 'pack') throw new Problem(unknownBenefit(found));
  return found.pack;
}
