import { countyAt } from '../../hall/routes/authority-at.ts';
import { z } from 'zod';
import type { HouseServer } from '../../../building/http/server.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { House } from '../../hall/house.ts';
import { checkFormToken, endedSession, giveCookie, notSignedIn, takeCookie, tooManyUntil } from '../../hall/guard.ts';
import { familyReads } from '../../hall/contract/problem.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import { signOut } from '../../hall/session/sessions.ts';
import { familyAt, actingFamily } from './family-at.ts';
import { maskedPhone } from '../case.ts';
import * as signInWire from '../contract/sign-in.ts';
import * as recordWire from '../contract/record.ts';
import { fieldsHeld } from '../../hall/fields/held.ts';
import { askForCode, codeMinutes, signInWithCode } from '../sign-in/phone-sign-in.ts';
import { ownRecord } from '../find/record.ts';
import { familyOf } from '../find/wire.ts';
import { codeOver, wrongCode } from '../words/sign-in-problems.ts';
import { statuses } from './statuses.ts';

const known = refusals(familyReads, statuses);
const asked = refusals(signInWire.askForCodeProblems, statuses);
const cameIn = refusals(signInWire.signInProblems, statuses);

/** Families for themselves: coming in by phone, and what the office holds of them. */
export function myRoutes(server: HouseServer, house: House): void {
  signInRoutes(server, house);

  const session = {
    summary: 'Who is signed in',
    tags: ['family'],
    response: { 200: signInWire.mySession, ...known.responses },
  };
  server.get('/api/my/session', { schema: session }, async (request) => {
    const found = await familyAt(house, request);
    if (found.kind === 'ended') throw known.problem(endedSession(found.because));
    if (found.kind === 'nobody') throw known.problem(notSignedIn);
    const { acting } = found;
    return {
      formToken: found.session.formToken,
      maskedPhone: maskedPhone(found.session.phone),
      registered: acting.who !== undefined,
      ...(acting.name === undefined ? {} : { name: acting.name }),
    };
  });

  const record = {
    summary: 'What the office holds of the family, and why',
    tags: ['family'],
    response: { 200: recordWire.myRecord, ...known.responses },
  };
  server.get('/api/my/record', { schema: record }, async (request) => {
    const family = await ownRecord(house, await actingFamily(house, request));
    return { ...(family === undefined ? {} : { family: familyOf(family) }), fields: [...fieldsHeld(house.introduced)] };
  });
}

function signInRoutes(server: HouseServer, house: House): void {
  const ask = {
    summary: 'Ask for a sign-in code by text message',
    tags: ['family'],
    body: signInWire.askForCode,
    response: { 200: signInWire.codeSent, ...asked.responses },
  };
  server.post('/api/my/sign-in/code', { schema: ask }, async (request) => {
    const county = await countyAt(house, request);
    const outcome = await askForCode(house, { ...request.body, county, address: request.ip });
    switch (outcome.kind) {
      case 'sent': {
        const { maskedPhone: shown, sampleCode } = outcome;
        return { maskedPhone: shown, validMinutes: codeMinutes, ...(sampleCode === undefined ? {} : { sampleCode }) };
      }
      case 'wrong-phone':
        throw asked.problem({ code: outcome.fault.code, title: outcome.fault.words });
      case 'too-many-tries':
        throw asked.problem(tooManyUntil(outcome.until, house.clock.now()));
      case 'not-sent':
        throw asked.problem({ code: 'not-sent', title: outcome.words });
      default:
        return unreachable(outcome);
    }
  });

  const come = {
    summary: 'Sign in with the code',
    tags: ['family'],
    body: signInWire.signInWithCode,
    response: { 200: signInWire.signedInFamily, ...cameIn.responses },
  };
  server.post('/api/my/sign-in', { schema: come }, async (request, reply) => {
    const county = await countyAt(house, request);
    const outcome = await signInWithCode(house, { ...request.body, county, address: request.ip });
    switch (outcome.kind) {
      case 'signed-in': {
        giveCookie(reply, 'family', outcome.opened);
        const { formToken, expiresAt } = outcome.opened;
        return { formToken, expiresAt: expiresAt.toISOString(), registered: outcome.registered };
      }
      case 'wrong-phone':
        throw cameIn.problem({ code: outcome.fault.code, title: outcome.fault.words });
      case 'wrong-code':
        throw cameIn.problem(wrongCode(outcome.triesLeft));
      case 'code-over':
        throw cameIn.problem(codeOver);
      case 'too-many-tries':
        throw cameIn.problem(tooManyUntil(outcome.until, house.clock.now()));
      default:
        return unreachable(outcome);
    }
  });

  const leave = { summary: 'Sign out', tags: ['family'], response: { 204: z.null() } };
  server.post('/api/my/sign-out', { schema: leave }, async (request, reply) => {
    const found = await familyAt(house, request);
    if (found.kind === 'family') {
      checkFormToken(request, found.session.formToken);
      await signOut(house, found.session);
    }
    takeCookie(reply, 'family');
    return reply.code(204).send(null);
  });
}
