import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AnsweredProblem } from './problem.ts';

/** The closed list of codes that a response's schema allows; undefined where it has none. */
export function codesOf(schema: unknown): readonly string[] | undefined {
  const code: unknown = schema instanceof z.ZodObject ? schema.shape['code'] : undefined;
  return code instanceof z.ZodEnum ? code.options.map(String) : undefined;
}

/** Whether a route that lists the codes it may answer with lists this one. */
export function isDescribed({ routeOptions }: FastifyRequest, { status, code }: AnsweredProblem): boolean {
  const responses = routeOptions.schema?.response as Readonly<Record<string, unknown>> | undefined;
  const lists = Object.values(responses ?? {}).flatMap((schema) => codesOf(schema) ?? []);
  return lists.length === 0 || (codesOf(responses?.[status])?.includes(code) ?? false);
}
