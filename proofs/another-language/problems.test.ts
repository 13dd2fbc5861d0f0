import { afterAll, expect, test } from 'vitest';
import { createServer } from '../../building/http/server.ts';
import { problemPage } from '../../office/hall/pages/problem-page.tsx';
import { mountApi } from '../../doors/api/app.ts';
import { testOffice } from '../../office/benefits/testing-office.ts';
import { leaksInText } from './leaks.ts';
import { pseudo } from './pseudo.ts';

// What the interface refuses, it refuses in the reader's language: whichever routes there are, none of them says a sentence of its own.

const { house } = await testOffice();
const routes: { readonly method: string; readonly url: string }[] = [];
const server = await createServer({
  apiPrefix: '/api/',
  api: { title: 'Huijia', version: '0.0.0', description: 'a test' },
  problemPage,
  report: (error) => {
    throw error;
  },
});
server.addHook('onRoute', ({ method, url }) => {
  for (const one of [method].flat()) if (one !== 'HEAD' && url.startsWith('/api/')) routes.push({ method: one, url });
});
await mountApi(server, house);
await server.ready();
afterAll(() => server.close());

test('every route that answers with a problem says it in the invented language', async () => {
  const leaks: string[] = [];
  let problems = 0;
  for (const { method, url } of routes) {
    const path = url.replaceAll(/:\w+/g, 'x');
    const answer = await server.inject({
      method: method as 'GET',
      url: path,
      headers: { 'accept-language': pseudo, 'sec-fetch-site': 'same-origin' },
      ...(method === 'GET' ? {} : { payload: { nothing: true } }),
    });
    if (answer.statusCode < 400) continue;
    problems += 1;
    const { title, detail } = answer.json<{ readonly title: string; readonly detail?: string }>();
    for (const left of leaksInText(`${title}\n${detail ?? ''}`, [])) leaks.push(`${method} ${path}: ${left}`);
  }
  expect(leaks).toEqual([]);
  expect(problems).toBeGreaterThan(40);
});
