import { ExpressionWrapper, type OperationNodeSource, sql } from 'kysely';
import type { Transaction } from './transaction.ts';

/** Rows to be written, not yet sent: an insert of Kysely that nobody has executed. */
export type Write = OperationNodeSource;

/** Sends inserts that don't build on each other as one statement: one way to the server and back, and all or nothing of them. */
export async function writeTogether<Tables>(trx: Transaction<Tables>, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  const named = writes.map(
    (write, i) => sql`${sql.ref(`write_${i}`)} as (${new ExpressionWrapper(write.toOperationNode())})`,
  );
  await sql`with ${sql.join(named)} select`.execute(trx);
}
