import type { StaffId } from '../../../values/id.ts';
import type { Duty } from '../../hall/who/duty.ts';
import type { CaseEvent, Happening } from './case.ts';
import { unreachable } from '../../../values/unreachable.ts';

/** A part that a staff member has in a case. */
export type Hand = 'receive' | 'review' | 'confirm';

/** Who signs: the duty they act by, and the part they had in this case before, if any ({@link earlierHand}). */
export interface Signer {
  readonly duty: Duty;
  readonly earlier?: Hand;
}

/**
 * The part that a staff member has had in the case by its timeline. Who asked the family for something goes on with the same review and has
 * not acted twice; who passed, sent back or decided is done with the case.
 */
export function earlierHand(timeline: readonly CaseEvent[], who: StaffId, duty: Duty): Hand | undefined {
  for (const { by, kind } of timeline) {
    if (by.kind !== 'staff' || by.id !== who) continue;
    const hand = handOf(kind);
    if (hand !== undefined && (kind !== 'correction-asked' || duty !== 'review')) return hand;
  }
  return undefined;
}

/** At which step an event is a staff member's hand in the case; undefined for what nobody's duty needs to be kept apart from. */
function handOf(kind: Happening['kind']): Hand | undefined {
  switch (kind) {
    case 'received':
    case 'corrected':
      return 'receive';
    case 'correction-asked':
    case 'review-passed':
    case 'review-refused':
      return 'review';
    case 'sent-back':
    case 'confirmed':
    case 'refused':
      return 'confirm';
    case 'withdrawn':
    case 'deadline-moved':
      return undefined;
    default:
      return unreachable(kind);
  }
}
