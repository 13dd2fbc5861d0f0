import type { RunWords } from './run-words.zh-CN.ts';

export const en: RunWords = {
  noRegister: 'Name the folder of the register with --register.',
  noPolicyOption: 'Name the policy with --policy, such as cn/hospital-care, or a policy.md file.',
  oneOf: (option, known, written) => `${option} is one of ${known}, not ${written}.`,
  notWorkers: (written) => `--workers wants a whole number from 1 to 256, not ${written}.`,
  stray: (written) => `What is ${written}? Register, policy and period are given as options.`,
  notParquet: (path) => `--out wants a .parquet file, not ${path}; no result was written.`,
  brokenRegister: 'The register is broken: nothing was determined and no result was written:',
  brokenHint: 'Build the register again; or add --skip-broken to leave the broken shards out, counted.',
  notHeld: (facts) =>
    `Note: the register does not hold these facts that the policy looks at; whoever they matter for will be undetermined: ${facts}`,
  stopped: (finished, shards) => `Stopped; ${finished} of ${shards} shard(s) were finished.`,
  keptForNext: (out) => `What is finished stays in ${out}.parts; the same command goes on from there.`,
  progress: (share, rows, rate, left) => `${share}  ${rows} people  ${rate} people/s  ${left} left`,
  seconds: (seconds) => (seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`),
  columns: ['division', 'people', 'eligible', 'not eligible', 'undetermined', 'amount (yuan)'],
  all: 'all',
  reasons: 'Reasons (people)',
  missing: 'Missing facts (people)',
  skipped: (shards, people) => `Left out: ${shards} broken shard(s) with ${people} people:`,
  resumed: (shards) => `${shards} shard(s) of it had been finished by an earlier run.`,
  written: (out) => `The result of every person is in ${out}`,
  rates: (seconds, rate, megabytes) => `${seconds} s, ${rate} people a second, at most ${megabytes} MB of memory`,
};
