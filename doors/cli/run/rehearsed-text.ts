import { bandEnds, changes, dimensions } from '../../../registers/rehearse/change-tally.ts';
import type { RehearsalReport } from '../../../registers/rehearse/rehearse.ts';
import { unknownGroup } from '../../../registers/rehearse/shard-groups.ts';
import {
  columns,
  type Shown,
  shownChanges,
  type ShownChanges,
  type ShownGroup,
  shownText,
} from '../../../registers/rehearse/shown-changes.ts';
import { leastShown } from '../../../registers/rehearse/suppress.ts';
import { fen, yuanText } from '../../../values/fen.ts';
import type { Io } from '../io.ts';
import { whole } from './progress-bar.ts';
import { problemLines } from './run-options.ts';
import { wordsIn as runWordsIn } from './words/made/all.ts';
import type { Words } from './words/made/words.ts';
import { tableText } from './table-text.ts';

const countText = (shown: Shown): string => (typeof shown === 'number' ? whole(shown) : shownText(shown));
const moneyText = (amount: bigint | undefined): string => (amount === undefined ? '*' : yuanText(fen(amount)));

function groupRow(
  name: string,
  { people, counts, gainedFen, lostFen, beforeFen, afterFen }: ShownGroup,
): readonly string[] {
  return [
    name,
    countText(people),
    ...columns.map((column) => countText(counts[column])),
    ...[gainedFen, lostFen, beforeFen, afterFen].map(moneyText),
  ];
}

function costLines({ total }: ShownChanges, words: Words): readonly string[] {
  const { beforeFen, afterFen, gainedFen, lostFen } = total;
  if (beforeFen === undefined || afterFen === undefined) return [words.hiddenCost];
  const difference = afterFen - beforeFen;
  const signed = `${difference > 0n ? '+' : ''}${moneyText(difference)}`;
  return [
    words.cost({ before: moneyText(beforeFen), after: moneyText(afterFen), difference: signed }),
    words.gainAndLose({ gained: moneyText(gainedFen), lost: moneyText(lostFen) }),
  ];
}

function bandLines({ gains, losses }: ShownChanges, words: Words): readonly string[] {
  const ends = bandEnds.map((end) => whole(end / 100));
  const rows = gains.map((gain, i) => {
    const [from, to] = [i === 0 ? '0' : (ends[i - 1] ?? ''), ends[i]];
    const band = to === undefined ? words.bandAbove({ from }) : words.band({ from, to });
    return [band, countText(gain), countText(losses[i] ?? 0)];
  });
  return ['', words.bands, ...tableText([words.bandColumns, ...rows])];
}

/** What a rehearsal came to: counts and sums, small cells hidden, nobody's own result. */
export function rehearsedText(io: Io, head: string, report: RehearsalReport, out: string | undefined): string {
  const words = runWordsIn(io.language);
  const shown = shownChanges(report.tally);
  const { skipped, resumedShards, rates } = report;
  const lines = [
    head,
    '',
    ...costLines(shown, words),
    ...tableText(changes.map((change) => [words.changes[change], countText(shown.changes[change])])),
    ...bandLines(shown, words),
  ];
  for (const dimension of dimensions) {
    const rows = shown.tables[dimension].map(({ name, group }) =>
      groupRow(name === unknownGroup ? words.unknownGroup : name, group),
    );
    lines.push(
      '',
      ...tableText([[words.tables[dimension], ...words.changeColumns], ...rows, groupRow(words.all, shown.total)]),
    );
  }
  lines.push('', words.suppression({ least: leastShown }));
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

/** Numbers as numbers; what is hidden as `<10` or `*`. */
const countWire = (shown: Shown): number | string => (typeof shown === 'number' ? shown : shownText(shown));
const moneyWire = (amount: bigint | undefined): string => (amount === undefined ? '*' : String(amount));

function groupWire({ people, counts, ...money }: ShownGroup): Readonly<Record<string, unknown>> {
  return {
    people: countWire(people),
    ...Object.fromEntries(columns.map((column) => [column, countWire(counts[column])])),
    ...Object.fromEntries(Object.entries(money).map(([name, amount]) => [name, moneyWire(amount)])),
  };
}

/** The same for a program, with the same cells hidden. */
export function rehearsedWire(report: RehearsalReport): Readonly<Record<string, unknown>> {
  const shown = shownChanges(report.tally);
  const { people, skipped, level, notHeld, resumedShards, rates } = report;
  const bands = (counts: readonly Shown[]): readonly unknown[] =>
    counts.map((count, i) => ({ uptoFen: bandEnds[i] ?? null, people: countWire(count) }));
  return {
    total: groupWire(shown.total),
    changes: Object.fromEntries(changes.map((change) => [change, countWire(shown.changes[change])])),
    gains: bands(shown.gains),
    losses: bands(shown.losses),
    level,
    ...Object.fromEntries(
      dimensions.map((dimension) => [
        dimension,
        shown.tables[dimension].map(({ name, group }) => ({ name, ...groupWire(group) })),
      ]),
    ),
    leastShown,
    people,
    skipped: { people: skipped.people, shards: skipped.shards },
    factsNotHeld: notHeld,
    problems: skipped.problems,
    resumedShards,
    rates,
  };
}
