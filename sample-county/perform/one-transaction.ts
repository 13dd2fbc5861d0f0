import {
  CamelCasePlugin,
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import type { Database, Transaction } from '../../building/database/transaction.ts';

/** What an earlier act told the row-level policies would otherwise stand until the whole transaction ends. */
const nobodyActs = `select ${[
  'kind',
  'who',
  'duty',
  'division_from',
  'division_to',
  'family',
  'phone',
  'token',
  'purpose',
]
  .map((key) => `set_config('huijia.${key}', '', true)`)
  .join(', ')}`;

/**
 * A database within an open transaction: what acts take for their own transactions are savepoints of the one around them. So a year of real
 * acts is written by one commit, or not at all when the process is killed on the way. For one caller at a time.
 */
export function databaseWithin<Tables>(trx: Transaction<Tables>): Database<Tables> {
  const plain = trx.withoutPlugins();
  const run = async (text: string): Promise<void> => void (await sql.raw(text).execute(plain));
  const begin = `savepoint act; ${nobodyActs}`;
  let begun = true;
  const end = async (text: string): Promise<void> => {
    if (begun) await run(text);
    begun = true;
  };
  const connection: DatabaseConnection = {
    executeQuery: async <Row>(query: CompiledQuery) => {
      if (begun) return plain.executeQuery<Row>(query);
      begun = true;
      // The settings of who acts have no values: they go together with what begins the act.
      if (query.parameters.length === 0) return plain.executeQuery<Row>(CompiledQuery.raw(`${begin}; ${query.sql}`));
      await run(begin);
      return plain.executeQuery<Row>(query);
    },
    streamQuery: () => {
      throw new Error('Nothing is streamed within one transaction');
    },
  };
  const driver: Driver = {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: async () => {
      begun = false;
    },
    // What is checked at a commit is checked here, while the settings say who acted.
    commitTransaction: () => end('set constraints all immediate; set constraints all deferred; release savepoint act'),
    rollbackTransaction: () => end('rollback to savepoint act'),
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  };
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
