import { statuses } from '../../routes/statuses.ts';
import { words } from '../../words/made/all.ts';
import { inEveryLanguage } from '../../../../values/language.ts';
import type { BenefitsSite } from '../benefits-site.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HouseServer } from '../../../../building/http/server.ts';
import type { MyCase } from '../../contract/follow.ts';
import { readForm } from '../../../../building/http/form.ts';
import { Problem } from '../../../../building/http/problem.ts';
import { notFound } from '../../../../building/http/common-problems.ts';
import { withoutMarks } from '../../../../building/web-kit/shown/phrases.tsx';
import { myCase, myCases } from '../../follow/my-case.ts';
import { dropMyDraft, myDrafts } from '../../apply/my-drafts.ts';
import { printed, readReceipt, type ReceiptWritten } from '../../apply/receipt.ts';
import { headlineOf, MyCasePage } from '../../screens/family/follow/one-case.tsx';
import { MyCasesPage } from '../../screens/family/follow/my-cases.tsx';
import { followHref, ReceiptPage } from '../../screens/family/follow/receipt.tsx';
import { ThrowAwayPage } from '../../screens/family/apply/throw-away.tsx';
import { TrackPage } from '../../screens/family/follow/track.tsx';
import { WithdrawPage } from '../../screens/family/follow/withdraw.tsx';
import { wordsIn } from '../../screens/family/words/made/all.ts';
import { withdrawCase } from '../../review/withdraw.ts';
import { wordsIn as signInWords } from '../../../families/screens/family/words/made/all.ts';
import { familyAt } from '../../../families/routes/family-at.ts';
import { readId } from '../../../../values/id.ts';
import { sendCode } from '../../../families/pages/sign-in.tsx';
import { addressOf, show } from '../../../hall/pages/site.ts';
import { type FamilyHere, familyHere, formOf } from '../../../families/pages/family-here.ts';

/** Following one's own cases: the list, the receipt, one case, taking it back. */
export function followPages(server: HouseServer, site: BenefitsSite): void {
  server.get('/my', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const [{ cases }, drafts] = await Promise.all([
      myCases(site.house, here.acting),
      myDrafts(site.house, here.acting),
    ]);
    const { language } = request;
    const today = site.house.clock.today();
    const thrownAway = (request.query as { done?: string }).done === 'thrown-away';
    const { formToken } = here.session;
    const body = <MyCasesPage {...{ language, today, cases, drafts, thrownAway, formToken }} />;
    return show(site, request, reply, { title: wordsIn(language).mine.title, body });
  });

  server.get('/receipt/:receipt', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const found = await caseAt(site, request, here);
    const { language } = request;
    const already = (request.query as { already?: string }).already === 'yes';
    const body = <ReceiptPage {...{ language, found, already }} address={followAddress(request, found)} />;
    return show(site, request, reply, { title: wordsIn(language).receipt.title, body });
  });

  server.get('/my/cases/:receipt', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const done = (request.query as { done?: string }).done;
    return casePage(site, request, reply, await caseAt(site, request, here), done);
  });

  throwAwayRoutes(server, site);
  withdrawRoutes(server, site);
  trackRoutes(server, site);
}

/** An unfinished application is thrown away after one more question. One that is gone, or another phone's, leads back to the list. */
function throwAwayRoutes(server: HouseServer, site: BenefitsSite): void {
  server.get('/my/drafts/:draft/throw-away', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const { draft: id } = request.params as { draft: string };
    const draft = (await myDrafts(site.house, here.acting)).find((one) => one.id === id);
    if (draft === undefined) return reply.redirect('/my', 303);
    const { language } = request;
    const body = <ThrowAwayPage {...{ language, draft }} formToken={here.session.formToken} />;
    return show(site, request, reply, { title: wordsIn(language).throwAway.title, body });
  });

  server.post('/my/drafts/:draft/throw-away', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    await formOf(request, here);
    const id = readId<'draft'>((request.params as { draft: string }).draft);
    if (id !== undefined) await dropMyDraft(site.house, here.acting, id);
    return reply.redirect('/my?done=thrown-away', 303);
  });
}

/** The family's case in the address. Another family's is answered as one that doesn't exist. */
export async function caseAt(site: BenefitsSite, request: FastifyRequest, here: FamilyHere): Promise<MyCase> {
  const { receipt } = request.params as { receipt: string };
  const found = await myCase(site.house, here.acting, receipt);
  if (found === undefined) throw new Problem(noSuchCase);
  return found;
}

const noSuchCase = {
  ...notFound,
  code: 'no-such-case',
  title: inEveryLanguage(words, (w) => w.follow.noSuchCaseTitle),
  detail: inEveryLanguage(words, (w) => w.follow.noSuchCaseDetail),
};

