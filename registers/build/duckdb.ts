import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';

/**
 * A database for one building. It has no file (which would be written twice, log and all); what doesn't fit into memory goes to the work
 * folder.
 */
export interface Workshop {
  readonly run: (sql: string) => Promise<void>;
  /** All rows of an answer that is known to be short. */
  readonly rows: <Row>(sql: string) => Promise<readonly Row[]>;
  /** Tables that are needed no longer: their room on disk is used again. */
  readonly drop: (...tables: readonly string[]) => Promise<void>;
  readonly connection: DuckDBConnection;
  /** May be called again. */
  close(): void;
}

/** `memoryMegabytes` is what the database may hold in memory. */
export async function openWorkshop(folder: string, memoryMegabytes: number): Promise<Workshop> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMegabytes}MB`,
    temp_directory: join(folder, 'spill'),
    preserve_insertion_order: 'true',
    // Nothing is fetched: what it needs is built in.
    autoinstall_known_extensions: 'false',
  });
  const connection = await instance.connect();
  let open = true;
  return {
    connection,
    run: async (sql) => {
      await connection.run(sql);
    },
    drop: async (...tables) => {
      for (const table of tables) await connection.run(`drop table ${table}`);
    },
    rows: async <Row>(sql: string) => {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJS() as Row[];
    },
    close: () => {
      if (!open) return;
      open = false;
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;
