import type { Day } from '../../../values/day.ts';
import type { Period } from '../../pack/period.ts';
import type { DatedValue, Parameter } from '../rule/rule.ts';

type Dated = Pick<Parameter, 'values'>;

/**
 * The value of a parameter for a day, as the law stands for somebody who asks `on` a day: what holds from that day or earlier, of that the
 * last published so far. Undefined before the first value. A parameter's values stand in the order of their publication.
 */
export function valueAtDay({ values }: Dated, day: Day, on: Day): DatedValue | undefined {
  return values.findLast(({ from, published }) => from <= day && (published === undefined || published <= on));
}

/** The days of publication, in order: between two of them it makes no difference on which day somebody asks. */
export function publications(parameters: Iterable<Dated>): readonly Day[] {
  const days = [...parameters].flatMap(({ values }) => values.map(({ published }) => published));
  return [...new Set(days.filter((day) => day !== undefined))].toSorted();
}

/** Before every publication: only what needed none. */
const beforeAll = '0001-01-01' as Day;

/** The first day on which the parameter has a value whenever somebody asks; undefined when there is none. */
export function earliestDay({ values }: Dated): Day | undefined {
  return values
    .filter(({ published }) => published === undefined)
    .map(({ from }) => from)
    .toSorted()[0];
}

/** Whether the parameter has more than one value within the period, on some day of asking. */
export function changesWithin(parameter: Dated, { first, last }: Period): boolean {
  const starts = parameter.values.map(({ from }) => from).filter((from) => from > first && from <= last);
  return [beforeAll, ...publications([parameter])].some((on) => {
    const atFirst = valueAtDay(parameter, first, on);
    return starts.some((day) => valueAtDay(parameter, day, on) !== atFirst);
  });
}
