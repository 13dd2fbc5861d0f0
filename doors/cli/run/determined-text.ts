import type { Report } from '../../../registers/run/determine.ts';
import type { Counts } from '../../../registers/run/written/tally.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import { fen, yuanText } from '../../../values/fen.ts';
import { inLanguage } from '../../../values/language.ts';
import type { Io } from '../io.ts';
import { whole } from './progress-bar.ts';
import { problemLines } from './run-options.ts';
import { wordsIn as runWordsIn } from './words/made/all.ts';
import { tableText } from './table-text.ts';
import { wordsIn } from '../words/made/all.ts';

function countsRow(
  name: string,
  { subjects, eligible, notEligible, undetermined, amountFen }: Counts,
): readonly string[] {
  return [name, ...[subjects, eligible, notEligible, undetermined].map(whole), yuanText(fen(amountFen))];
}

/** Counts by name, the most frequent first, with what people call them. */
function countLines(
  counts: ReadonlyMap<string, number>,
  wordsOf: (name: string) => string | undefined,
): readonly string[] {
  const rows = [...counts]
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => [`  ${name}`, whole(count), wordsOf(name) ?? '']);
  // The words stand last and to the left.
  return tableText(rows.map(([name = '', count = '']) => [name, count])).map((line, i) =>
    `${line}  ${rows[i]?.[2] ?? ''}`.trimEnd(),
  );
}

/** The summary of a run: counts only, nobody's own result. */
export function determinedText(io: Io, pack: Pack, period: string, report: Report, out: string | undefined): string {
  const words = runWordsIn(io.language);
  const { tally, skipped, resumedShards, rates } = report;
  const language = io.language;
  const lines = [
    wordsIn(language).heading({ title: inLanguage(pack.info.title, language), policy: pack.info.policy, period }),
    '',
    ...tableText([
      words.columns,
      ...[...tally.byDivision].map(([division, counts]) => countsRow(division, counts)),
      countsRow(words.all, tally.total),
    ]),
  ];
  // What the pack says of it in full speaks to one family; of many it is said by the condition's name.
  const named = (code: string): string | undefined => {
    const [name = '', answer] = code.split('.');
    const found = pack.rule.words.get(name);
    if (found === undefined) return undefined;
    const condition = inLanguage(found, language);
    return answer === 'no' ? words.notSo({ condition }) : condition;
  };
  const reasons = countLines(tally.reasons, named);
  if (reasons.length > 0) lines.push('', words.reasons, ...reasons);
  const fact = (name: string): string | undefined => {
    const found = pack.vocabulary.facts.get(name)?.words;
    return found && inLanguage(found, language);
  };
  const missing = countLines(tally.missing, fact);
  if (missing.length > 0) lines.push('', words.missing, ...missing);
  lines.push('');
  if (skipped.shards > 0)
    lines.push(
      words.skipped({ shards: skipped.shards, people: whole(skipped.people) }),
      ...problemLines(io, skipped.problems),
    );
  if (resumedShards > 0) lines.push(words.resumed({ shards: resumedShards }));
  if (out !== undefined) lines.push(words.written({ out }));
  lines.push(
    words.rates({
      seconds: rates.seconds.toFixed(2),
      rate: whole(rates.personsPerSecond),
      megabytes: whole(rates.peakMemoryBytes / 2 ** 20),
    }),
  );
  return `${lines.join('\n')}\n`;
}

const countsWire = ({ amountFen, ...counts }: Counts): Readonly<Record<string, unknown>> => ({
  ...counts,
  amountFen: String(amountFen),
});

/** The same for a program. */
export function determinedWire({
  tally,
  people,
  skipped,
  level,
  resumedShards,
  notHeld,
  rates,
}: Report): Readonly<Record<string, unknown>> {
  const { total, byDivision, reasons, missing } = tally;
  return {
    totals: {
      people,
      ...countsWire(total),
      skipped: { people: skipped.people, shards: skipped.shards },
      level,
      byDivision: [...byDivision].map(([division, counts]) => ({ division, ...countsWire(counts) })),
      reasons: Object.fromEntries(reasons),
      missing: Object.fromEntries(missing),
    },
    rates,
    resumedShards,
    factsNotHeld: notHeld,
    problems: skipped.problems,
  };
}
