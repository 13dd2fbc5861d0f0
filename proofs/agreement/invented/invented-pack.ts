import { type KnownPolicies, noPolicies } from '../../../rules/check/rule/check-benefits.ts';
import { checkRule } from '../../../rules/check/rule/check-rule.ts';
import type { CheckedBenefit, CheckedRule } from '../../../rules/check/rule/rule.ts';
import { hasErrors, reportOn } from '../../../rules/check/tell/report.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import { compileRule } from '../../../rules/explain/compile/program.ts';
import { type Period, readPeriod } from '../../../rules/pack/period.ts';
import { readYaml } from '../../../rules/pack/text/yaml.ts';
import { sourceText } from '../../../rules/source-text.ts';
import { packIn, smallPack } from '../../../rules/testing.ts';
import { readVocabulary, type Vocabulary } from '../../../rules/vocabulary.ts';

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

function inventedVocabulary(): Vocabulary {
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

type PeriodKind = keyof typeof inventedPeriods;

/** How a rule names the other benefit that it may refer to. */
export const otherPolicy = 'test/other';

let base: Pack | undefined;

function readRule(
  text: string,
  periods: readonly Period[],
  policies: KnownPolicies,
): CheckedRule | { readonly findings: string } {
  base ??= packIn(smallPack);
  const report = reportOn(sourceText('rule.yaml', text));
  const byKey = new Map(base.info.sources.map((source) => [source.key, source]));
  const sources = { byKey, cited: new Set<string>() };
  const context = { report, vocabulary: inventedVocabulary(), sources, periods, policies };
  const checked = checkRule(context, readYaml(report, 0, report.source.text.length));
  if (checked !== undefined && !hasErrors(report.findings)) return checked;
  const told = report.findings.filter(({ severity }) => severity === 'error');
  return { findings: told.map(({ span, code }) => `${span.line}:${span.column} ${code}`).join('\n') };
}

/**
 * A pack with the rule in the text, over the invented vocabulary: read, checked and compiled as any other, but without documents, words
 * or examples of its own. It may refer to `test/other`, of which the rule is `otherText`. What the checker has against either is told.
 */
export function inventedPack(text: string, periodKind: PeriodKind, otherText?: string): PackReading {
  base ??= packIn(smallPack);
  const periods = inventedPeriods[periodKind].map((one) => readPeriod(one)).filter((period) => period !== undefined);
  const sound = new Map<string, CheckedBenefit>();
  if (otherText !== undefined) {
    const other = readRule(otherText, periods, noPolicies);
    if ('findings' in other) return { kind: 'refused', findings: `${otherPolicy}: ${other.findings}` };
    sound.set(otherPolicy, { policy: otherPolicy, title: base.info.title, rule: other, periods });
  }
  const rule = readRule(text, periods, { sound, named: new Set(sound.keys()) });
  if ('findings' in rule) return { kind: 'refused', findings: rule.findings };
  const subject = { ...base.info.subject, name: rule.subject };
  const info = { ...base.info, periodKind, periods: periods.map((period) => period.text), subject };
  const program = compileRule(rule, periods);
  return { kind: 'pack', pack: { ...base, vocabulary: inventedVocabulary(), info, rule, program } };
}

/** The pack with that rule. Throws with what the checker has against it. */
export function soundPack(text: string, periodKind: PeriodKind = 'year', otherText?: string): Pack {
  const read = inventedPack(text, periodKind, otherText);
  if (read.kind === 'refused') throw new Error(`${read.findings}\n${text}`);
  return read.pack;
}
