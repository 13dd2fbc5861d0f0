import { z } from 'zod';
import { Problem, type ProblemWords } from '../../../building/http/problem.ts';
import { type HallProblem, problem } from '../contract/problem.ts';

// Where a refusal gets its HTTP status. What decides and what words it know none.

type Status = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 421 | 422 | 429 | 500 | 502 | 503;

/** The status of each code. A desk's map is closed: a code without a status does not compile, nor one that no list has. */
export type Statuses<Code extends string> = Readonly<Record<Code, Status>>;

/** How an endpoint refuses: by the codes of its list alone. */
export interface Refusals<Code extends string> {
  /** For the route's schema: by status, a problem with its closed list of codes. */
  readonly responses: Readonly<Record<Status, typeof problem>>;
  /** To be thrown. */
  readonly problem: (words: ProblemWords<Code>) => Problem;
}

/** The refusals of an endpoint by its contract's list. `shapes`: what a problem of that status carries beside its words. */
export function refusals<Code extends string>(
  codes: readonly Code[],
  statusOf: Statuses<Code>,
  shapes: Readonly<Partial<Record<Status, z.ZodObject>>> = {},
): Refusals<Code> {
  const byStatus = Map.groupBy(codes, (code) => statusOf[code]);
  const responses = [...byStatus].map(([status, these]) => [
    status,
    (shapes[status] ?? problem).extend({ code: z.enum(these) }),
  ]);
  return {
    responses: Object.fromEntries(responses) as Refusals<Code>['responses'],
    problem: (words) => new Problem({ ...words, status: statusOf[words.code] }),
  };
}

/** Of the codes that any desk may answer with. */
export const hallStatuses: Statuses<HallProblem> = {
  'not-signed-in': 401,
  'signed-out': 401,
  'password-changed': 401,
  'closed-by-office': 401,
  expired: 401,
  'no-such-duty': 403,
  'stale-form': 403,
  'no-such-record': 404,
  'only-figures-here': 404,
  'no-province-here': 404,
  'no-such-address': 421,
  'no-purpose': 422,
  'too-many-tries': 429,
  'no-county-yet': 503,
};

/** Whether it is the house that failed, and not the request. */
export const isOurs = (status: number): boolean => status >= 500;
