/** Folders of rules/ whose mutants are tried by the same tests. */
export interface Room {
  readonly name: string;
  readonly mutants: RegExp;
  /**
   * Globs. The nearest tests alone: what determines by columns or SQL is compared with `explain`, so `explain` must be held by its own
   * tests.
   */
  readonly tests: readonly string[];
  /** Its tests ask a PostgreSQL server. */
  readonly needsServer: boolean;
}

export const mutatedRooms: readonly Room[] = [
  {
    name: 'language, check and explain',
    mutants: /^rules\/(?!ir\/|plan\/|columns\/|sql\/)/,
    tests: ['rules/*.test.ts', 'rules/{syntax,check,pack,explain,change}/**/*.test.ts'],
    needsServer: false,
  },
  {
    name: 'IR, plan and columns',
    mutants: /^rules\/(ir|plan|columns)\//,
    tests: ['rules/{ir,plan,columns}/**/*.test.ts', 'registers/engine/*.test.ts', 'proofs/agreement/*.test.ts'],
    needsServer: false,
  },
  {
    name: 'SQL',
    mutants: /^rules\/sql\//,
    tests: ['rules/sql/*.test.ts', 'proofs/sql/*.test.ts'],
    needsServer: true,
  },
];
