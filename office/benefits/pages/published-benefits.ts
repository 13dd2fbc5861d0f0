import type { AnsweredProblem } from '../../../building/http/problem.ts';
import type { WayIn } from '../../../building/web-kit/shown/doors-list.tsx';
import { said } from '../../../building/web-kit/say.ts';
import type { FastifyRequest } from 'fastify';
import { countyAt } from '../../hall/routes/authority-at.ts';
import { packsOffered } from '../law/offered.ts';
import type { BenefitsHouse } from '../house.ts';
import { policyAddress } from '../decide/benefit-wire.ts';

/** The benefit that was probably meant, or all of them: for an address that leads nowhere. */
export async function publishedBenefits(
  house: BenefitsHouse,
  request: FastifyRequest,
  problem: AnsweredProblem | undefined,
): Promise<readonly WayIn[]> {
  // Where nobody answers, there is nothing to offer: the problem says so itself.
  const county = await countyAt(house, request).catch(() => undefined);
  if (county === undefined) return [];
  const { language } = request;
  const nearest = problem?.more?.['nearest'];
  const packs = packsOffered(house, county).filter(({ info }) => nearest === undefined || info.policy === nearest);
  return packs.map(({ info }) => ({
    href: `/open/benefits/${policyAddress(info.policy)}`,
    name: said(info.title, language),
    says: said(info.summary, language),
  }));
}
