import { z } from 'zod';
import type { HouseServer } from '../../../building/http/server.ts';
import type { House } from '../../hall/house.ts';
import type { StaffId } from '../../../values/id.ts';
import { inWords } from '../me.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { resetPassword, setActive } from '../accounts.ts';
import { actingStaff, noSuchRecord } from '../../hall/guard.ts';
import { duty, idOf } from '../../hall/contract/wire.ts';
import * as wire from '../contract/duties.ts';
import { refusals } from '../../hall/routes/refusal-statuses.ts';
import { dutyProblem, notForYou } from '../words/problems.ts';
import { statuses } from './statuses.ts';
import { grantDuty, listStaff, withdrawDuty } from '../duties.ts';
import { listed } from './listed.ts';

const granted = refusals(wire.grantDutyProblems, statuses);
const withdrawn = refusals(wire.withdrawDutyProblems, statuses);
const others = refusals(wire.othersAccountProblems, statuses);
const staffParams = z.object({ id: idOf<StaffId>() });

/** Who holds which duty. */
export function dutyRoutes(server: HouseServer, house: House): void {
  server.get(
    '/api/office/staff',
    {
      schema: {
        summary: 'Staff and their duties',
        tags: ['staff'],
        response: { 200: wire.staffList, ...listed.responses },
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
        body: wire.grantDuty,
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

/** Accounts that an administrator looks after. */
export function accountRoutes(server: HouseServer, house: House): void {
  const reset = {
    summary: 'Give a new password to somebody who forgot theirs',
    tags: ['staff'],
    params: staffParams,
    response: { 200: wire.passwordReset, ...others.responses },
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
    body: wire.staffChange,
    response: { 204: z.null(), ...others.responses },
  };
  server.patch('/api/office/staff/:id', { schema: change }, async (request, reply) => {
    const acting = await actingStaff(house, request, ['administer']);
    const outcome = await setActive(house, acting, request.params.id, request.body.active);
    if (outcome.kind !== 'set') throw others.problem(notForYou(outcome));
    return reply.code(204).send(null);
  });
}
