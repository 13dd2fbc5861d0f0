import { words } from './words/made/all.ts';
import { inEveryLanguage } from '../../values/language.ts';
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem, ProblemWords } from '../../building/http/problem.ts';
import type { Authority } from '../../values/division.ts';
import { staleForm } from '../../building/http/common-problems.ts';
import { sameSecret } from '../../building/identity/token.ts';
import type { House } from './house.ts';
import { atAProvince, looksUp, staffWrites } from './contract/problem.ts';
import { hallStatuses, refusals } from './routes/refusal-statuses.ts';
import type { ProvinceActing, StaffActing } from './who/acting.ts';
import type { Duty } from './who/duty.ts';
import type { EndOfSession, ProvinceSession, StaffSession, WorkSession } from './who/session.ts';
import { actingFor, whoMayWords } from './who/acting-for.ts';
import { endOfSessionWords, sessionLife } from './who/standing.ts';
import { authorityAt, countyAt, provinceAt } from './routes/authority-at.ts';
import { type Purpose, purposeOf } from './who/purpose.ts';
import { findSession, type OpenedSession } from './session/sessions.ts';

// What every route asks first: who is there, and may they? Answers that are refusals are thrown as problems, which the door writes down.

/** Cookies of the two kinds of session: a clerk's own family can be signed in beside their work. */
export const cookieOf = { staff: 'huijia-office', family: 'huijia-family' } as const;

/** What doesn't exist and what lies beyond the asker's division get this one answer: nothing is told apart. */
export const noSuchRecord: ProblemWords<'no-such-record'> = {
  code: 'no-such-record',
  title: inEveryLanguage(words, (w) => w.guard.noSuchRecordTitle),
  detail: inEveryLanguage(words, (w) => w.guard.noSuchRecordDetail),
};

/** Nobody is signed in. */
export const notSignedIn: ProblemWords<'not-signed-in'> = {
  code: 'not-signed-in',
  title: inEveryLanguage(words, (w) => w.guard.notSignedInTitle),
};

/** For a cookie whose session is over, with the reason in a sentence. */
export function endedSession(because: EndOfSession): ProblemWords<EndOfSession> {
  return {
    code: because,
    title: inEveryLanguage(words, (w) => w.guard.endedSessionTitle),
    detail: endOfSessionWords(because),
  };
}

/** With the moment from which it may be tried again. */
export function tooManyUntil(until: Date, now: Date): ProblemWords<'too-many-tries'> {
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
  return {
    code: 'too-many-tries',
    title: inEveryLanguage(words, (w) => w.guard.tooManyUntilTitle),
    detail: inEveryLanguage(words, (w) => w.guard.tooManyUntil({ minutes })),
    more: { until: until.toISOString() },
  };
}

/** How the guard itself refuses. */
export const atTheDoor = refusals([...staffWrites, ...looksUp, ...atAProvince], hallStatuses);

const writing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * The staff member of a county behind the request. A write also carries the session's form token in `x-form-token`. Throws 401, 403, or 404
 * at a province's address.
 */
export async function staffSessionOf(house: House, request: FastifyRequest): Promise<StaffSession> {
  const session = await workSessionAt(house, request, await countyAt(house, request));
  if (session.kind !== 'staff') throw atTheDoor.problem(notSignedIn);
  return session;
}

/** As {@link staffSessionOf}, for whoever works here, in a county or a province: one's own account. */
export async function workSessionOf(house: House, request: FastifyRequest): Promise<WorkSession> {
  return workSessionAt(house, request, await authorityAt(house, request));
}

async function provinceSessionOf(house: House, request: FastifyRequest): Promise<ProvinceSession> {
  const session = await workSessionAt(house, request, await provinceAt(house, request));
  if (session.kind !== 'province') throw atTheDoor.problem(notSignedIn);
  return session;
}

async function workSessionAt(house: House, request: FastifyRequest, at: Authority): Promise<WorkSession> {
  const token = request.cookies[cookieOf.staff];
  if (token === undefined || token === '') throw atTheDoor.problem(notSignedIn);
  const found = await findSession(house, at, token);
  if (found.kind === 'ended') throw atTheDoor.problem(endedSession(found.because));
  if (found.kind === 'none' || found.session.kind === 'family') throw atTheDoor.problem(notSignedIn);
  checkFormToken(request, found.session.formToken);
  return found.session;
}

