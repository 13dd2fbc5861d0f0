import { z } from 'zod';
import { codesOf } from '../../building/http/described.ts';
import { anywhere, takingIn } from '../../building/http/common-problems.ts';
import type { HouseServer } from '../../building/http/server.ts';
import { problem } from '../../office/hall/contract/problem.ts';

const readingMethods = new Set<unknown>(['GET', 'HEAD']);

/** Every route that follows may refuse before its desk is asked, or fail: its description lists those codes beside the desk's own. */
export function describeProblems(server: HouseServer): void {
  server.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/')) return;
    const reads = [route.method].flat().every((method) => readingMethods.has(method));
    const responses = (route.schema?.response ?? {}) as Readonly<Record<string, unknown>>;
    const common = Map.groupBy([...anywhere, ...(reads ? [] : takingIn)], ({ status }) => status);
    const described = [...common].map(([status, problems]) => {
      const own = responses[status];
      const codes = new Set([...(codesOf(own) ?? []), ...problems.map(({ code }) => code)]);
      return [status, (own instanceof z.ZodObject ? own : problem).extend({ code: z.enum([...codes]) })] as const;
    });
    route.schema = { ...route.schema, response: { ...responses, ...Object.fromEntries(described) } };
  });
}
