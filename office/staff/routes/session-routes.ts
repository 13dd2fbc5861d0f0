import { z } from 'zod';
import type { HouseServer } from '../../../building/http/server.ts';
import type { House } from '../../hall/house.ts';
import { authorityAt } from '../../hall/routes/authority-at.ts';
import { meOf } from '../me.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { giveCookie, workSessionOf, takeCookie, tooManyUntil } from '../../hall/guard.ts';
import * as signInWire from '../contract/sign-in.ts';
import * as accountWire from '../contract/account.ts';
import { staffWrites } from '../../hall/contract/problem.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import { passwordProblem, wrongCurrentPassword, wrongNameOrPassword } from '../words/problems.ts';
import { statuses } from './statuses.ts';
import { findSession, signOut } from '../../hall/session/sessions.ts';
import { changePassword, signIn } from '../sign-in/sign-in.ts';
import { listed } from './listed.ts';

const signedOut = refusals(staffWrites, statuses);
const cameIn = refusals(signInWire.signInProblems, statuses);
const passwordChanged = refusals(accountWire.changePasswordProblems, statuses);

/** Signing in and out, and one’s own password. */
export function sessionRoutes(server: HouseServer, house: House): void {
  server.post(
    '/api/office/sign-in',
    {
      schema: {
        summary: 'Sign in with name and password',
        tags: ['staff'],
        body: signInWire.signIn,
        response: { 200: signInWire.me, ...cameIn.responses },
      },
    },
    async (request, reply) => {
      const of = await authorityAt(house, request);
      const outcome = await signIn(house, { ...request.body, of, address: request.ip });
      switch (outcome.kind) {
        case 'signed-in': {
          giveCookie(reply, 'staff', outcome.opened);
          const found = await findSession(house, of, outcome.opened.token);
          if (found.kind !== 'found' || found.session.kind === 'family')
            throw new Error('A session that has just begun is open');
          return meOf(house, found.session, outcome.opened.formToken);
        }
        case 'wrong-name-or-password':
          throw cameIn.problem(wrongNameOrPassword);
        case 'too-many-tries':
          throw cameIn.problem(tooManyUntil(outcome.until, house.clock.now()));
        default:
          return unreachable(outcome);
      }
    },
  );

  server.post(
    '/api/office/sign-out',
    { schema: { summary: 'Sign out', tags: ['staff'], response: { 204: z.null(), ...signedOut.responses } } },
    async (request, reply) => {
      await signOut(house, await workSessionOf(house, request));
      takeCookie(reply, 'staff');
      return reply.code(204).send(null);
    },
  );

  server.get(
    '/api/office/me',
    {
      schema: {
        summary: 'Who is signed in, with which duties',
        tags: ['staff'],
        response: { 200: signInWire.me, ...listed.responses },
      },
    },
    async (request) => {
      const session = await workSessionOf(house, request);
      return meOf(house, session, session.formToken);
    },
  );

  server.post(
    '/api/office/password',
    {
      schema: {
        summary: 'Change one’s own password; all other sessions end',
        tags: ['staff'],
        body: accountWire.changePassword,
        response: { 200: signInWire.me, ...passwordChanged.responses },
      },
    },
    async (request, reply) => {
      const session = await workSessionOf(house, request);
      const outcome = await changePassword(house, session, request.body);
      switch (outcome.kind) {
        case 'changed':
          giveCookie(reply, 'staff', outcome.opened);
          return meOf(house, session, outcome.opened.formToken);
        case 'wrong-current-password':
          throw passwordChanged.problem(wrongCurrentPassword);
        case 'too-many-tries':
          throw passwordChanged.problem(tooManyUntil(outcome.until, house.clock.now()));
        case 'too-short':
        case 'too-long':
        case 'too-simple':
        case 'same-as-before':
        case 'holds-the-sign-in-name':
          throw passwordChanged.problem(passwordProblem(outcome.kind));
        default:
          return unreachable(outcome);
      }
    },
  );
}
