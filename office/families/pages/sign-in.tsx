import { statuses } from '../routes/statuses.ts';
import { countyAt } from '../../hall/routes/authority-at.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HouseServer } from '../../../building/http/server.ts';
import type { CameFor } from '../screens/family/sign-in.tsx';
import { readForm } from '../../../building/http/form.ts';
import { Problem } from '../../../building/http/problem.ts';
import { staleForm } from '../../../building/http/common-problems.ts';
import { sameSecret } from '../../../building/identity/token.ts';
import { said } from '../../../building/web-kit/say.ts';
import { familyAt } from '../routes/family-at.ts';
import { maskedPhone } from '../case.ts';
import { askForCode, codeMinutes, signInWithCode } from '../sign-in/phone-sign-in.ts';
import { CodePage, PhonePage } from '../screens/family/sign-in.tsx';
import { wordsIn } from '../screens/family/words/made/all.ts';
import { giveCookie, takeCookie, tooManyUntil } from '../../hall/guard.ts';
import { signOut } from '../../hall/session/sessions.ts';
import { isInvented } from '../../../values/division.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { safeNext, show, type Site } from '../../hall/pages/site.ts';

type Query = Readonly<Record<string, string | undefined>>;

/** What the reader came for, told by where they want to go. */
function cameFor(next: string): CameFor {
  if (next.startsWith('/apply/')) return 'apply';
  return next.startsWith('/my/cases/') ? 'track' : 'mine';
}

/** The code a phone was sent, shown again in a sample county when the first try was wrong. */
interface Asked {
  readonly phone: string;
  readonly next: string;
  readonly sampleCode?: string | undefined;
}

/** Coming in by a code on the phone, and going out. */
export function signInPages(server: HouseServer, site: Site): void {
  server.get('/sign-in', async (request, reply) => {
    const query = request.query as Query;
    const words = wordsIn(request.language).signIn;
    const before =
      query['out'] === 'yes'
        ? { words: words.signedOut, tone: 'good' as const }
        : query['ended'] === 'yes'
          ? { words: words.ended, tone: 'wait' as const }
          : undefined;
    return phonePage(site, request, reply, { next: safeNext(query['next'], '/my'), phone: '', before });
  });

  server.post('/sign-in', async (request, reply) => {
    const { fields } = await readForm(request);
    const next = safeNext(fields.get('next'), '/my');
    return sendCode(site, request, reply, { phone: fields.get('phone') ?? '', next, again: fields.has('code') });
  });

  server.post('/sign-in/code', async (request, reply) => {
    const { fields } = await readForm(request);
    const invented = isInvented(await countyAt(site.house, request));
    const asked: Asked = {
      phone: fields.get('phone') ?? '',
      next: safeNext(fields.get('next'), '/my'),
      sampleCode: invented ? (fields.get('sample-code') ?? undefined) : undefined,
    };
    return enter(site, request, reply, asked, fields.get('code') ?? '');
  });

  server.post('/sign-out', async (request, reply) => {
    const { fields } = await readForm(request);
    const here = await familyAt(site.house, request);
    if (here.kind === 'family') {
      if (!sameSecret(fields.get('form-token') ?? '', here.session.formToken)) throw new Problem(staleForm);
      await signOut(site.house, here.session);
    }
    takeCookie(reply, 'family');
    return reply.redirect('/sign-in?out=yes', 303);
  });
}

/** Sends a code and shows the page that asks for it. `again`: the reader already has that page before them. */
export async function sendCode(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { phone, next, again }: { phone: string; next: string; again: boolean },
) {
  const words = wordsIn(request.language).signIn;
  if (phone.trim() === '') return phonePage(site, request, reply, { next, phone, mistake: words.emptyPhone });
  const outcome = await askForCode(site.house, {
    county: await countyAt(site.house, request),
    phone,
    address: request.ip,
  });
  switch (outcome.kind) {
    case 'sent':
      return codePage(site, request, reply, { phone: outcome.phone, next, sampleCode: outcome.sampleCode });
    case 'wrong-phone':
      return phonePage(site, request, reply, { next, phone, mistake: said(outcome.fault.words, request.language) });
    case 'not-sent':
      return phonePage(site, request, reply, { next, phone, mistake: said(outcome.words, request.language) });
    case 'too-many-tries': {
      const wait = tooManyUntil(outcome.until, site.house.clock.now()).detail;
      const mistake = wait === undefined ? words.tooMany : said(wait, request.language);
      return again
        ? codePage(site, request, reply, { phone, next }, { mistake, status: statuses['too-many-tries'] })
        : phonePage(site, request, reply, { next, phone, mistake, status: statuses['too-many-tries'] });
    }
    default:
      return unreachable(outcome);
  }
}

async function enter(site: Site, request: FastifyRequest, reply: FastifyReply, asked: Asked, code: string) {
  const words = wordsIn(request.language).signIn;
  if (code.trim() === '') return codePage(site, request, reply, asked, { mistake: words.emptyCode });
  const { phone } = asked;
  const county = await countyAt(site.house, request);
  const outcome = await signInWithCode(site.house, { county, phone, code, address: request.ip });
  switch (outcome.kind) {
    case 'signed-in':
      giveCookie(reply, 'family', outcome.opened);
      return reply.redirect(asked.next, 303);
    case 'wrong-phone':
      return phonePage(site, request, reply, {
        ...asked,
        mistake: said(outcome.fault.words, request.language),
      });
    case 'wrong-code':
      return codePage(site, request, reply, asked, { mistake: words.wrongCode });
    case 'code-over':
      return codePage(site, request, reply, { ...asked, sampleCode: undefined }, { mistake: words.oldCode });
    case 'too-many-tries':
      return codePage(site, request, reply, asked, { mistake: words.tooMany, status: statuses['too-many-tries'] });
    default:
      return unreachable(outcome);
  }
}

function phonePage(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: {
    next: string;
    phone: string;
    before?: { words: string; tone: 'wait' | 'good' } | undefined;
    mistake?: string;
    status?: number;
  },
) {
  const { language } = request;
  const { next, phone, before, mistake, status } = shown;
  const mistakes = mistake === undefined ? [] : [{ field: 'phone', words: mistake }];
  const body = <PhonePage {...{ language, next, phone, before, mistakes }} cameFor={cameFor(next)} />;
  return show(
    site,
    request,
    reply,
    { title: wordsIn(language).signIn.title, body },
    status ?? (mistake ? statuses.faults : 200),
  );
}

function codePage(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { phone, next, sampleCode }: Asked,
  wrong?: { mistake: string; status?: number },
) {
  const { language } = request;
  const mistakes = wrong === undefined ? [] : [{ field: 'code', words: wrong.mistake }];
  const body = (
    <CodePage
      {...{ language, next, phone, sampleCode, mistakes }}
      cameFor={cameFor(next)}
      maskedPhone={maskedPhone(phone)}
      minutes={codeMinutes}
    />
  );
  const status = wrong === undefined ? 200 : (wrong.status ?? statuses.faults);
  return show(site, request, reply, { title: wordsIn(language).signIn.codeTitle, body }, status);
}
