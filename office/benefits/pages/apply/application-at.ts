import type { BenefitsSite } from '../benefits-site.ts';
import type { FastifyRequest } from 'fastify';
import type { Applying } from '../../decide/application-under-way.ts';
import type { FamilyHere } from '../../../families/pages/family-here.ts';
import { openDraft } from '../../apply/draft.ts';
import { packAt } from '../pack-at.ts';
import { ownRecord } from '../../../families/find/record.ts';

/** The application under way of the family at the door. */
export async function applicationAt(site: BenefitsSite, request: FastifyRequest, here: FamilyHere): Promise<Applying> {
  const pack = await packAt(site, request);
  const [draft, family] = await Promise.all([
    openDraft(site.house, here.acting, pack.info.policy),
    ownRecord(site.house, here.acting),
  ]);
  return { acting: here.acting, family, pack, draft, today: site.house.clock.today() };
}
