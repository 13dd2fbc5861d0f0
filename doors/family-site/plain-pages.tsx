import type { HouseServer } from '../../building/http/server.ts';
import { Problem } from '../../building/http/problem.ts';
import { notFound } from '../../building/http/common-problems.ts';
import { said } from '../../building/web-kit/say.ts';
import { DisagreePage } from './pages/disagree.tsx';
import { HelpPage } from './pages/help.tsx';
import { StartPage } from './pages/start.tsx';
import { show, type Site } from '../../office/hall/pages/site.ts';
import { wordsIn } from './words/made/all.ts';

/** Pages that are the same for everyone, and the answer to an address that no site has. */
export function plainPages(server: HouseServer, site: Site): void {
  server.get('/', async (request, reply) => {
    const words = wordsIn(request.language).start;
    const { county } = await site.frame(request);
    const name = said(county, request.language);
    const body = <StartPage words={words} county={name} />;
    return show(site, request, reply, { title: words.title, description: words.description({ county: name }), body });
  });
  server.get('/help', async (request, reply) => {
    const words = wordsIn(request.language).help;
    return show(site, request, reply, { title: words.title, body: <HelpPage words={words} /> });
  });
  server.get('/disagree', async (request, reply) => {
    const words = wordsIn(request.language).disagree;
    return show(site, request, reply, { title: words.title, body: <DisagreePage words={words} /> });
  });
  // What has no page of its own; programs get their answer from the server.
  server.get('/*', async (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    throw new Problem(notFound);
  });
}