function followAddress(request: FastifyRequest, found: MyCase): string {
  return addressOf(request, followHref(found.receipt));
}

/** Shows a case, and first what was just done with it. */
export function casePage(
  site: BenefitsSite,
  request: FastifyRequest,
  reply: FastifyReply,
  found: MyCase,
  done: string | undefined,
  status = 200,
) {
  const { language } = request;
  const words = wordsIn(language);
  const sayings: Readonly<Record<string, { title: string; says?: string; tone: 'good' | 'wait' }>> = {
    withdrawn: { title: words.withdraw.done, tone: 'good' },
    corrected: { title: words.correction.done, tone: 'good' },
    'moved-on': { ...words.changedMeanwhile, tone: 'wait' },
    'too-late': { title: words.withdraw.tooLate, tone: 'wait' },
  };
  const first = done === undefined ? undefined : sayings[done];
  const body = <MyCasePage language={language} found={found} address={followAddress(request, found)} first={first} />;
  return show(site, request, reply, { title: withoutMarks(headlineOf(found, language)), body }, status);
}

function withdrawRoutes(server: HouseServer, site: BenefitsSite): void {
  server.get('/my/cases/:receipt/withdraw', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const found = await caseAt(site, request, here);
    if (!found.mayWithdraw) return casePage(site, request, reply, found, 'too-late');
    const { language } = request;
    const address = followAddress(request, found);
    const body = <WithdrawPage {...{ language, found, address }} formToken={here.session.formToken} />;
    return show(site, request, reply, { title: wordsIn(language).withdraw.title, body });
  });

  server.post('/my/cases/:receipt/withdraw', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const { fields } = await formOf(request, here);
    const found = await caseAt(site, request, here);
    const outcome = await withdrawCase(site.house, here.acting, keyOf(found), Number(fields.get('version')));
    if (outcome.kind === 'done') return reply.redirect(`${followHref(found.receipt)}?done=withdrawn`, 303);
    if (outcome.kind === 'no-such-case') throw new Problem(noSuchCase);
    const now = await caseAt(site, request, here);
    // Sent twice, the second finds it withdrawn: what was asked for has happened.
    if (now.state === 'withdrawn') return reply.redirect(`${followHref(found.receipt)}?done=withdrawn`, 303);
    return casePage(
      site,
      request,
      reply,
      now,
      outcome.kind === 'stale-version' ? 'moved-on' : 'too-late',
      statuses['stale-version'],
    );
  });
}

/** A case as the desk's acts name it. */
export function keyOf(found: MyCase): ReceiptWritten {
  const key = readReceipt(found.receipt);
  if (key === undefined) throw new Error(`A case has a receipt number: ${found.receipt}`);
  return key;
}

function trackRoutes(server: HouseServer, site: BenefitsSite): void {
  server.get('/track', async (request, reply) => {
    const here = await familyAt(site.house, request);
    const receipt = (request.query as { receipt?: string }).receipt ?? '';
    return trackPage(site, request, reply, { receipt, phone: '', signedIn: here.kind === 'family', mistakes: [] });
  });

  server.post('/track', async (request, reply) => {
    const { fields } = await readForm(request);
    const typed = fields.get('receipt')?.trim() ?? '';
    const phone = fields.get('phone')?.trim() ?? '';
    const here = await familyAt(site.house, request);
    const signedIn = here.kind === 'family';
    const words = wordsIn(request.language).track;
    const written = readReceipt(typed);
    const mistakes = [
      ...(typed === '' ? [{ field: 'receipt', words: words.empty }] : []),
      ...(typed !== '' && written === undefined ? [{ field: 'receipt', words: words.notANumber }] : []),
      ...(!signedIn && phone === ''
        ? [{ field: 'phone', words: signInWords(request.language).signIn.emptyPhone }]
        : []),
    ];
    if (mistakes.length > 0 || written === undefined)
      return trackPage(site, request, reply, { receipt: typed, phone, signedIn, mistakes });
    const next = followHref(printed(written));
    if (here.kind !== 'family') return sendCode(site, request, reply, { phone, next, again: false });
    if ((await myCase(site.house, here.acting, typed)) !== undefined) return reply.redirect(next, 303);
    return trackPage(site, request, reply, {
      receipt: typed,
      phone,
      signedIn,
      mistakes: [{ field: 'receipt', words: words.notFound }],
    });
  });
}

function trackPage(
  site: BenefitsSite,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: { receipt: string; phone: string; signedIn: boolean; mistakes: readonly { field: string; words: string }[] },
) {
  const { language } = request;
  const body = <TrackPage language={language} {...shown} />;
  return show(
    site,
    request,
    reply,
    { title: wordsIn(language).track.title, body },
    shown.mistakes.length === 0 ? 200 : statuses.faults,
  );
}
