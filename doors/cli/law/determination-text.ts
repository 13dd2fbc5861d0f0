import type { WouldChange } from '../../../rules/change/change.ts';
import type { Citation, Determination, TraceNode } from '../../../rules/determination.ts';
import { readableTrace } from '../../../rules/explain/tell/readable-trace.ts';
import type { PackInfo } from '../../../rules/pack/pack.ts';
import { shortYuanText } from '../../../values/fen.ts';
import { inLanguage, type Language } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { wordsIn } from '../words/made/all.ts';
import type { Words } from '../words/made/words.ts';

function lawText(law: Citation, words: Words): string {
  return words.law({ title: law.title, place: law.place, check: law.verified ? words.verified : words.unverified });
}

/** One line a node, indented: what people read of it, then how the pack writes it; what decided is marked. */
function traceLines(node: TraceNode, language: Language, depth: number): readonly string[] {
  const head = node.words === undefined ? '' : inLanguage(node.words, language);
  const written = node.formula === undefined ? '' : `  [${node.label}: ${node.formula.replaceAll(/\s+/g, ' ')}]`;
  const line = `${'  '.repeat(depth)}${node.decisive ? '●' : '○'} ${head}${written}`;
  return [line, ...node.children.flatMap((child) => traceLines(child, language, depth + 1))];
}

/** The smallest change that changes the result, or why there is none to tell of. */
function changeLine(found: WouldChange, language: Language): string {
  const words = wordsIn(language);
  switch (found.kind) {
    case 'change':
      return inLanguage(found.change.words, language);
    case 'nothing':
      return words.nothingWouldChange;
    case 'cut':
      return words.wouldChangeCut;
  }
  return unreachable(found);
}

/**
 * A determination as a person reads it: the answer, the reasons with their articles, what is missing, what would change it, and how it came
 * about.
 */
export function determinationText(
  info: PackInfo,
  determination: Determination,
  wouldChange: WouldChange,
  language: Language,
): string {
  const words = wordsIn(language);
  const { outcome, amountFen, because, missing, trace } = determination;
  const amount = amountFen === undefined ? '' : `${words.colon}${words.amount({ yuan: shortYuanText(amountFen) })}`;
  const lines = [
    words.heading({ title: inLanguage(info.title, language), policy: info.policy, period: determination.period }),
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
  const steps = readableTrace(trace).flatMap((node) => traceLines(node, language, 1));
  lines.push('', words.wouldChange, `  ${changeLine(wouldChange, language)}`);
  lines.push('', words.trace, ...steps, '', words.version({ digest: determination.version.slice(0, 12) }));
  return `${lines.join('\n')}\n`;
}
