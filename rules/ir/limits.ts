import type { Localized } from '../../values/language.ts';
import { type Graph, type Node, reachable } from './node.ts';
import { isNever, type Range } from './ranges.ts';

/** What a back end calls itself in a refusal: `按列测算`, `determined in columns`. */
export interface BackEndWords {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** A day outside the calendar, or before a parameter's first: explain would throw for whoever is affected, so nothing else may go on. */
export function outsideLimits(
  { limits }: Pick<Graph, 'limits'>,
  ranges: ReadonlyMap<Node, Range>,
  doing: BackEndWords,
): Localized | undefined {
  const found = limits.find(({ node, least, greatest }) => {
    const range = ranges.get(node);
    return range !== undefined && !isNever(range) && (range.least < least || range.greatest > greatest);
  });
  return (
    found && {
      'zh-CN': `“${found.text}”有可能落在日历（公元 1 年到 9999 年）之外，或早于参数的第一个取值，因此不能${doing['zh-CN']}。请在规则里限定它的范围。`,
      en: `"${found.text}" may fall outside the calendar (years 1 to 9999) or before a parameter's first value, so it is not ${doing.en}. Bound it in the rule.`,
    }
  );
}

/** A number that might be `2 ** bits` or more, or so far below 0, with the step in which it stands and the facts that it comes of. */
export function beyondBits(
  { steps }: Pick<Graph, 'steps'>,
  ranges: ReadonlyMap<Node, Range>,
  bits: bigint,
  doing: BackEndWords,
): Localized | undefined {
  const end = 1n << bits;
  const found = [...ranges].find(([, { least, greatest }]) => -least >= end || greatest >= end);
  if (found === undefined) return undefined;
  const [node, { least, greatest }] = found;
  const name = steps.find((step) => reachable([step.node]).includes(node))?.name ?? 'amount';
  const facts = [...new Set(reachable([node]).flatMap((one) => (one.op === 'fact' ? [one.fact] : [])))].join(', ');
  return {
    'zh-CN': `步骤 ${name} 里有一个数可能从 ${least} 到 ${greatest}，超出 64 位整数（用到的列：${facts}），因此不能${doing['zh-CN']}。请在规则里用 min 或 max 限定它。`,
    en: `A number within ${name} may be anywhere from ${least} to ${greatest}, beyond 64-bit integers (columns: ${facts}), so it is not ${doing.en}. Bound it in the rule with min or max.`,
  };
}
