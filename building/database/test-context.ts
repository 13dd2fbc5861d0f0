import type { PoolAddress } from './pool.ts';

/** What a test file needs to make its own database. */
export interface TestServer {
  /** The owner's address on the server; `database` is the one to give orders from. */
  readonly owner: PoolAddress;
  /** A migrated database, copied for every test file. */
  readonly template: string;
  /** One login for the doors of all test databases: roles belong to the whole server. */
  readonly doorLogin: string;
  readonly doorPassword: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}
