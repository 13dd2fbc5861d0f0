import { hallStatuses, isOurs } from '../routes/refusal-statuses.ts';
import type { FastifyRequest } from 'fastify';
import type { AnsweredProblem } from '../../../building/http/problem.ts';
import type { HouseServer } from '../../../building/http/server.ts';
import type { Language } from '../../../values/language.ts';
import type { WayIn } from '../../../building/web-kit/shown/doors-list.tsx';
import type { Page } from './page.tsx';
import { problemOf } from '../../../building/http/translate.ts';
import { said } from '../../../building/web-kit/say.ts';
import { FaultPage } from './fault-page.tsx';
import { show, type Site } from './site.ts';
import { wordsIn } from './words/made/all.ts';
import type { Words } from './words/made/words.ts';

/** The page for a problem: what happened, what to do, that nothing was lost. A problem with a sentence of its own keeps it. */
export function faultPage(
  problem: AnsweredProblem,
  language: Language,
  requestId: string,
  ways: readonly WayIn[] = [],
): Page {
  const words = wordsIn(language).faults;
  const usual = usualWords(problem, words);
  const title = usual?.title ?? said(problem.title, language);
  const detail = problem.detail === undefined ? [] : [said(problem.detail, language)];
  const says = usual === undefined ? detail : [usual.says];
  const number = isOurs(problem.status) ? words.ours.number({ id: requestId }) : undefined;
  const nearest = problem.status === hallStatuses['no-such-record'] ? words.notFound.nearest : undefined;
  const body = <FaultPage title={title} says={says} number={number} nearest={nearest} ways={ways} back={words.back} />;
  return { title, body };
}

/** Our own words for what every site meets; undefined for a problem that only its desk can explain. */
function usualWords(
  { code, status }: AnsweredProblem,
  words: Words['faults'],
): { title: string; says: string } | undefined {
  switch (code) {
    case 'not-found':
      return words.notFound;
    case 'stale-form':
    case 'from-another-site':
      return words.forbidden;
    case 'too-large':
      return words.tooLarge;
    case 'wrong-shape':
    case 'unreadable-body':
    case 'unknown-media-type':
    case 'refused-request':
      return words.unreadable;
    case 'went-wrong':
      return words.ours;
    default:
      return isOurs(status) ? words.ours : undefined;
  }
}

/** Where else somebody may have wanted to go who asked for what is not there. */
type WaysInstead = (problem: AnsweredProblem, request: FastifyRequest) => Promise<readonly WayIn[]>;

/** Problems within this site are shown as its pages, in the reader's size as well as language. */
export function addFaultPages(server: HouseServer, site: Site, instead: WaysInstead): void {
  server.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error, request.language);
    // What we can't explain is told to whoever runs the house, by the server's own handler.
    if (isOurs(problem.status)) throw error;
    void reply.header('cache-control', 'no-store');
    const ways = problem.status === hallStatuses['no-such-record'] ? await instead(problem, request) : [];
    return show(site, request, reply, faultPage(problem, request.language, request.id, ways), problem.status);
  });
}