/** A write needs the token that only a page of this session knows. Throws 403. */
export function checkFormToken(request: FastifyRequest, expected: string): void {
  if (!writing.has(request.method)) return;
  const sent = request.headers['x-form-token'];
  if (typeof sent !== 'string' || !sameSecret(sent, expected)) throw atTheDoor.problem(staleForm);
}

/**
 * The staff member behind the request, acting by the first of `duties` that they hold, or by any. `purpose` is required wherever families
 * are seen: it is what the family reads later. Throws 401, or 403 with a sentence that names who may.
 */
export async function actingStaff(
  house: House,
  request: FastifyRequest,
  duties: readonly Duty[] | 'any',
  purpose?: Purpose,
): Promise<StaffActing> {
  return actingIn(house, await staffSessionOf(house, request), duties, purpose);
}

/** As {@link actingStaff}, for a session already found. */
function actingIn(
  house: House,
  session: StaffSession,
  wanted: readonly Duty[] | 'any',
  purpose?: Purpose,
): StaffActing {
  const [first] = actingsIn(house, session, wanted, purpose);
  return first;
}

/** As {@link actingIn}, by each of `duties` that they hold, in that order. */
export function actingsIn(
  house: House,
  session: StaffSession,
  wanted: readonly Duty[] | 'any',
  purpose?: Purpose,
): readonly [StaffActing, ...StaffActing[]] {
  const duties = wanted === 'any' ? house.introduced.duties.map(({ key }) => key) : wanted;
  const unknown = duties.find((duty) => house.introduced.duties.every(({ key }) => key !== duty));
  if (unknown !== undefined) throw new Error(`An act takes the duty ${unknown}, which no desk introduces`);
  const [first, ...others] = duties.flatMap((duty) => {
    const found = actingFor(session, [duty], purpose);
    return found.kind === 'acting' ? [found.acting] : [];
  });
  if (first === undefined) throw noSuchDuty(house, duties);
  return [first, ...others];
}

function noSuchDuty(house: House, duties: readonly Duty[]): Problem {
  return atTheDoor.problem({
    code: 'no-such-duty',
    title: inEveryLanguage(words, (w) => w.guard.actingInTitle),
    detail: whoMayWords(house.introduced.duties, duties),
    more: { duties },
  });
}

/** The province's staff member behind the request, acting by this duty. Throws 401, 403, or 404 at any other address than a province's. */
export async function actingProvince(house: House, request: FastifyRequest, duty: Duty): Promise<ProvinceActing> {
  const { province, staff, office, duties } = await provinceSessionOf(house, request);
  if (!duties.some((held) => held.duty === duty)) throw noSuchDuty(house, [duty]);
  return { kind: 'province', county: province, who: staff.id, name: staff.name, office: office.name, duty };
}

/** A purpose picked at the counter. Throws 422 for a purpose that isn't on the list. */
export function counterPurpose(house: House, key: string): Purpose {
  const purpose = house.introduced.counterPurposes.find((one) => one.key === key);
  if (purpose !== undefined) return purposeOf(purpose);
  throw atTheDoor.problem({
    code: 'no-purpose',
    title: inEveryLanguage(words, (w) => w.guard.counterPurposeTitle),
    detail: inEveryLanguage(words, (w) => w.guard.counterPurposeDetail),
  });
}

/**
 * Gives the browser the cookie of a session that has just begun. By age, not by date: the browser's clock is its own, and a demonstration's
 * day lies elsewhere. When the session is over is the database's to say.
 */
export function giveCookie(reply: FastifyReply, kind: keyof typeof cookieOf, opened: OpenedSession): void {
  void reply.setCookie(cookieOf[kind], opened.token, { maxAge: Math.floor(sessionLife[kind].absoluteMs / 1000) });
}

export function takeCookie(reply: FastifyReply, kind: keyof typeof cookieOf): void {
  void reply.clearCookie(cookieOf[kind]);
}
