import { words } from '../words/made/all.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { EndOfSession } from './session.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How long a session lasts: families 8 hours without use and 7 days in all; staff one working day. */
export const sessionLife = {
  staff: { idleMs: 12 * hour, absoluteMs: 12 * hour },
  family: { idleMs: 8 * hour, absoluteMs: 7 * 24 * hour },
} as const;

/** How a stored session stands at this moment. */
export function sessionStanding(
  session: {
    readonly kind: 'staff' | 'family';
    readonly seenAt: Date;
    readonly expiresAt: Date;
    readonly endedBecause?: Exclude<EndOfSession, 'expired'>;
  },
  now: Date,
): 'open' | EndOfSession {
  if (session.endedBecause !== undefined) return session.endedBecause;
  const idleUntil = session.seenAt.getTime() + sessionLife[session.kind].idleMs;
  return now.getTime() < Math.min(idleUntil, session.expiresAt.getTime()) ? 'open' : 'expired';
}

/** What whoever comes back with an ended session is told. */
export function endOfSessionWords(because: EndOfSession): Localized {
  switch (because) {
    case 'password-changed':
      return inEveryLanguage(words, (w) => w.standing.passwordChanged);
    case 'signed-out':
      return inEveryLanguage(words, (w) => w.standing.signedOut);
    case 'closed-by-office':
      return inEveryLanguage(words, (w) => w.standing.closedByOffice);
    case 'expired':
      return inEveryLanguage(words, (w) => w.standing.expired);
    default:
      return unreachable(because);
  }
}
