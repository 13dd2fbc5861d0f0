import { statuses } from '../../routes/statuses.ts';
import type { BenefitsSite } from '../benefits-site.ts';
import type { Language } from '../../../../values/language.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HouseServer } from '../../../../building/http/server.ts';
import type { SentForm } from '../../../../building/http/form.ts';
import type { FormMistake } from '../../../../building/web-kit/typed/mistakes.tsx';
import { Problem } from '../../../../building/http/problem.ts';
import { notFound } from '../../../../building/http/common-problems.ts';
import { said } from '../../../../building/web-kit/say.ts';
import { changeDraft, openDraft } from '../../apply/draft.ts';
import type { DraftBody } from '../../decide/draft.ts';
import { describe } from '../../decide/benefit-wire.ts';
import { wordsIn } from '../../screens/family/words/made/all.ts';
import { applicationAt } from './application-at.ts';
import { packAt } from '../pack-at.ts';
import { readAnswer, typedAnswer } from '../answers.ts';
import { handInRoutes } from './hand-in.tsx';
import { type Showing, stepPage } from './steps.tsx';
import { photoRoutes, takePhotos } from './photos.ts';
import { type ReadStep, readAccount, readChild, readPeriod, readWho, readYou } from './read.ts';
import {
  type Applying,
  firstOpen,
  mayShow,
  questionsAnswered,
  questionsLeft,
  type Step,
  stepAfter,
  stepHref,
} from '../../decide/application-under-way.ts';
import { factName } from '../../../../rules/facts.ts';
import { knownAnswers } from '../../decide/check/check-packs.ts';
import { show } from '../../../hall/pages/site.ts';
import { type FamilyHere, familyHere, formOf } from '../../../families/pages/family-here.ts';

const steps: readonly Step[] = ['you', 'who', 'child', 'facts', 'period', 'photos', 'account', 'sure'];

/** Applying: one question a page, everything kept in a draft, so that nothing is lost between pages, phones or days. */
export function applyPages(server: HouseServer, site: BenefitsSite): void {
  photoRoutes(server, site);
  handInRoutes(server, site);

  server.get('/apply/:policy', async (request, reply) => {
    await packAt(site, request);
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const applying = await begin(site, request, here);
    return reply.redirect(stepHref(applying, firstOpen(applying)), 303);
  });

  server.get('/apply/:policy/:step', async (request, reply) => {
    const step = stepAt(request);
    await packAt(site, request);
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const applying = await applicationAt(site, request, here);
    if (!mayShow(step, applying)) return reply.redirect(stepHref(applying, firstOpen(applying)), 303);
    const { fact } = request.query as { fact?: string };
    return showStep(step, applying, reply, { request, site, here, mistakes: [], fact });
  });

  server.post('/apply/:policy/:step', async (request, reply) => {
    const step = stepAt(request);
    await packAt(site, request);
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const sent = await formOf(request, here);
    const applying = await applicationAt(site, request, here);
    return takeStep(step, applying, reply, { request, site, here, sent });
  });
}

function stepAt(request: FastifyRequest): Step {
  const { step } = request.params as { step: string };
  const found = steps.find((one) => one === step);
  if (found === undefined) throw new Problem(notFound);
  return found;
}

/** Begins with what was answered in the check, so that it is not asked again. */
async function begin(site: BenefitsSite, request: FastifyRequest, here: FamilyHere): Promise<Applying> {
  const applying = await applicationAt(site, request, here);
  const query = request.query as Readonly<Record<string, string>>;
  const told = knownAnswers(applying.pack, new Map(Object.entries(query)));
  if (Object.keys(told).length === 0 || applying.draft.body.subject !== undefined) return applying;
  return save(site, applying, (body) => ({ ...body, answers: { ...body.answers, ...told } }));
}

async function save(site: BenefitsSite, applying: Applying, change: (body: DraftBody) => DraftBody): Promise<Applying> {
  const draft = await changeDraft(site.house, applying.acting, applying.draft.id, change);
  // Handed in or swept meanwhile from another page: what is open now is begun anew.
  return { ...applying, draft: draft ?? (await openDraft(site.house, applying.acting, applying.pack.info.policy)) };
}

