import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import { type Graph, type Node, reachable } from '../node.ts';
import { isNever, type Range } from './ranges.ts';
import { words } from '../words/made/all.ts';

/** Who can't go on beyond the limits. */
type BackEnd = 'columns' | 'sql';

/** A day outside the calendar, or before a parameter's first: explain would throw for whoever is affected, so nothing else may go on. */
export function outsideLimits(
  { limits }: Pick<Graph, 'limits'>,
  ranges: ReadonlyMap<Node, Range>,
  backEnd: BackEnd,
): Localized | undefined {
  const found = limits.find(({ node, least, greatest }) => {
    const range = ranges.get(node);
    return range !== undefined && !isNever(range) && (range.least < least || range.greatest > greatest);
  });
  if (found === undefined) return undefined;
  return inEveryLanguage(words, (w) => w.outsideLimits({ text: found.text, isSql: backEnd === 'sql' }));
}

/** A number that might be `2 ** bits` or more, or so far below 0, with the step in which it stands and the facts that it comes of. */
export function beyondBits(
  { steps }: Pick<Graph, 'steps'>,
  ranges: ReadonlyMap<Node, Range>,
  bits: bigint,
  backEnd: BackEnd,
): Localized | undefined {
  const end = 1n << bits;
  const found = [...ranges].find(([, { least, greatest }]) => -least >= end || greatest >= end);
  if (found === undefined) return undefined;
  const [node, { least, greatest }] = found;
  const step = steps.find((one) => reachable([one.node]).includes(node))?.name ?? 'amount';
  const facts = [...new Set(reachable([node]).flatMap((one) => (one.op === 'fact' ? [one.fact] : [])))].join(', ');
  const told = { step, facts, least: String(least), greatest: String(greatest), isSql: backEnd === 'sql' };
  return inEveryLanguage(words, (w) => w.beyondBits(told));
}
