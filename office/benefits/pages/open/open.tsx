import type { BenefitsSite } from '../benefits-site.ts';
import type { HouseServer } from '../../../../building/http/server.ts';
import type { AmountsTable } from '../../contract/amounts.ts';
import { Problem } from '../../../../building/http/problem.ts';
import { said } from '../../../../building/web-kit/say.ts';
import { countyAt } from '../../../hall/routes/authority-at.ts';
import { show } from '../../../hall/pages/site.ts';
import { publishedPack } from '../../law/offered.ts';
import { describe, policyOfAddress } from '../../decide/benefit-wire.ts';
import { OpenBenefit } from '../../screens/family/open/benefit.tsx';
import { unknownBenefit } from '../unknown-benefit.ts';
import { amountsTable } from './amounts.ts';

/** A benefit's whole policy, for everyone to read. */
export function openBenefitPages(server: HouseServer, site: BenefitsSite): void {
  const amountsOf = keptAmounts(site);

  server.get('/open/benefits/:policy', async (request, reply) => {
    const { policy } = request.params as { policy: string };
    const found = await publishedPack(site.house, await countyAt(site.house, request), policyOfAddress(policy));
    if (found.kind !== 'pack') throw new Problem(unknownBenefit(found));
    const { language } = request;
    const benefit = describe(found.pack);
    const body = <OpenBenefit language={language} benefit={benefit} amounts={amountsOf(benefit.policy)} />;
    const description = said(benefit.summary, language);
    return show(site, request, reply, { title: said(benefit.title, language), description, body, broad: true });
  });
}

/** The tables of amounts, worked out once for each pack and year. */
function keptAmounts(site: BenefitsSite): (policy: string) => AmountsTable | undefined {
  const kept = new Map<string, AmountsTable | undefined>();
  return (policy) => {
    const today = site.house.clock.today();
    const found = site.house.packs.find(policy);
    if (found.kind === 'unknown-policy') return undefined;
    const key = `${policy} ${found.pack.info.version} ${today.slice(0, 4)}`;
    if (!kept.has(key)) kept.set(key, amountsTable(found.pack, today));
    return kept.get(key);
  };
}
