import { inTransaction } from '../../../building/database/transaction.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import { nearest } from '../../../rules/check/tell/nearest.ts';
import { contains, type County, type Division } from '../../../values/division.ts';
import type { Localized } from '../../../values/language.ts';
import type { BenefitsHouse } from '../house.ts';
import { packPublishedLast } from './read-again.ts';

/** Whether a policy is offered in a county: its own division covers the whole county. */
function coversCounty({ info: { division } }: Pick<Pack, 'info'>, county: County): boolean {
  return contains(division as Division, `${county}000000` as Division);
}

/** The packs that are offered in a county: national ones, its province's, its city's and its own. */
export function packsOffered({ packs }: Pick<BenefitsHouse, 'packs'>, county: County): readonly Pack[] {
  return packs.packs.filter((pack) => coversCounty(pack, county));
}

/** A benefit that may not be applied for, since its pack is not published, or not for this county. */
export type NotPublished =
  /** `nearest` is the published policy whose name is closest. */
  | { readonly kind: 'unknown-policy'; readonly nearest?: string }
  /** It was published before: its cases go on. */
  | { readonly kind: 'no-longer-offered'; readonly title: Localized };

/**
 * The published pack of a policy, where it is offered in the county. One of another division is as unknown here as one that nobody wrote.
 */
export async function publishedPack(
  house: Pick<BenefitsHouse, 'packs' | 'db'>,
  county: County,
  policy: string,
): Promise<{ readonly kind: 'pack'; readonly pack: Pack } | NotPublished> {
  const offered = packsOffered(house, county);
  const pack = offered.find(({ info }) => info.policy === policy);
  if (pack !== undefined) return { kind: 'pack', pack };
  const before = await inTransaction(house.db, {}, (trx) => packPublishedLast(trx, house.packs, policy));
  const isShelved = house.packs.packs.some(({ info }) => info.policy === policy);
  if (before !== undefined && !isShelved && coversCounty(before, county))
    return { kind: 'no-longer-offered', title: before.info.title };
  const near = nearest(
    policy,
    offered.map(({ info }) => info.policy),
  );
  return { kind: 'unknown-policy', ...(near !== undefined && { nearest: near }) };
}
