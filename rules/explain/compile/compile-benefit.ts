import type { CheckedOf } from '../../check/expression/checked.ts';
import { isUnknown } from './combine.ts';
import type { Evaluation, Evaluator, Sight, Step } from './step.ts';
import { type Gap, SomeDayOf, Unknown, unknownOf, type Value } from './values.ts';

/** What another benefit comes to, and the steps of its rule that say so. */
interface Part {
  readonly value: Value;
  readonly children: readonly Step[];
}

/** What may be drawn: nothing where not eligible, unknown where that is open, unless it would be nothing anyway. */
function amountOf({ eligible, amount }: Evaluation): Part {
  if (amount === undefined) return { value: 0n, children: [eligible] };
  if (eligible.value === true) return { value: amount.value, children: [eligible, amount] };
  if (amount.value === 0n) return { value: 0n, children: [amount] };
  return { value: unknownOf([eligible.value, amount.value]), children: [eligible, amount] };
}

function partOf(evaluation: Evaluation, part: string): Part {
  const { eligible } = evaluation;
  if (part === 'eligible') return { value: eligible.value, children: [eligible] };
  if (part === 'amount') return amountOf(evaluation);
  const step = evaluation.stepOf(part);
  return { value: step.value, children: [step] };
}

/** A fact of the subject is called what this rule calls it, not what the other does. */
function renamed({ family, subject }: Sight, value: Value): Value {
  const nameOf = (gap: Gap): Gap => (gap.person === family.subject ? { ...gap, name: `${subject}.${gap.fact}` } : gap);
  if (value instanceof SomeDayOf) return new SomeDayOf(value.month, nameOf(value.gap));
  return value instanceof Unknown ? new Unknown(value.gaps.map(nameOf)) : value;
}

/** `national.amount`: the other benefit is worked out once, for the same person and period. */
export function compileBenefit(checked: CheckedOf<'benefit'>): Evaluator {
  const { benefit, part } = checked;
  return (sight) => {
    const other = sight.benefit(benefit);
    const { value, children } = partOf(other.evaluation, part);
    const differs = other.benefit.rule.subject !== sight.subject && isUnknown(value);
    return { checked, value: differs ? renamed(sight, value) : value, children, other };
  };
}
