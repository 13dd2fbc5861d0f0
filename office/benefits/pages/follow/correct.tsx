import { statuses } from '../../routes/statuses.ts';
import type { BenefitsSite } from '../benefits-site.ts';
import type { Language } from '../../../../values/language.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HouseServer } from '../../../../building/http/server.ts';
import type { SentForm } from '../../../../building/http/form.ts';
import type { FormMistake } from '../../../../building/web-kit/typed/mistakes.tsx';
import type { MyCase } from '../../contract/follow.ts';
import type { QuestionWire } from '../../contract/asked.ts';
import type { GivenPhoto } from '../../screens/family/apply/photos.tsx';
import type { Typed } from '../../screens/family/check/question.tsx';
import { Problem } from '../../../../building/http/problem.ts';
import { notFound } from '../../../../building/http/common-problems.ts';
import { said } from '../../../../building/web-kit/say.ts';
import type { CorrectOutcome } from '../../review/correct.ts';
import { openCorrection, removePhoto } from '../../apply/draft.ts';
import type { CorrectionBody, Draft } from '../../decide/draft.ts';
import { handInCorrection } from '../../apply/correction.ts';
import { addPhoto } from '../../apply/draft-photos.ts';
import { whyRefused } from '../../words/why-refused.ts';
import { CorrectionPage } from '../../screens/family/follow/correction.tsx';
import { followHref } from '../../screens/family/follow/receipt.tsx';
import { wordsIn } from '../../screens/family/words/made/all.ts';
import { unreachable } from '../../../../values/unreachable.ts';
import { readAnswer, typedAnswer } from '../answers.ts';
import { refusalWords } from '../apply/photos.ts';
import { factName } from '../../../../rules/facts.ts';
import { caseAt, casePage, keyOf } from './follow.tsx';
import { show } from '../../../hall/pages/site.ts';
import { type FamilyHere, familyHere, formOf } from '../../../families/pages/family-here.ts';

/**
 * Correcting what the one correction notice lists. Photos are kept in a draft of their own, so that a page sent twice or half loses none.
 */
export function correctPages(server: HouseServer, site: BenefitsSite): void {
  server.get('/my/cases/:receipt/correct', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const found = await caseAt(site, request, here);
    if (found.state !== 'correcting') return casePage(site, request, reply, found, undefined);
    const draft = await draftFor(site, here, found);
    return correctPage(site, request, reply, { here, found, draft, form: new URLSearchParams(), mistakes: [] });
  });

  server.post('/my/cases/:receipt/correct', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const sent = await formOf(request, here);
    return takeCorrecting(site, request, reply, here, sent);
  });

  server.get('/my/cases/:receipt/correct/photo/:digest', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const draft = await draftFor(site, here, await caseAt(site, request, here));
    const { digest } = request.params as { digest: string };
    const photo = draft.body.photos.find((one) => one.digest === digest);
    const bytes = photo && (await site.house.filesOf(here.acting.county).get(photo.digest));
    if (photo === undefined || bytes === undefined) throw new Problem(notFound);
    return reply.type(photo.mediaType).header('cache-control', 'private, no-store').send(bytes);
  });
}

function draftFor(site: BenefitsSite, here: FamilyHere, found: MyCase): Promise<Draft<CorrectionBody>> {
  return openCorrection(site.house, here.acting, found.receipt);
}

interface Correcting {
  readonly here: FamilyHere;
  readonly found: MyCase;
  readonly draft: Draft<CorrectionBody>;
  readonly form: URLSearchParams;
  readonly mistakes: readonly FormMistake[];
}

async function takeCorrecting(
  site: BenefitsSite,
  request: FastifyRequest,
  reply: FastifyReply,
  here: FamilyHere,
  sent: SentForm,
) {
  const { language } = request;
  const form = sent.fields;
  const found = await caseAt(site, request, here);
  // Sent twice, the second finds it corrected.
  if (found.state !== 'correcting') return casePage(site, request, reply, found, 'moved-on', statuses['stale-version']);
  const begun = await draftFor(site, here, found);
  const remove = form.get('remove');
  if (remove !== null) {
    const [requirement = '', digest = ''] = remove.split(':');
    await removePhoto(site.house, here.acting, begun.id, { requirement, digest });
    return reply.redirect(`${followHref(found.receipt)}/correct`, 303);
  }
  const kept = await keepPhotos(site, here, { found, draft: begun, sent }, language);
  const read = readAnswers(found.questions, form, site, language);
  const mistakes = [...kept.mistakes, ...read.mistakes];
  const correcting = { here, found, draft: kept.draft, form };
  if (mistakes.length > 0) return correctPage(site, request, reply, { ...correcting, mistakes });
  const explanation = form.get('explanation')?.trim() ?? '';
  const outcome = await handInCorrection(site.house, here.acting, kept.draft, keyOf(found), {
    version: Number(form.get('version')),
    answers: read.answers,
    ...(explanation === '' ? {} : { explanation: explanation.slice(0, 500) }),
  });
  return answered(site, request, reply, correcting, outcome);
}

