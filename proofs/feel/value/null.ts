import { NotInProfile } from './not-in-profile.ts';
import { compareTemporal, isMoment, isTemporal } from './temporal.ts';
import { reduced } from './decimal.ts';
import {
  asNumber,
  compare as compareAsPacks,
  isList,
  type Known,
  Unknown,
  type Value,
} from '../../../rules/explain/compile/values.ts';

/** FEEL's null. In the standard profile no fact is unknown, so that nothing else is an unknown without a gap. */
export const feelNull = new Unknown([]);

export const isNull = (value: Value): value is Unknown => value instanceof Unknown;

/** Negative, zero or positive as `a` is before, equal to or after `b`. Only values of one ordered type are compared. */
export function compare(a: Known, b: Known): number {
  return isTemporal(a) && isTemporal(b) ? compareTemporal(a, b) : compareAsPacks(a, b);
}

/** Whether both are null, or both are the same; lists item by item. Never null itself. */
export function equal(a: Value, b: Value): boolean {
  if (isNull(a) || isNull(b)) return isNull(a) && isNull(b);
  if (isList(a) || isList(b))
    return isList(a) && isList(b) && a.length === b.length && a.every((item, i) => equal(item, b[i] ?? feelNull));
  return compare(a as Known, b as Known) === 0;
}

/** Whether both are the very same: also written in the same offset or zone. */
export function same(a: Value, b: Value): boolean {
  if (isTemporal(a) && isTemporal(b) && isMoment(a) && isMoment(b))
    return a.day === b.day && a.nanos === b.nanos && a.offset === b.offset && a.zone === b.zone;
  return isTemporal(a) && isTemporal(b) ? compareTemporal(a, b) === 0 : equal(a, b);
}

/** The number when it is whole; what engines do with another differs. */
export function wholeNumber(value: Value): bigint {
  const found = reduced(asNumber(value));
  if (typeof found !== 'bigint') throw new NotInProfile('number-not-whole');
  return found;
}
