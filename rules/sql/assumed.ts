import type { Bilingual } from '../../values/language.ts';
import { dateCode, monthCode } from '../ir/encode.ts';
import { type Graph, type Node, reachable } from '../ir/node.ts';
import { type FactRange, type MostElements, type Range } from '../ir/ranges.ts';

// What the tables of a warehouse must keep to, so that no number of a query leaves 64 bits. The guide tells it and has a query that checks it.

/** Dates and months of the years 1900 to 2200, whole numbers up to a milliard, money up to ten milliard yuan. */
export const assumedRange: FactRange = ({ type, view }) => {
  const [first, last] = [dateCode('1900-01'), dateCode('2200-12-31')];
  if (type === 'date')
    return view === 'month' ? { least: first >> 5n, greatest: last >> 5n } : { least: first, greatest: last };
  if (type === 'month') return { least: monthCode('1900-01'), greatest: monthCode('2200-12') };
  const most = type === 'money' ? 10n ** 12n : type === 'int' ? 10n ** 9n : 0n;
  return { least: -most, greatest: most };
};

/** At most so many people in a household, and so many relatives of one kind. */
export const assumedMost: MostElements = ({ over }) => (over.outer?.relation === 'members' ? 10_000n : 1000n);

/** What is taken apart on the way to a result may be twice as great. */
const mostBits = 62n;

/** A day outside the calendar, or before a parameter's first: explain would throw for whoever is affected. */
export function outsideLimits(limits: Graph['limits'], ranges: ReadonlyMap<Node, Range>): Bilingual | undefined {
  const found = limits.find(({ node, least, greatest }) => {
    const range = ranges.get(node);
    return range !== undefined && (range.least < least || range.greatest > greatest);
  });
  return (
    found && {
      zh: `“${found.text}”有可能落在日历（公元 1 年到 9999 年）之外，或早于参数的第一个取值，因此不能写成 SQL。请在规则里限定它的范围。`,
      en: `"${found.text}" may fall outside the calendar (years 1 to 9999) or before a parameter's first value, so it is not written as SQL. Bound it in the rule.`,
    }
  );
}

/** A number that might not fit 64 bits, with the step in which it stands. */
export function tooWide(steps: Graph['steps'], ranges: ReadonlyMap<Node, Range>): Bilingual | undefined {
  const found = [...ranges].find(([, { least, greatest }]) => -least >= 1n << mostBits || greatest >= 1n << mostBits);
  if (found === undefined) return undefined;
  const [node, { least, greatest }] = found;
  const name = steps.find((step) => reachable([step.node]).includes(node))?.name ?? 'amount';
  const facts = [...new Set(reachable([node]).flatMap((one) => (one.op === 'fact' ? [one.fact] : [])))].join(', ');
  return {
    zh: `步骤 ${name} 里有一个数可能从 ${least} 到 ${greatest}，超出 64 位整数（用到的事实：${facts}），因此不能写成 SQL。请在规则里用 min 或 max 限定它。`,
    en: `A number in the step ${name} may be anywhere from ${least} to ${greatest}, beyond 64-bit integers (facts: ${facts}), so it is not written as SQL. Bound it in the rule with min or max.`,
  };
}
