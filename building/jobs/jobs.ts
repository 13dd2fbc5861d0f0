import { type RawBuilder, sql } from 'kysely';
import type * as pg from 'pg';
import type { Write } from '../database/together.ts';
import { bossOn } from './boss.ts';

/** What a job carries: ids and plain values, never a person's data (job tables are not sealed). */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

/** Where acts leave work for later. */
export interface Jobs {
  /**
   * A job, to be sent with what else the act writes (`writeTogether`): it exists when the act does, and not otherwise. Sending it throws when there is no
   * such queue.
   */
  job(queue: string, data: JobData): Promise<Write>;
}

export function jobsOn(pool: pg.Pool): Jobs {
  const boss = bossOn(pool);
  return {
    async job(queue, data) {
      let insert: RawBuilder<unknown> | undefined;
      // pg-boss says how a job is written; it is sent together with the act's own rows.
      const executeSql = async (text: string, values: unknown[]): Promise<{ rows: unknown[] }> => {
        insert = statementOf(text, values);
        return { rows: [] };
      };
      await boss.send(queue, data, { db: { executeSql } });
      if (insert === undefined) throw new Error('pg-boss wrote no job');
      const node = insert.toOperationNode();
      return { toOperationNode: () => node, orElse: `No such queue: ${queue}` };
    },
  };
}

/** A statement with `$1`, `$2` … as a part of a larger one. */
function statementOf(text: string, values: readonly unknown[]): RawBuilder<unknown> {
  const [first = '', ...rest] = text.split(/\$(\d+)/);
  const parts: RawBuilder<unknown>[] = [sql.raw(first)];
  for (let i = 0; i < rest.length; i += 2) {
    parts.push(sql`${values[Number(rest[i]) - 1] ?? null}`, sql.raw(rest[i + 1] ?? ''));
  }
  return sql.join(parts, sql.raw(''));
}
