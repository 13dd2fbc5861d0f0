import { statuses } from '../../routes/statuses.ts';
import { alike } from '../../../../values/language.ts';
import type { BenefitsSite } from '../benefits-site.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HouseServer } from '../../../../building/http/server.ts';
import type { FormMistake } from '../../../../building/web-kit/typed/mistakes.tsx';
import type { HandInOutcome } from '../../apply/draft.ts';
import { said } from '../../../../building/web-kit/say.ts';
import { handIn } from '../../apply/draft.ts';
import { noLongerOfferedWords, whyRefused } from '../../words/why-refused.ts';
import { LivePage } from '../../screens/family/apply/live.tsx';
import { wordsIn } from '../../screens/family/words/made/all.ts';
import { comeToTheCounter } from '../../../families/register/register.ts';
import { readId } from '../../../../values/id.ts';
import { unreachable } from '../../../../values/unreachable.ts';
import { stepPage } from './steps.tsx';
import { applicationAt } from './application-at.ts';
import { type Applying, firstOpen, mayShow, type Step, stepHref } from '../../decide/application-under-way.ts';
import { faultPage } from '../../../hall/pages/faults.tsx';
import { show } from '../../../hall/pages/site.ts';
import { type FamilyHere, familyHere, formOf } from '../../../families/pages/family-here.ts';

/** Handing in. The form carries its own key: sent twice, it is one case with one receipt. */
export function handInRoutes(server: HouseServer, site: BenefitsSite): void {
  server.post('/apply/:policy/sure', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const { fields } = await formOf(request, here);
    const draft = readId<'draft'>(fields.get('draft') ?? '') ?? '';
    const key = readId<'submission'>(fields.get('submission-key') ?? '') ?? '';
    const outcome: HandInOutcome =
      draft === '' || key === '' ? { kind: 'no-such-draft' } : await handIn(site.house, here.acting, draft, key);
    return answer(site, request, reply, here, outcome);
  });
}

async function answer(
  site: BenefitsSite,
  request: FastifyRequest,
  reply: FastifyReply,
  here: FamilyHere,
  outcome: HandInOutcome,
) {
  const { language } = request;
  const words = wordsIn(language).apply;
  const sorry = (code: keyof typeof statuses, title: string, says: string) => {
    const problem = { status: statuses[code], code, title: alike(title), detail: alike(says) };
    return show(site, request, reply, faultPage(problem, language, request.id), problem.status);
  };
  switch (outcome.kind) {
    case 'received':
      return reply.redirect(
        `/receipt/${encodeURIComponent(outcome.found.receipt)}${outcome.already ? '?already=yes' : ''}`,
        303,
      );
    case 'one-live-case': {
      const body = <LivePage language={language} receipt={outcome.receipt} />;
      return show(site, request, reply, { title: words.live.title, body }, statuses[outcome.kind]);
    }
    case 'no-such-draft':
      return sorry('no-such-record', words.gone.title, words.gone.says);
    case 'identity-of-another':
    case 'phone-of-another':
      return sorry(outcome.kind, words.identityTaken.title, said(comeToTheCounter, language));
    case 'not-complete': {
      const { policy } = request.params as { policy: string };
      return reply.redirect(`/apply/${policy}`, 303);
    }
    case 'faults':
      return again(site, request, reply, here, (applying) =>
        outcome.faults.map(({ at, words: fault }) => placed(at, said(fault, language), applying)),
      );
    case 'answer-faults':
      return again(site, request, reply, here, (applying) =>
        outcome.faults.map(({ words: fault }) => ({
          field: 'facts',
          words: said(fault, language),
          href: stepHref(applying, 'facts'),
        })),
      );
    case 'no-such-photo':
      return again(site, request, reply, here, (applying) => [
        { field: outcome.requirement, words: words.changed, href: stepHref(applying, 'photos') },
      ]);
    case 'no-such-account':
      return again(site, request, reply, here, (applying) => [
        { field: 'account', words: words.account.choose, href: stepHref(applying, 'account') },
      ]);
    case 'no-such-person':
    case 'no-such-family':
      return sorry('no-such-record', words.identityTaken.title, said(comeToTheCounter, language));
    case 'not-a-caregiver':
    case 'unknown-policy':
      return sorry(outcome.kind, words.identityTaken.title, said(comeToTheCounter, language));
    case 'no-longer-offered': {
      const { title, detail } = noLongerOfferedWords(outcome.title);
      return sorry(outcome.kind, said(title, language), said(detail, language));
    }
    case 'not-in-the-policy':
      return sorry(outcome.kind, words.changed, said(whyRefused(outcome), language));
    default:
      return unreachable(outcome);
  }
}

/** The last page once more, with what is wrong and a link to where it is corrected. */
async function again(
  site: BenefitsSite,
  request: FastifyRequest,
  reply: FastifyReply,
  here: FamilyHere,
  mistakesOf: (applying: Applying) => readonly FormMistake[],
) {
  const applying = await applicationAt(site, request, here);
  if (!mayShow('sure', applying)) return reply.redirect(stepHref(applying, firstOpen(applying)), 303);
  const body = await stepPage('sure', applying, { request, site, here, mistakes: mistakesOf(applying) });
  const title = wordsIn(request.language).apply.sure.title;
  return show(site, request, reply, { title, body }, statuses.faults);
}

const stepOfPart: Readonly<Record<string, Step>> = { child: 'child', adult: 'you', account: 'account' };

/** `child/identity` → the box on the page of the child. */
function placed(at: string, words: string, applying: Applying): FormMistake {
  const [part = '', field = ''] = at.split('/');
  const step = stepOfPart[part] ?? 'child';
  const box = field === 'holderName' ? 'holder' : field;
  return { field: box, words, href: `${stepHref(applying, step)}#${box}` };
}