async function showStep(step: Step, applying: Applying, reply: FastifyReply, showing: Showing, status?: number) {
  const { site, request, mistakes } = showing;
  const body = await stepPage(step, applying, showing);
  const title = wordsIn(request.language).apply.title({
    benefit: said(describe(applying.pack).title, request.language),
  });
  return show(site, request, reply, { title, body }, status ?? (mistakes.length === 0 ? 200 : statuses.faults));
}

interface Sent {
  readonly request: FastifyRequest;
  readonly site: BenefitsSite;
  readonly here: FamilyHere;
  readonly sent: SentForm;
}

async function takeStep(step: Step, applying: Applying, reply: FastifyReply, { request, site, here, sent }: Sent) {
  const { language } = request;
  const form = sent.fields;
  const again = (mistakes: readonly FormMistake[], more?: Partial<Showing>) =>
    showStep(step, applying, reply, { request, site, here, form, mistakes, ...more });
  if (step === 'photos') {
    const taken = await takePhotos(site, applying, sent, language);
    if (taken.kind === 'stay') return reply.redirect(stepHref(applying, 'photos'), 303);
    if (taken.kind === 'mistakes')
      return showStep(step, taken.applying, reply, {
        request,
        site,
        here,
        mistakes: taken.mistakes,
        mayGoOn: taken.mayGoOn,
      });
    return reply.redirect(stepHref(applying, stepAfter('photos', taken.applying)), 303);
  }
  if (step === 'facts') return takeFact(applying, reply, { request, site, here, sent }, again);
  const read = readStep(step, form, applying, language);
  switch (read.kind) {
    case 'another-child':
      return reply.redirect(stepHref(applying, 'child'), 303);
    case 'mistakes':
      return again(read.mistakes);
    case 'part': {
      const saved = await save(site, applying, (body) => withPart(body, read.part));
      return reply.redirect(stepHref(saved, stepAfter(step, saved)), 303);
    }
  }
}

/** Answers told of one child are not carried over to another. */
function withPart(body: DraftBody, part: Partial<DraftBody>): DraftBody {
  const another =
    part.subject !== undefined &&
    body.subject !== undefined &&
    JSON.stringify(part.subject) !== JSON.stringify(body.subject);
  return { ...body, ...part, ...(another ? { answers: {} } : {}) };
}

function readStep(
  step: Exclude<Step, 'photos' | 'facts'>,
  form: URLSearchParams,
  applying: Applying,
  language: Language,
): ReadStep {
  switch (step) {
    case 'you':
      return readYou(form, applying, language);
    case 'who':
      return readWho(form, applying, language);
    case 'child':
      return readChild(form, applying, language);
    case 'period':
      return readPeriod(form, applying, language);
    case 'account':
      return readAccount(form, applying, language);
    // Handed in by its own route.
    case 'sure':
      return { kind: 'part', part: {} };
  }
}

async function takeFact(
  applying: Applying,
  reply: FastifyReply,
  { request, site, sent }: Sent,
  again: (mistakes: readonly FormMistake[], more?: Partial<Showing>) => Promise<FastifyReply>,
) {
  const { language } = request;
  const form = sent.fields;
  const asked = form.get('asked');
  const question = [...questionsLeft(applying), ...questionsAnswered(applying)].find(({ fact }) => fact === asked);
  if (question === undefined) return reply.redirect(stepHref(applying, firstOpen(applying)), 303);
  const name = factName(question.fact);
  const words = wordsIn(language).check;
  const read = readAnswer(question, typedAnswer(question, Object.fromEntries(form)), applying.today, language, words);
  if (read.kind === 'mistake' && !form.has('unsure'))
    return again([{ field: question.fact, words: read.words }], { fact: question.fact });
  const value = form.has('unsure') || read.kind === 'mistake' ? null : valueOf(question, read.text);
  const saved = await save(site, applying, (body) => ({ ...body, answers: { ...body.answers, [name]: value } }));
  return reply.redirect(stepHref(saved, stepAfter('facts', saved)), 303);
}

function valueOf({ answer }: ReturnType<typeof questionsLeft>[number], text: string): string | boolean {
  if (answer.kind === 'date') return text;
  return answer.options.find(({ value }) => String(value) === text)?.value ?? text;
}
