import type { Command } from './command.ts';

/** Of every command that runs over a register. */
const runOptions = {
  register: 'string',
  on: 'string',
  out: 'string',
  engine: 'string',
  workers: 'string',
  by: 'string',
  'skip-broken': 'boolean',
  verify: 'boolean',
} as const;

/** Each is loaded when it is called: whoever explains one family does not wait for the registers' database. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['check', { options: {}, load: async () => (await import('./commands/check.ts')).check }],
  [
    'compile',
    {
      options: { show: 'string', period: 'string', on: 'string', dialect: 'string' },
      load: async () => (await import('./commands/compile.ts')).compileCommand,
    },
  ],
  [
    'determine',
    {
      options: { ...runOptions, policy: 'string', period: 'string', 'no-reasons': 'boolean' },
      load: async () => (await import('./commands/determine.ts')).determineCommand,
    },
  ],
  [
    'explain',
    {
      options: { facts: 'string', period: 'string' },
      load: async () => (await import('./commands/explain.ts')).explainCommand,
    },
  ],
  [
    'register',
    {
      options: { from: 'string', to: 'string', 'as-of': 'string', replace: 'boolean', 'skip-broken': 'boolean' },
      load: async () => (await import('./commands/register.ts')).registerCommand,
    },
  ],
  [
    'rehearse',
    {
      options: { ...runOptions, policy: 'string', against: 'string', period: 'string', 'against-period': 'string' },
      load: async () => (await import('./commands/rehearse.ts')).rehearseCommand,
    },
  ],
  [
    'sql',
    {
      options: { period: 'string', dialect: 'string', on: 'string', schema: 'string', complete: 'string' },
      load: async () => (await import('./commands/sql.ts')).sqlCommand,
    },
  ],
]);
