import type { AnsweredProblem } from '../../../building/http/problem.ts';
import type { WayIn } from '../../../building/web-kit/shown/doors-list.tsx';
import { said } from '../../../building/web-kit/say.ts';
import type { Language } from '../../../values/language.ts';
import type { BenefitsHouse } from '../house.ts';
import { policyAddress } from '../law/packs.ts';

/** The benefit that was probably meant, or all of them: for an address that leads nowhere. */
export function publishedBenefits(
  house: BenefitsHouse,
  { more }: AnsweredProblem,
  language: Language,
): readonly WayIn[] {
  const nearest = more?.['nearest'];
  const packs = house.packs.packs.filter(({ info }) => nearest === undefined || info.policy === nearest);
  return packs.map(({ info }) => ({
    href: `/open/benefits/${policyAddress(info.policy)}`,
    name: said(info.title, language),
    says: said(info.summary, language),
  }));
}
