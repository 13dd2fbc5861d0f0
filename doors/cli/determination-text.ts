import type { Citation, Determination, TraceNode } from '../../rules/determination.ts';
import type { PackInfo } from '../../rules/pack/pack.ts';
import { fenFromWire, shortYuanText } from '../../values/fen.ts';
import { inLanguage, type Language } from '../../values/language.ts';
import { wordsIn } from './words.ts';
import type { Words } from './words.zh-CN.ts';

function lawText(law: Citation, words: Words): string {
  return words.law(law.title, law.place, law.verified ? words.verified : words.unverified);
}

function valueText(node: TraceNode, words: Words): string {
  const { value, type } = node;
  if (value === null) return words.notKnown;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return type === 'money' ? words.amount(shortYuanText(fenFromWire(value))) : value;
}

/** One line a node, indented; what decided is marked. What stands in the pack as it is needs no line. */
function traceLines(node: TraceNode, words: Words, language: Language, depth: number): readonly string[] {
  if (['constant', 'subject', 'variable'].includes(node.operation)) return [];
  const told = node.words === undefined ? undefined : inLanguage(node.words, language);
  const isInput = node.fact !== undefined || node.parameter !== undefined;
  const head = isInput && told !== undefined ? told : `${node.label} = ${valueText(node, words)}`;
  const line = `${'  '.repeat(depth)}${node.decisive ? '●' : '○'} ${head}`;
  return [line, ...node.children.flatMap((child) => traceLines(child, words, language, depth + 1))];
}

/** A determination as a person reads it: the answer, the reasons with their articles, what is missing, and how it came about. */
export function determinationText(info: PackInfo, determination: Determination, language: Language): string {
  const words = wordsIn(language);
  const { outcome, amountFen, because, missing, trace } = determination;
  const amount = amountFen === undefined ? '' : `${words.colon}${words.amount(shortYuanText(amountFen))}`;
  const lines = [
    words.heading(inLanguage(info.title, language), info.policy, determination.period),
    `${words.outcome[outcome]}${amount}`,
    '',
  ];
  if (missing.length > 0) {
    lines.push(
      words.missingFacts,
      ...missing.map((fact) => `  - ${inLanguage(fact.words, language)} (${fact.name})`),
      '',
    );
  }
  if (because.length > 0) lines.push(words.because);
  for (const reason of because) {
    lines.push(`  - ${inLanguage(reason.words, language)}`);
    if (reason.law) lines.push(`    ${lawText(reason.law, words)}`);
  }
  const steps = trace.children.flatMap((node) => traceLines(node, words, language, 1));
  lines.push('', words.trace, ...steps, '', words.version(determination.version));
  return `${lines.join('\n')}\n`;
}
