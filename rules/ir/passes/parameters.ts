import type { Day } from '../../../values/day.ts';
import { valueAtDay } from '../../check/expression/parameter-at.ts';
import type { Parameter } from '../../check/rule/rule.ts';
import { baseOf } from '../../check/expression/types.ts';
import type { Period } from '../../pack/period.ts';
import { codeOf, dateCode, monthCode } from '../lower/encode.ts';
import type { Builder, Graph, GraphParameter, Node } from '../node.ts';
import { rewritten } from './rewrite.ts';

/** From when on, as the IR has dates or months, a parameter has which value (of those known on the day of asking). */
interface Validity {
  readonly from: bigint;
  readonly value: Parameter['values'][number]['value'];
}

/** A month has the value of its first day: a value that starts later in the month holds from the next month on. */
function codeFrom(unit: 'date' | 'month', from: Day): bigint {
  if (unit === 'date') return dateCode(from);
  return monthCode(from) + (from.endsWith('-01') ? 0n : 1n);
}

/** The stretches of time in which the parameter keeps one value, earliest first. */
export function validity(parameter: Parameter, unit: 'date' | 'month', on: Day): readonly Validity[] {
  const days = [...new Set(parameter.values.map(({ from }) => from))].toSorted();
  const stretches: Validity[] = [];
  for (const from of days) {
    const value = valueAtDay(parameter, from, on)?.value;
    const code = codeFrom(unit, from);
    if (value === undefined) continue;
    // Two starts in one month: the later is what the next month finds.
    if (stretches.at(-1)?.from === code) stretches.pop();
    stretches.push({ from: code, value });
  }
  return stretches;
}

function constantFor(build: Builder, { parameter, denominator }: GraphParameter, value: Validity['value']): Node {
  return build.constant(codeOf(value, baseOf(parameter.type), denominator));
}

/**
 * Puts in the values that hold for the period on the day of asking; where they hang on a computed day, one stretch of time after the other.
 */
export function withParameters(graph: Graph, period: Period, on: Day): Graph {
  const found = (key: string): GraphParameter => {
    const parameter = graph.parameters.get(key);
    if (parameter === undefined) throw new Error(`The graph has no parameter ${key}.`);
    return parameter;
  };
  return rewritten(graph, (build, node, [at]) => {
    if (node.op === 'parameter') {
      const parameter = found(node.key);
      const value = valueAtDay(parameter.parameter, period.first, on)?.value;
      if (value === undefined) throw new Error(`The parameter ${node.key} has no value for ${period.text}.`);
      return constantFor(build, parameter, value);
    }
    if (node.op !== 'parameter-at' || at === undefined) return undefined;
    const parameter = found(node.key);
    const [first, ...later] = validity(parameter.parameter, node.unit, on);
    if (first === undefined) throw new Error(`The parameter ${node.key} has no value on ${on}.`);
    const value = later.reduce(
      (before, { from, value }) =>
        build.select(build.binary('less', at, build.constant(from)), before, constantFor(build, parameter, value)),
      constantFor(build, parameter, first.value),
    );
    // Of a day that is not known there is no value, even where all values are the same.
    return build.binary('needs', at, value);
  });
}
