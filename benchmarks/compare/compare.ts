import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { checkout } from '../../building/checkout.ts';
import { figureIn, type Judged, judgedFigures } from './judged.ts';
import { commitOf, Failed, inTreeOf, measuredIn, previousTag, type Tree } from './tree.ts';
import { type Turns, type Verdict, verdictOn, verdictText } from './verdict.ts';

const usage = `Usage: npm run bench -- compare [--against REF] [--turns N] [--only NAME,NAME] [--budget NAME=PERCENT]… [--json]
  Runs ${benchmarksOf(judgedFigures).join(', ')} of this checkout and of another commit (the tag before this one, unless REF is named) in turns.
  Ends with 0 when none is slower by more than 10 % (or its budget), 1 when one is, 2 when they can't be compared.
`;
const usualTurns = 7;
const usualPercent = 10;

interface Asked {
  readonly against: string | undefined;
  readonly turns: number;
  readonly figures: readonly Judged[];
  readonly budgets: ReadonlyMap<string, number>;
  readonly json: boolean;
}

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

function benchmarksOf(figures: readonly Judged[]): readonly string[] {
  return [...new Set(figures.map(({ benchmark }) => benchmark))];
}

function readAsked(argv: readonly string[]): Asked | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        against: { type: 'string' },
        turns: { type: 'string', default: String(usualTurns) },
        only: { type: 'string' },
        budget: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    });
    const only = values.only?.split(',');
    const figures = judgedFigures.filter(({ benchmark }) => only?.includes(benchmark) ?? true);
    const budgets = new Map(
      values.budget.map((one) => {
        const [name = '', percent = ''] = one.split('=');
        return [name, Number(percent)] as const;
      }),
    );
    const turns = Number(values.turns);
    const known = new Set(benchmarksOf(judgedFigures));
    const isSound =
      Number.isSafeInteger(turns) &&
      turns > 0 &&
      [...(only ?? []), ...budgets.keys()].every((name) => known.has(name)) &&
      [...budgets.values()].every((percent) => percent >= 0);
    return isSound ? { against: values.against, turns, figures, budgets, json: values.json } : undefined;
  } catch {
    return undefined;
  }
}

/** What was found of both, figure by figure, and why some benchmarks were left out. */
interface Found {
  readonly turns: ReadonlyMap<Judged, { readonly older: number[]; readonly newer: number[] }>;
  readonly leftOut: Map<string, string>;
}

/**
 * In every turn each benchmark by both, the older first in one turn and last in the next: what warms or tires the machine meets both alike.
 */
async function inTurns({ turns, figures }: Asked, older: Tree): Promise<Found> {
  const found: Found = { turns: new Map(figures.map((one) => [one, { older: [], newer: [] }])), leftOut: new Map() };
  for (let turn = 0; turn < turns; turn += 1)
    for (const benchmark of benchmarksOf(figures)) {
      if (found.leftOut.has(benchmark)) continue;
      tell(`Turn ${turn + 1} of ${turns}: ${benchmark} (load ${loadavg()[0]?.toFixed(1)})`);
      const why = await oneTurn(found, benchmark, older, turn % 2 === 0);
      if (why === undefined) continue;
      tell(`  ${why}`);
      found.leftOut.set(benchmark, why);
    }
  return found;
}

/** Measures a benchmark in both trees. Gives a sentence when it can't be compared. */
async function oneTurn(found: Found, benchmark: string, tree: Tree, olderFirst: boolean): Promise<string | undefined> {
  const printed = { older: undefined as unknown, newer: undefined as unknown };
  for (const side of olderFirst ? (['older', 'newer'] as const) : (['newer', 'older'] as const)) {
    try {
      printed[side] = await measuredIn(side === 'older' ? tree : { ...tree, folder: checkout }, benchmark);
    } catch (error) {
      if (!(error instanceof Failed) || tree.signal.aborted) throw error;
      return `${benchmark} failed in the ${side} one: ${error.message.split('\n').slice(-3).join(' / ')}`;
    }
    if (printed[side] === undefined) return `The ${side} one has no benchmark ${benchmark}`;
  }
  for (const [judged, { older, newer }] of found.turns) {
    if (judged.benchmark !== benchmark) continue;
    const [before, now] = [figureIn(printed.older, judged), figureIn(printed.newer, judged)];
    tell(`  ${judged.figure}: ${before ?? 'none'} before, ${now ?? 'none'} now`);
    if (before === undefined || now === undefined) continue;
    older.push(before);
    newer.push(now);
  }
  return undefined;
}

function verdictsOf({ turns, leftOut }: Found, budgets: Asked['budgets']): readonly Verdict[] {
  return [...turns]
    .filter(([{ benchmark }, { older }]: [Judged, Turns]) => older.length > 0 && !leftOut.has(benchmark))
    .map(([judged, both]) => verdictOn(judged, both, budgets.get(judged.benchmark) ?? usualPercent));
}

function show(ref: string, { turns, leftOut }: Found, verdicts: readonly Verdict[], json: boolean): void {
  const slower = verdicts.filter(({ isSlower }) => isSlower);
  if (json) {
    const all = verdicts.map(({ judged, ...rest }) => ({ ...judged, ...rest, ...turns.get(judged) }));
    process.stdout.write(
      `${JSON.stringify({ against: ref, verdicts: all, leftOut: Object.fromEntries(leftOut) }, undefined, 2)}\n`,
    );
    return;
  }
  const judged = new Set(verdicts.map((one) => one.judged));
  const missing = [...turns.keys()].filter((one) => !judged.has(one) && !leftOut.has(one.benchmark));
  const lines = [
    ...verdicts.map(verdictText),
    ...missing.map(({ benchmark, figure }) => `${benchmark} ${figure}: one of the two has no such figure`),
    ...leftOut.values(),
    '',
    slower.length === 0
      ? `Nothing that was compared is slower than ${ref} by more than it may be.`
      : `Slower than ${ref} by more than it may be: ${slower.map((one) => `${one.judged.benchmark} ${one.judged.figure}`).join(', ')}.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** `npm run bench -- compare`: whether this checkout is slower than an older one. Gives the exit status. */
export async function compare(argv: readonly string[]): Promise<0 | 1 | 2> {
  const asked = readAsked(argv);
  if (asked === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const ref = asked.against ?? (await previousTag());
  if (ref === undefined) {
    tell('No tag lies before this commit. Name a commit with --against.');
    return 2;
  }
  try {
    const commit = await commitOf(ref);
    tell(`Against ${ref} (${commit.slice(0, 10)}), ${asked.turns} turns. It is installed first.`);
    const found = await inTreeOf(commit, (older) => inTurns(asked, older));
    const verdicts = verdictsOf(found, asked.budgets);
    show(ref, found, verdicts, asked.json);
    if (verdicts.some(({ isSlower }) => isSlower)) return 1;
    return verdicts.length === 0 || [...found.leftOut.values()].some((why) => why.includes(' failed ')) ? 2 : 0;
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    tell(`${ref} can't be compared: ${error.message}`);
    return 2;
  }
}
