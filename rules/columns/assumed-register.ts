import type { CheckedRule } from '../check/rule/rule.ts';
import { textsIn } from '../check/expression/texts.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type ColumnInfo, packedDate, type RegisterInfo } from './shard.ts';

/** What facts lie between where no register says so. Registers know better: they hold what their columns lie between. */
const assumedRanges = {
  /** 1900 to 2200. */
  date: { least: BigInt(packedDate(1900, 1, 1)), greatest: BigInt(packedDate(2199, 12, 31)) },
  month: { least: 1900n * 12n, greatest: 2199n * 12n + 11n },
  int: { least: -1_000_000_000n, greatest: 1_000_000_000n },
  /** Ten trillion yuan. */
  money: { least: -1_000_000_000_000_000n, greatest: 1_000_000_000_000_000n },
} as const;

/** The rules of a pack, its own and those of the benefits that it refers to. */
function rulesOf(rule: CheckedRule): readonly CheckedRule[] {
  return [rule, ...[...rule.benefits.values()].flatMap((benefit) => rulesOf(benefit.rule))];
}

/**
 * A register that holds every fact of the rule, for showing what a pack compiles to where no register is at hand. Facts that the pack
 * declares nullable have gaps.
 */
export function assumedRegister(rule: CheckedRule, vocabulary: Vocabulary): RegisterInfo {
  const rules = rulesOf(rule);
  const texts = rules.flatMap(({ eligible, amount, lets, parameters }) => [
    ...[eligible, amount, ...lets.map(({ checked }) => checked)].flatMap(textsIn),
    ...[...parameters.values()].flatMap(({ type, values }) =>
      type === 'text' ? values.map(({ written }) => written) : [],
    ),
  ]);
  const dictionary = [...new Set(texts)];
  const columns = new Map<string, ColumnInfo>();
  for (const { fact, type, nullable } of rules.flatMap(({ facts }) => [...facts.values()])) {
    if (!vocabulary.facts.has(fact) || type === 'ratio') continue;
    const isText = type === 'text' || type === 'enum';
    const range =
      type === 'boolean'
        ? { least: 0n, greatest: 1n }
        : isText
          ? { least: 0n, greatest: BigInt(Math.max(0, dictionary.length - 1)) }
          : assumedRanges[type];
    const width = type === 'boolean' ? 8 : type === 'money' || type === 'int' ? 64 : 32;
    columns.set(fact, { fact, type, width, ...range, unknown: nullable ? 1 : 0, onlyMonth: 0 });
  }
  return {
    columns,
    dictionary,
    linksKnown: true,
    householdsKnown: true,
    largestHousehold: 4096,
    mostLinks: 64,
    largestShard: 4096,
  };
}
