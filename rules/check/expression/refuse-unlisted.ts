import type { Stretch } from '../../syntax/expression.ts';
import type { Checked } from './checked.ts';
import { type Checking, faultAt } from './fault-at.ts';
import { nearest } from '../tell/nearest.ts';

/**
 * The fault of a text that is compared with an enum and is none of its values: the comparison could never hold. Undefined when all
 * texts may be. `places` are those of the parts.
 */
export function refuseOtherValues(
  checking: Checking,
  places: readonly Stretch[],
  parts: readonly Checked[],
): Checked | undefined {
  const listed = parts.find(({ type }) => type.values !== undefined);
  const values = listed?.type.values;
  if (listed === undefined || values === undefined) return undefined;
  for (const [i, part] of parts.entries()) {
    const place = places[i];
    if (place === undefined || part.kind !== 'constant' || typeof part.value !== 'string') continue;
    if (part.type.base !== 'text' || values.has(part.value)) continue;
    const found = { fact: listed.text, found: part.value, options: [...values.keys()].join(', ') };
    return faultAt(checking, place, 'no-such-value', { values: found, didYouMean: nearest(part.value, values.keys()) });
  }
  return undefined;
}
