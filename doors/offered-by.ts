import type { FastifyRequest } from 'fastify';
import type { AnsweredProblem } from '../building/http/problem.ts';
import type { WayIn } from '../building/web-kit/shown/doors-list.tsx';
import type { OfficeHouse } from '../office/desks.ts';
import type { Desk } from '../office/hall/desk.ts';

/** What the desks offer people, together: all of it, or what was probably meant by an address that leads nowhere. */
export function offeredBy(open: readonly Desk<OfficeHouse>[], house: OfficeHouse) {
  return async (problem: AnsweredProblem | undefined, request: FastifyRequest): Promise<readonly WayIn[]> =>
    (await Promise.all(open.map(async ({ offers }) => (await offers?.(house, request, problem)) ?? []))).flat();
}
