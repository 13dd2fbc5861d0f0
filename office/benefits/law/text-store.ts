import { sql } from 'kysely';
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

/** The digests of the texts of policies that were kept last, by policy. */
export async function newestDigests(trx: Trx, policies: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (policies.length === 0) return new Map();
  const rows = await trx
    .selectFrom('policyText')
    .distinctOn('policy')
    .select(['policy', 'digest'])
    .where(sql<boolean>`policy = any(${policies})`)
    .orderBy('policy')
    .orderBy('keptAt', 'desc')
    .execute();
  return new Map(rows.map(({ policy, digest }) => [policy, digest]));
}

export async function textsByDigest(trx: Trx, digests: readonly string[]): Promise<readonly KeptText[]> {
  return trx
    .selectFrom('policyText')
    .select(['digest', 'policy', 'text'])
    .where(sql<boolean>`digest = any(${digests})`)
    .execute();
}
