import { changeAny } from '../../../building/database/changes.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { PolicyText } from './policy-text.ts';

type Trx = Transaction<Tables>;

/** A policy text as it is kept. */
export type KeptText = Pick<PolicyText, 'digest' | 'policy' | 'text'>;

/** Keeps texts for good; those that are kept already stay as they are. */
export async function insertTexts(trx: Trx, texts: readonly PolicyText[], keptAt: Date): Promise<void> {
  if (texts.length === 0) return;
  await changeAny(
    trx,
    trx
      .insertInto('policyText')
      .values(texts.map(({ digest, policy, text, oldVersion }) => ({ digest, policy, text, oldVersion, keptAt })))
      .onConflict((conflict) => conflict.doNothing()),
  );
}

const isDigest = (version: string): boolean => version.length === 64;

/**
 * The digest of the text that a case names: by the digest itself, or in the way of cases from before texts were kept. Undefined when it is
 * not kept.
 */
export async function digestNamed(trx: Trx, policy: string, version: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('policyText')
    .select('digest')
    .where('policy', '=', policy)
    .where(isDigest(version) ? 'digest' : 'oldVersion', '=', version)
    .orderBy('keptAt')
    .limit(1)
    .executeTakeFirst();
  return row?.digest;
}

/** The digest of the text of a policy that was kept last. */
export async function newestDigest(trx: Trx, policy: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('policyText')
    .select('digest')
    .where('policy', '=', policy)
    .orderBy('keptAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.digest;
}

export async function textByDigest(trx: Trx, digest: string): Promise<KeptText | undefined> {
  return trx
    .selectFrom('policyText')
    .select(['digest', 'policy', 'text'])
    .where('digest', '=', digest)
    .executeTakeFirst();
}
