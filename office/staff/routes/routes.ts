import { countyAt } from '../../hall/counties/at-the-door.ts';
import { inWords, meOf } from '../me.ts';
import type { HouseServer } from '../../../building/http/server.ts';
import type { House } from '../../hall/house.ts';
import { z } from 'zod';
import { unreachable } from '../../../values/unreachable.ts';
import type { StaffId } from '../../../values/id.ts';
import { resetPassword, setActive } from '../accounts.ts';
import { actingStaff, giveCookie, noSuchRecord, staffSessionOf, takeCookie, tooManyUntil } from '../../hall/guard.ts';
import { duty, idOf } from '../../hall/contract/wire.ts';
import * as signInWire from '../contract/sign-in.ts';
import * as divisionsWire from '../contract/divisions.ts';
import * as purposesWire from '../contract/purposes.ts';
import * as accountWire from '../contract/account.ts';
import * as dutiesWire from '../contract/duties.ts';
import { staffReads, staffWrites } from '../../hall/contract/problem.ts';
import { refusals } from '../../hall/routes/refusals.ts';
import {
  dutyProblem,
  notForYou,
  passwordProblem,
  wrongCurrentPassword,
  wrongNameOrPassword,
} from '../words/problems.ts';
import { statuses } from './statuses.ts';
import { listDivisions } from '../../hall/divisions/divisions.ts';
import { grantDuty, listStaff, withdrawDuty } from '../duties.ts';
import { findSession, signOut } from '../../hall/session/sessions.ts';
import { changePassword, signIn } from '../sign-in/sign-in.ts';

const listed = refusals(staffReads, statuses);
const signedOut = refusals(staffWrites, statuses);
const cameIn = refusals(signInWire.signInProblems, statuses);
const passwordChanged = refusals(accountWire.changePasswordProblems, statuses);
const granted = refusals(dutiesWire.grantDutyProblems, statuses);
const withdrawn = refusals(dutiesWire.withdrawDutyProblems, statuses);
const others = refusals(dutiesWire.othersAccountProblems, statuses);

/** Sign-in, one's own account, duties, divisions. */
export function staffRoutes(server: HouseServer, house: House): void {
  sessionRoutes(server, house);
  dutyRoutes(server, house);
  accountRoutes(server, house);

  server.get(
    '/api/office/divisions',
    {
      schema: {
        summary: 'The divisions within one’s own',
        tags: ['staff'],
        response: { 200: divisionsWire.divisionList, ...listed.responses },
      },
    },
    async (request) => {
      const acting = await actingStaff(house, request, 'any');
      return { divisions: [...(await listDivisions(house, acting))] };
    },
  );

  server.get(
    '/api/office/purposes',
    {
      schema: {
        summary: 'Why a person may be looked up',
        tags: ['staff'],
        response: { 200: purposesWire.purposeList, ...listed.responses },
      },
    },
    async (request) => {
      await staffSessionOf(house, request);
      return { purposes: house.introduced.counterPurposes.map(({ key, words }) => ({ key, words: words('') })) };
    },
  );
}

function sessionRoutes(server: HouseServer, house: House): void {
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
      const county = await countyAt(house, request);
      const outcome = await signIn(house, { ...request.body, county, address: request.ip });
      switch (outcome.kind) {
        case 'signed-in': {
          giveCookie(reply, 'staff', outcome.opened);
          const found = await findSession(house, county, outcome.opened.token);
          if (found.kind !== 'found' || found.session.kind !== 'staff')
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
      await signOut(house, await staffSessionOf(house, request));
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
      const session = await staffSessionOf(house, request);
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
      const session = await staffSessionOf(house, request);
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

const staffParams = z.object({ id: idOf<StaffId>() });

function dutyRoutes(server: HouseServer, house: House): void {
  server.get(
    '/api/office/staff',
    {
      schema: {
        summary: 'Staff and their duties',
        tags: ['staff'],
        response: { 200: dutiesWire.staffList, ...listed.responses },
      },
    },
    async (request) => {
      const staff = await listStaff(house, await actingStaff(house, request, ['administer']));
      return { staff: staff.map((one) => ({ ...one, duties: one.duties.map((held) => inWords(house, held)) })) };
    },
  );

  server.post(
    '/api/office/staff/:id/duties',
    {
      schema: {
        summary: 'Grant a duty',
        tags: ['staff'],
        params: staffParams,
        body: dutiesWire.grantDuty,
        response: { 204: z.null(), ...granted.responses },
      },
    },
    async (request, reply) => {
      const acting = await actingStaff(house, request, ['administer']);
      const outcome = await grantDuty(house, acting, { staffId: request.params.id, ...request.body });
      switch (outcome.kind) {
        case 'granted':
          return reply.code(204).send(null);
        case 'no-such-staff':
          throw granted.problem(noSuchRecord);
        case 'unknown-duty':
        case 'to-oneself':
        case 'beyond-own-division':
        case 'four-powers-combined':
          throw granted.problem(dutyProblem(outcome, request.body.duty, house.introduced.duties));
        default:
          return unreachable(outcome);
      }
    },
  );

  server.delete(
    '/api/office/staff/:id/duties/:duty',
    {
      schema: {
        summary: 'Take a duty back',
        tags: ['staff'],
        params: staffParams.extend({ duty }),
        response: { 204: z.null(), ...withdrawn.responses },
      },
    },
    async (request, reply) => {
      const acting = await actingStaff(house, request, ['administer']);
      const outcome = await withdrawDuty(house, acting, { staffId: request.params.id, duty: request.params.duty });
      if (outcome.kind === 'no-such-staff' || outcome.kind === 'not-held') throw withdrawn.problem(noSuchRecord);
      return reply.code(204).send(null);
    },
  );
}

function accountRoutes(server: HouseServer, house: House): void {
  const reset = {
    summary: 'Give a new password to somebody who forgot theirs',
    tags: ['staff'],
    params: staffParams,
    response: { 200: dutiesWire.passwordReset, ...others.responses },
  };
  server.post('/api/office/staff/:id/password', { schema: reset }, async (request) => {
    const acting = await actingStaff(house, request, ['administer']);
    const outcome = await resetPassword(house, acting, request.params.id);
    if (outcome.kind !== 'reset') throw others.problem(notForYou(outcome));
    return { password: outcome.password };
  });

  const change = {
    summary: 'Close or open somebody’s account',
    tags: ['staff'],
    params: staffParams,
    body: dutiesWire.staffChange,
    response: { 204: z.null(), ...others.responses },
  };
  server.patch('/api/office/staff/:id', { schema: change }, async (request, reply) => {
    const acting = await actingStaff(house, request, ['administer']);
    const outcome = await setActive(house, acting, request.params.id, request.body.active);
    if (outcome.kind !== 'set') throw others.problem(notForYou(outcome));
    return reply.code(204).send(null);
  });
}
