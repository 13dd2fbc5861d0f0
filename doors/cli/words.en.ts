import type { Outcome } from '../../rules/determination.ts';
import type { Words } from './words.zh-CN.ts';

export const en: Words = {
  usage: `The command line of Huijia

  huijia check <path…>      checks policy packs, the vocabulary and holiday notices; tells every error
  huijia explain <policy> --facts <file> --period <year>
                            works out one policy for one family, with the reasons
  huijia compile <policy> --period <year> --show ir|js|wat|sql [--on <day>]
                            shows what each stage of the compiler makes of a pack
  huijia register build --from <people.csv|people.parquet|postgres> --to <folder>
                        [--as-of <day>] [--replace] [--skip-broken]
                            makes a register in columns, to determine everybody at once
  huijia register check <folder>
                            reads a whole register: whether it is as it was written
  huijia determine --register <folder> --policy <policy> --period <year> [--out <result.parquet>]
                   [--on <day>] [--by county|township|village] [--engine wasm|js] [--workers <n>]
                   [--skip-broken] [--verify] [--no-reasons]
                            works out one policy for everybody in a register
  huijia rehearse --register <folder> --policy <new policy> --against <policy in force> --period <year>
                  [--against-period <year>] [--out <changes.parquet>] [the options of determine]
                            who would gain and who would lose, in counts
  huijia sql <policy> --period <year> --dialect postgres|duckdb|spark [--on <day>] [--schema <name>]
             [--complete <fact,…>]
                            prints one query that works out one policy for everybody in a warehouse

Options
  --lang zh|en              language of the text (by default that of LANG)
  --json                    prints JSON
  --law <folder>            folder of the law (by default this repository's)
`,
  usageHint: 'Run huijia --help for the usage.',
  unknownCommand: (name) => `There is no command ${name}.`,
  unknownOption: (name) => `Unknown option ${name}.`,
  optionWithoutValue: (name) => `The option ${name} wants a value.`,
  badLanguage: (name) => `--lang is zh or en, not ${name}.`,
  noPath: 'Say which file or folder to check.',
  noPolicy: 'Say which policy to work out, such as cn/hospital-care.',
  onePolicy: 'One policy at a time.',
  noFrom: 'Name what the register is made from with --from: a .csv or .parquet file, or postgres.',
  noTo: 'Name the folder of the register with --to.',
  registerUsage: 'huijia register build --from … --to …, or huijia register check <folder>.',
  registerBuilt: (people, shards, to) => `A register of ${people} people in ${shards} shard(s): ${to}`,
  columnsDropped: (names) => `Columns that are no facts of the vocabulary were not kept: ${names}`,
  noHouseholds: 'There is no column household: who lives with whom is not known.',
  noLinks: 'There is no column parents, spouse or guardians: who is related to whom is not known.',
  rowsSkipped: (rows, links) =>
    `Left out: ${rows} broken row(s), and ${links} link(s) of others to them. Problems by kind:`,
  registerFaulty: (count) => `${count} problem(s) were found, and no register was written:`,
  registerHint: (more, mayBeSkipped) =>
    `${more ? 'Of each kind the first 20 are shown. ' : ''}Mend the source and try again${mayBeSkipped ? '; or add --skip-broken to leave the broken rows out, counted.' : '.'}`,
  registerSpoilt: (folder) => `${folder} cannot be used:`,
  registerWhole: (people, shards) => `The register is whole: ${people} people in ${shards} shard(s).`,
  noFacts: 'Name the file of facts with --facts.',
  noPeriod: 'Name the period with --period, such as --period 2026.',
  unknownStage: (name, known) => `--show is one of ${known}, not ${name}.`,
  notOfPolicy: (option, name, known) => `${option} names what the policy uses (${known}), not ${name}.`,
  unknownDialect: (name, known) => `--dialect is one of ${known}, not ${name}.`,
  policyTwice: (policy, one, other) =>
    `Two packs are named ${policy}: ${one} and ${other}. Move or rename one of them; nothing was determined.`,
  notADay: (option, written) => `${option} wants a day of the calendar, such as 2026-02-01, not ${written}.`,
  nothingToCheck: (path) => `There is nothing to check in ${path}.`,
  missing: (path) => `There is no such file or folder: ${path}`,
  unreadable: (path) => `Cannot be read: ${path}`,
  notUtf8: (path) => `${path} is not UTF-8 text.`,
  tooLarge: (path) => `${path} is too large and was not read.`,
  badJson: (path, line, column) => `${path}, line ${line}, column ${column}: this is not JSON.`,
  badFacts: (path) => `The facts in ${path} are not right:`,
  packFaulty: (policy) => `The pack ${policy} has errors, so nothing is worked out:`,
  vocabularyFaulty: 'The vocabulary has errors:',
  unknownPolicy: (policy) => `There is no policy ${policy}.`,
  knownPolicies: (names) => `Known are: ${names}`,
  noPolicies: (path) => `There is no policy pack in ${path}.`,
  outOfRange: (policy) =>
    `With these facts the rule of ${policy} comes to a day outside the calendar, a day before one of its parameters has a value, or a number of more than 34 digits. Nothing was determined; please tell whoever keeps the policy.`,
  periodNotCovered: (policy, period, known) => `${policy} does not cover ${period}; it covers ${known}.`,
  severity: { error: 'error', warning: 'warning' },
  didYouMean: (name) => `did you mean ${name}?`,
  summary: (packs, files, errors, warnings) =>
    `Checked ${packs} policy pack(s) in ${files} file(s): ${errors} error(s), ${warnings} warning(s).`,
  heading: (title, policy, period) => `${title} (${policy}) ${period}`,
  outcome: { eligible: 'eligible', 'not-eligible': 'not eligible', undetermined: 'undetermined' } satisfies Record<
    Outcome,
    string
  >,
  amount: (yuan) => `${yuan} yuan`,
  colon: ': ',
  because: 'Because',
  missingFacts: 'Missing',
  wouldChange: 'What would change it (the smallest change)',
  nothingWouldChange: 'No change of one, two or three facts changes it.',
  wouldChangeCut: 'There are too many changes to try them all. The result itself stands.',
  trace: 'How it was worked out (● what decided)',
  verified: 'compared with the text',
  unverified: 'not verified',
  law: (title, place, check) => `${title} ${place} (${check})`,
  version: (digest) => `policy version ${digest}`,
};
