import { checkRule } from '../../rules/check/check-rule.ts';
import { hasErrors, reportOn } from '../../rules/check/report.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import { compileRule } from '../../rules/explain/program.ts';
import { readPeriod } from '../../rules/pack/period.ts';
import { readYaml } from '../../rules/pack/yaml.ts';
import { sourceText } from '../../rules/source-text.ts';
import { packIn, smallPack } from '../../rules/testing.ts';
import { readVocabulary, type Vocabulary } from '../../rules/vocabulary.ts';

/** One or two facts of every type; the rules declare half of them nullable. */
const vocabularyText = `facts:
${[
  'birth: { type: date',
  'settled: { type: date',
  'started: { type: month',
  'alive: { type: boolean',
  'local: { type: boolean',
  'nights: { type: int',
  'points: { type: int',
  'income: { type: money',
  'savings: { type: money',
  'nationality: { type: text',
  'school: { type: text',
  'status: { type: enum, values: { resident: { zh: "常住", en: Resident }, away: { zh: "外出", en: Away }, moved: { zh: "迁出", en: Moved } }',
]
  .map((line) => `  ${line}, words: { zh: "某项", en: something }, from: { zh: "登记", en: register } }\n`)
  .join('')}`;

let vocabulary: Vocabulary | undefined;

export function inventedVocabulary(): Vocabulary {
  if (vocabulary !== undefined) return vocabulary;
  const read = readVocabulary({ file: 'vocabulary.yaml', text: vocabularyText });
  if (read.kind !== 'vocabulary') throw new Error(JSON.stringify(read.findings));
  vocabulary = read.vocabulary;
  return vocabulary;
}

/** How every invented rule declares the facts: of each type one that must be known and one that may be null. */
export const factDeclarations: Readonly<Record<string, string>> = {
  birth: 'date',
  settled: 'date?',
  started: 'month',
  alive: 'boolean',
  local: 'boolean?',
  nights: 'int',
  points: 'int?',
  income: 'money',
  savings: 'money?',
  nationality: 'text',
  school: 'text?',
  status: 'enum',
};

/** The periods that invented packs cover, by kind. */
export const inventedPeriods = {
  year: ['2025', '2026', '2027'],
  month: ['2025-12', '2026-01', '2026-02', '2026-03'],
} as const;

export type PackReading =
  | { readonly kind: 'pack'; readonly pack: Pack }
  | { readonly kind: 'refused'; readonly findings: string };

let base: Pack | undefined;

/**
 * A pack with the rule in the text, over the invented vocabulary: read, checked and compiled as any other, but without documents, words
 * or examples of its own. What the checker has against it is told as text.
 */
export function inventedPack(rule: string, periodKind: keyof typeof inventedPeriods): PackReading {
  base ??= packIn(smallPack);
  const report = reportOn(sourceText('rule.yaml', rule));
  const byKey = new Map(base.info.sources.map((source) => [source.key, source]));
  const periods = inventedPeriods[periodKind].map((text) => readPeriod(text)).filter((period) => period !== undefined);
  const sources = { byKey, cited: new Set<string>() };
  const context = { report, vocabulary: inventedVocabulary(), sources, periods };
  const checked = checkRule(context, readYaml(report, 0, report.source.text.length));
  if (checked === undefined || hasErrors(report.findings)) {
    const told = report.findings.filter(({ severity }) => severity === 'error');
    return {
      kind: 'refused',
      findings: told.map(({ span, code }) => `${span.line}:${span.column} ${code}`).join('\n'),
    };
  }
  const subject = { ...base.info.subject, name: checked.subject };
  const info = { ...base.info, periodKind, periods: periods.map(({ text }) => text), subject };
  const program = compileRule(checked, periods);
  return { kind: 'pack', pack: { ...base, vocabulary: context.vocabulary, info, rule: checked, program } };
}

/** The pack with that rule. Throws with what the checker has against it. */
export function soundPack(rule: string, periodKind: keyof typeof inventedPeriods = 'year'): Pack {
  const read = inventedPack(rule, periodKind);
  if (read.kind === 'refused') throw new Error(`${read.findings}\n${rule}`);
  return read.pack;
}
