import { inTransaction } from '../../../building/database/transaction.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import type { Localized } from '../../../values/language.ts';
import type { BenefitsHouse } from '../house.ts';
import { packPublishedLast } from './read-again.ts';

/** A benefit that may not be applied for, since its pack is not published. */
export type NotPublished =
  /** `nearest` is the published policy whose name is closest. */
  | { readonly kind: 'unknown-policy'; readonly nearest?: string }
  /** It was published before: its cases go on. */
  | { readonly kind: 'no-longer-offered'; readonly title: Localized };

/** The published pack of a policy. */
export async function publishedPack(
  { packs, db }: BenefitsHouse,
  policy: string,
): Promise<{ readonly kind: 'pack'; readonly pack: Pack } | NotPublished> {
  const found = packs.find(policy);
  if (found.kind === 'pack') return found;
  const before = await inTransaction(db, {}, (trx) => packPublishedLast(trx, packs, policy));
  return before === undefined ? found : { kind: 'no-longer-offered', title: before.info.title };
}