async function keepPhotos(
  site: BenefitsSite,
  here: FamilyHere,
  { found, draft, sent }: { found: MyCase; draft: Draft<CorrectionBody>; sent: SentForm },
  language: Language,
) {
  const asked = new Set(found.requirements.filter((one) => one.asked).map(({ key }) => key));
  const mistakes: FormMistake[] = [];
  let now = draft;
  for (const file of sent.files) {
    if (!asked.has(file.field)) continue;
    const added =
      file.kind === 'too-large'
        ? ({ kind: 'too-large' } as const)
        : await addPhoto(site.house, here.acting, draft, file.field, file.bytes);
    if (added.kind === 'added') now = added.draft;
    else mistakes.push({ field: file.field, words: refusalWords(added.kind, file.name, language) });
  }
  return { draft: now, mistakes };
}

/** Answers to the facts asked for; one left open is no mistake: it may be explained instead. */
function readAnswers(
  questions: readonly QuestionWire[],
  form: URLSearchParams,
  site: BenefitsSite,
  language: Language,
) {
  const words = wordsIn(language).check;
  const mistakes: FormMistake[] = [];
  const answers: Record<string, string | boolean> = {};
  for (const question of questions) {
    const typed = typedAnswer(question, Object.fromEntries(form));
    if (isBlank(typed)) continue;
    const read = readAnswer(question, typed, site.house.clock.today(), language, words);
    if (read.kind === 'mistake') mistakes.push({ field: question.fact, words: read.words });
    else answers[factName(question.fact)] = valueOf(question, read.text);
  }
  return { answers, mistakes };
}

function isBlank(typed: Typed): boolean {
  if (typed.kind === 'choice') return typed.value === undefined;
  return typed.date.year === '' && typed.date.month === '' && typed.date.day === '';
}

function valueOf({ answer }: QuestionWire, text: string): string | boolean {
  if (answer.kind === 'date') return text;
  return answer.options.find(({ value }) => String(value) === text)?.value ?? text;
}

async function answered(
  site: BenefitsSite,
  request: FastifyRequest,
  reply: FastifyReply,
  correcting: Omit<Correcting, 'mistakes'>,
  outcome: CorrectOutcome,
) {
  const { language } = request;
  const { here, found } = correcting;
  const retry = (words: string) =>
    correctPage(site, request, reply, { ...correcting, mistakes: [{ field: 'explanation', words }] });
  switch (outcome.kind) {
    case 'done':
      return reply.redirect(`${followHref(found.receipt)}?done=corrected`, 303);
    case 'stale-version':
      return casePage(site, request, reply, await caseAt(site, request, here), 'moved-on', statuses['stale-version']);
    case 'no-such-case':
      throw new Problem(notFound);
    case 'answer-faults':
      return correctPage(site, request, reply, {
        ...correcting,
        mistakes: outcome.faults.map((fault) => ({ field: 'explanation', words: said(fault.words, language) })),
      });
    case 'no-such-photo':
      return retry(wordsIn(language).apply.changed);
    case 'still-missing':
      return correctPage(site, request, reply, {
        ...correcting,
        mistakes: outcome.items.map((item) => ({
          field: item.kind === 'document' ? item.requirement : (questionOf(found, item.fact) ?? 'explanation'),
          words: wordsIn(language).correction.stillMissing({ name: said(item.words, language) }),
        })),
      });
    case 'case-is-closed':
    case 'nobody-acts-twice':
    case 'not-in-the-policy':
    case 'nothing-to-correct':
    case 'law-not-kept':
      return retry(said(whyRefused(outcome), language));
    default:
      return unreachable(outcome);
  }
}

/** The field of the question that tells a fact. */
function questionOf({ questions }: MyCase, fact: string): string | undefined {
  return questions.find((question) => factName(question.fact) === fact)?.fact;
}

const shownByBrowsers = /^image\/(jpeg|png|webp)$/;

function correctPage(
  site: BenefitsSite,
  request: FastifyRequest,
  reply: FastifyReply,
  { here, found, draft, form, mistakes }: Correcting,
) {
  const { language } = request;
  const given: GivenPhoto[] = draft.body.photos.map(({ requirement, digest, mediaType }) => ({
    requirement,
    digest,
    ...(shownByBrowsers.test(mediaType) ? { src: `${followHref(found.receipt)}/correct/photo/${digest}` } : {}),
  }));
  const typed = Object.fromEntries(
    found.questions.map((question) => [question.fact, typedAnswer(question, Object.fromEntries(form))]),
  );
  const body = (
    <CorrectionPage
      {...{ language, found, given, typed, mistakes }}
      formToken={here.session.formToken}
      explanation={form.get('explanation') ?? ''}
    />
  );
  return show(
    site,
    request,
    reply,
    { title: wordsIn(language).correction.title, body },
    mistakes.length === 0 ? 200 : statuses.faults,
  );
}
