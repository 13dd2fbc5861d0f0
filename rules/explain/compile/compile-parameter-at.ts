import type { Day } from '../../../values/day.ts';
import type { CheckedOf } from '../../check/expression/checked.ts';
import { valueAtDay } from '../../check/expression/parameter-at.ts';
import type { DatedValue } from '../../check/rule/rule.ts';
import { isUnknown, strictly } from './combine.ts';
import { OutOfRange } from './operations.ts';
import type { Evaluator, Sight } from './step.ts';
import { asText, type Known } from './values.ts';

/** The value on a date, or on the first day of a month. Throws {@link OutOfRange} before the parameter's first value. */
function datedAt({ parameters, family }: Sight, name: string, at: Known): DatedValue {
  const written = asText(at);
  const parameter = parameters.get(name);
  const found =
    parameter && valueAtDay(parameter, (written.length === 7 ? `${written}-01` : written) as Day, family.on);
  if (found === undefined) throw new OutOfRange(`The parameter ${name} has no value on ${written}.`);
  return found;
}

/** `valueAt(monthly, m)`; `at` gives the date or the month. */
export function compileParameterAt(checked: CheckedOf<'parameter-at'>, at: Evaluator): Evaluator {
  return (sight) => {
    const day = at(sight);
    const applied: DatedValue[] = [];
    const value = strictly([day.value], 'all', ([known = '']) => {
      const dated = datedAt(sight, checked.name, known);
      applied.push(dated);
      return dated.value;
    });
    const [dated] = isUnknown(value) ? [] : applied;
    return { checked, value, children: [day], ...(dated && { dated }) };
  };
}
