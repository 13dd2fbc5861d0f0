import { ExpressionWrapper, type OperationNode, sql } from 'kysely';
import type { Transaction } from './transaction.ts';

/** Rows to be written, not yet sent: an insert of Kysely that nobody has executed. */
export interface Write {
  toOperationNode(): OperationNode;
  /** What is wrong when it writes no row, for a statement that returns the rows it writes. */
  readonly orElse?: string;
}

/**
 * Sends writes that don't build on each other as one statement: one way to the server and back, and all or nothing of them. Throws when one that must
 * write wrote nothing.
 */
export async function writeTogether<Tables>(trx: Transaction<Tables>, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  const named = writes.map(
    (write, i) => sql`${sql.ref(`write_${i}`)} as (${new ExpressionWrapper(write.toOperationNode())})`,
  );
  const counted = writes.flatMap(({ orElse }, i) =>
    orElse === undefined
      ? []
      : [sql<number>`(select count(*)::int from ${sql.ref(`write_${i}`)}) as ${sql.ref(`n${i}`)}`],
  );
  const { rows } = await sql<Record<string, number>>`with ${sql.join(named)} select ${sql.join(counted)}`.execute(trx);
  writes.forEach(({ orElse }, i) => {
    if (orElse !== undefined && rows[0]?.[`n${i}`] === 0) throw new Error(orElse);
  });
}
