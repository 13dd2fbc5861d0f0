import type { BenefitsSite } from '../benefits-site.ts';
import type { FastifyRequest } from 'fastify';
import type { Pack } from '../../../../rules/explain/evaluate.ts';
import type { Applying } from './applying.ts';
import type { FamilyHere } from '../../../families/pages/family-here.ts';
import { Problem } from '../../../../building/http/problem.ts';
import { openDraft } from '../../apply/draft.ts';
import { policyOfAddress } from '../../law/packs.ts';
import { ownRecord } from '../../../families/find/record.ts';
import { unknownBenefit } from '../unknown-benefit.ts';

/** The pack in the address. Throws 404 with the nearest one for a benefit that is not published. */
export function packAt(site: BenefitsSite, request: FastifyRequest): Pack {
  const { policy } = request.params as { policy: string };
  const found = site.house.packs.find(policyOfAddress(policy));
  if (found.kind === 'unknown-policy') throw new Problem(unknownBenefit(found.nearest));
  return found.pack;
}

/** The application under way of the family at the door. */
export async function applyingAt(site: BenefitsSite, request: FastifyRequest, here: FamilyHere): Promise<Applying> {
  const pack = packAt(site, request);
  const [draft, family] = await Promise.all([
    openDraft(site.house, here.acting, pack.info.policy),
    ownRecord(site.house, here.acting),
  ]);
  return { acting: here.acting, family, pack, draft, today: site.house.clock.today() };
}
