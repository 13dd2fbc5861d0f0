import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { inTransaction } from '../../../building/database/transaction.ts';
import type { House } from '../../hall/house.ts';
import { type FamilyActing, settingsOf } from '../../hall/who/acting.ts';
import { atTheDoor, checkFormToken, cookieOf, endedSession, notSignedIn } from '../../hall/guard.ts';
import type { EndOfSession, FamilySession } from '../../hall/who/session.ts';
import { countyAt } from '../../hall/routes/authority-at.ts';
import { findSession } from '../../hall/session/sessions.ts';
import { ownerOfPhone } from '../find/find-store.ts';

/** Who stands behind a request to a page for families. */
export type FamilyAtTheDoor =
  | { readonly kind: 'family'; readonly session: FamilySession; readonly acting: FamilyActing }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'ended'; readonly because: EndOfSession };

/** The family behind a request. A page's forms carry `session.formToken` themselves, and the page checks it. */
export async function familyAt(house: House, request: FastifyRequest): Promise<FamilyAtTheDoor> {
  const token = request.cookies[cookieOf.family];
  if (token === undefined || token === '') return { kind: 'nobody' };
  const found = await findSession(house, await countyAt(house, request), token);
  if (found.kind === 'ended') return found;
  if (found.kind === 'none' || found.session.kind !== 'family') return { kind: 'nobody' };
  const { session } = found;
  return { kind: 'family', session, acting: await actingOf(house, session) };
}

/**
 * The family acting in a session. Who owns the phone is asked anew each time: a number that the counter has moved to another person, or an
 * owner who was entered since, counts at once.
 */
async function actingOf(house: House, session: FamilySession): Promise<FamilyActing> {
  const { county, phone, phoneBlind } = session;
  const owner = await inTransaction(house.db, settingsOf({ kind: 'sign-in', county, phoneBlind }), (trx) =>
    ownerOfPhone(trx, county, phoneBlind),
  );
  const known = owner === undefined ? {} : { who: owner.id, family: owner.family, name: owner.name };
  return { kind: 'family', county, phoneBlind, phone, ...known };
}

/** The family behind a request of the API; a write carries `x-form-token`. Throws 401 or 403. */
export async function actingFamily(house: House, request: FastifyRequest): Promise<FamilyActing> {
  const found = await familyAt(house, request);
  if (found.kind === 'ended') throw atTheDoor.problem(endedSession(found.because));
  if (found.kind === 'nobody') throw atTheDoor.problem(notSignedIn);
  checkFormToken(request, found.session.formToken);
  return found.acting;
}
