import type { Profile } from '../feel/feel.ts';
import { judge, type Verdict } from './judge.ts';
import type { LiteralResult } from './kit.ts';

/** A value that is not the standard's. */
interface Wrong {
  readonly file: string;
  readonly testCase: string;
  readonly decision: string;
  readonly expression: string;
  readonly profile: Profile;
  readonly found: string;
  readonly expected: string;
}

/** What became of all literal results. `accepted` is `right` and `wrong`; with `rejected` it is the population. */
interface Figures {
  readonly population: number;
  readonly accepted: number;
  readonly right: number;
  readonly wrong: number;
  readonly rejected: number;
  /** Of the right ones, those of which the value is null. */
  readonly rightNulls: number;
  /** Accepted in the form in which packs are written too, and right there. */
  readonly acceptedByPacks: number;
  /** Why the rejected ones are, from the most frequent. */
  readonly reasons: Readonly<Record<string, number>>;
}

export interface Report {
  readonly figures: Figures;
  readonly wrong: readonly Wrong[];
  readonly rejected: readonly { readonly result: LiteralResult; readonly reason: string }[];
}

function wrongOf(result: LiteralResult, profile: Profile, verdict: Verdict): Wrong | undefined {
  if (verdict.kind !== 'wrong') return undefined;
  const { file, testCase, decision, expression } = result;
  const { found, expected } = verdict;
  return { file, testCase: testCase.id, decision, expression, profile, found, expected };
}

function counted(reasons: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/**
 * Judges every result in both profiles: one is wrong if either gives another value than the standard, right if one gives the standard's.
 */
export function reportOn(results: readonly LiteralResult[]): Report {
  const wrong: Wrong[] = [];
  const rejected: { result: LiteralResult; reason: string }[] = [];
  let [right, rightNulls, acceptedByPacks] = [0, 0, 0];
  for (const result of results) {
    const [pack, standard] = [judge(result, 'pack'), judge(result, 'standard')];
    const fault = wrongOf(result, 'pack', pack) ?? wrongOf(result, 'standard', standard);
    if (fault !== undefined) wrong.push(fault);
    else if (pack.kind === 'right' || standard.kind === 'right') {
      right += 1;
      if (pack.kind === 'right') acceptedByPacks += 1;
      if (result.expected.kind === 'null') rightNulls += 1;
    } else if (standard.kind === 'rejected') rejected.push({ result, reason: standard.reason });
  }
  const figures = {
    population: results.length,
    accepted: right + wrong.length,
    right,
    wrong: wrong.length,
    rejected: rejected.length,
    rightNulls,
    acceptedByPacks,
    reasons: counted(rejected.map(({ reason }) => reason)),
  };
  return { figures, wrong, rejected };
}

const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

function wrongLine({ file, testCase, expression, profile, found, expected }: Wrong): string {
  return `WRONG ${file}, case ${testCase} (${profile} profile): ${oneLine(expression)} gives ${found}, the standard ${expected}`;
}

/** The report in words; with every rejected expression when asked. */
export function reportText({ figures, wrong, rejected }: Report, verbose: boolean): string {
  const { population, accepted, right, rightNulls, acceptedByPacks } = figures;
  const lines = verbose
    ? rejected.map(({ result, reason }) => `rejected, ${reason}: ${oneLine(result.expression)} (${result.file})`)
    : [];
  const reasons = Object.entries(figures.reasons).map(([reason, count]) => `  ${String(count).padStart(5)}  ${reason}`);
  return [
    ...lines,
    ...wrong.map(wrongLine),
    `${population} literal results: ${accepted} accepted, of which ${right} right and ${wrong.length} wrong; ${figures.rejected} rejected.`,
    `Of the right ones ${acceptedByPacks} are accepted as packs are written too, and ${rightNulls} are null.`,
    ...(reasons.length === 0 ? [] : ['Rejected because of:', ...reasons]),
    '',
  ].join('\n');
}
