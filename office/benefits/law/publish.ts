import type { Database } from '../../../building/database/transaction.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { PackShelf } from './packs.ts';
import { insertTexts } from './text-store.ts';

/**
 * Keeps the texts of all packs on the shelf for good: before any case is determined by them, at each start. The law is one for all
 * counties of a database.
 */
export async function publish(db: Database<Tables>, { texts }: PackShelf, at: Date): Promise<void> {
  await inTransaction(db, { kind: 'system' }, (trx) => insertTexts(trx, texts, at));
}
