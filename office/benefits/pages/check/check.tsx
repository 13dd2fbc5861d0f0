import { statuses } from '../../routes/statuses.ts';
import type { BenefitsSite } from '../benefits-site.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HouseServer } from '../../../../building/http/server.ts';
import type { QuestionWire } from '../../contract/asked.ts';
import { Problem } from '../../../../building/http/problem.ts';
import { said } from '../../../../building/web-kit/say.ts';
import { Leaflet } from '../../screens/family/check/leaflet.tsx';
import { fieldOf, QuestionPage, type Typed } from '../../screens/family/check/question.tsx';
import { type Found, ResultsPage } from '../../screens/family/check/results.tsx';
import { wordsIn } from '../../screens/family/words/made/all.ts';
import { addWorkingDays } from '../../../../values/working-days.ts';
import { readAnswer, typedAgain, typedAnswer } from '../answers.ts';
import { type AnswerTexts, unsure } from '../../decide/check/answer-texts.ts';
import { allQuestions, type Checked, checkPack } from '../../decide/check/check-packs.ts';
import { addressOf, show } from '../../../hall/pages/site.ts';
import type { Pack } from '../../../../rules/explain/evaluate.ts';
import type { Day } from '../../../../values/day.ts';
import { countyAt } from '../../../hall/routes/authority-at.ts';
import { packsOffered } from '../../law/offered.ts';
import { packAt } from '../pack-at.ts';
import { unknownBenefit } from '../unknown-benefit.ts';
import { wouldHelp } from '../../decide/check/would-help.ts';

type Query = Readonly<Record<string, unknown>>;

/** The check: no sign-in, nothing stored. Answers travel in the address, so that 'back', a bookmark and another language all keep them. */
export function checkPages(server: HouseServer, site: BenefitsSite): void {
  server.get('/check', async (request, reply) => {
    const query = request.query as Query;
    const packs = packsOffered(site.house, await countyAt(site.house, request));
    const questions = allQuestions(packs);
    const answers = answersOf(questions, query);
    const asked = questions.find((question) => fieldOf(question) === query['asked']);
    if (asked !== undefined) return takeAnswer(site, request, reply, { asked, answers, query });
    const changing = questions.find((question) => fieldOf(question) === query['change']);
    if (changing !== undefined) return askPage(site, request, reply, { question: changing, answers });
    return nextPage(site, request, reply, answers);
  });

  server.get('/leaflet/:policy', async (request, reply) => leafletPage(site, request, reply));
}

/** The answers in an address: only of questions that a pack asks. */
function answersOf(questions: readonly QuestionWire[], query: Query): AnswerTexts {
  return new Map(
    questions.flatMap((question) => {
      const given = query[fieldOf(question)];
      return typeof given === 'string' && given !== '' ? [[fieldOf(question), given.slice(0, 60)] as const] : [];
    }),
  );
}

/** The address of the check with these answers; `change` opens one of them again. */
function checkHref(answers: AnswerTexts, change?: string): string {
  const query = new URLSearchParams([...answers]);
  if (change !== undefined) query.set('change', change);
  return query.size === 0 ? '/check' : `/check?${query}`;
}

async function takeAnswer(
  site: BenefitsSite,
  request: FastifyRequest,
  reply: FastifyReply,
  { asked, answers, query }: { asked: QuestionWire; answers: AnswerTexts; query: Query },
) {
  const field = fieldOf(asked);
  if (query['unsure'] === field) return reply.redirect(checkHref(new Map([...answers, [field, unsure]])), 303);
  const { language } = request;
  const typed = typedAnswer(asked, query);
  const read = readAnswer(asked, typed, site.house.clock.today(), language, wordsIn(language).check);
  if (read.kind === 'answer') return reply.redirect(checkHref(new Map([...answers, [field, read.text]])), 303);
  return askPage(site, request, reply, { question: asked, answers, typed, mistake: read.words });
}

/** The next question that can still change an answer, or the results when none can. */
async function nextPage(site: BenefitsSite, request: FastifyRequest, reply: FastifyReply, answers: AnswerTexts) {
  const today = site.house.clock.today();
  const packs = packsOffered(site.house, await countyAt(site.house, request));
  const readable = readableAnswers(packs, answers, today);
  const checked = packs.flatMap((pack) => checkPack(pack, readable, today) ?? []);
  const [question] = openQuestions(checked, readable);
  if (question !== undefined) return askPage(site, request, reply, { question, answers: readable });
  return resultsPage(site, request, reply, checked, readable);
}

/** Leaves out what somebody wrote into the address by hand and no question takes. */
function readableAnswers(packs: readonly Pack[], answers: AnswerTexts, today: Day): AnswerTexts {
  const words = wordsIn('zh-CN').check;
  const kept = allQuestions(packs).flatMap((question) => {
    const text = answers.get(fieldOf(question));
    if (text === undefined) return [];
    if (text === unsure) return [[fieldOf(question), text] as const];
    const read = readAnswer(question, typedAgain(question, text), today, 'zh-CN', words);
    return read.kind === 'answer' ? [[fieldOf(question), read.text] as const] : [];
  });
  return new Map(kept);
}

/** Questions that are still open and were not passed over, each once. */
function openQuestions(checked: readonly Checked[], answers: AnswerTexts): readonly QuestionWire[] {
  const byFact = new Map(checked.flatMap(({ open }) => open).map((question) => [fieldOf(question), question]));
  return [...byFact.values()].filter((question) => !answers.has(fieldOf(question)));
}

async function askPage(
  site: BenefitsSite,
  request: FastifyRequest,
  reply: FastifyReply,
  {
    question,
    answers,
    typed,
    mistake,
  }: { question: QuestionWire; answers: AnswerTexts; typed?: Typed; mistake?: string },
) {
  const { language } = request;
  const field = fieldOf(question);
  const earlier = [...answers].filter(([name]) => name !== field).map(([name, value]) => ({ name, value }));
  const before = earlier.at(-1)?.name;
  const today = site.house.clock.today();
  const packs = packsOffered(site.house, await countyAt(site.house, request));
  const checked = packs.flatMap((pack) => checkPack(pack, answers, today) ?? []);
  const left = openQuestions(checked, answers).filter((open) => fieldOf(open) !== field).length;
  const page = (
    <QuestionPage
      language={language}
      question={question}
      typed={typed ?? typedAgain(question, answers.get(field))}
      mistake={mistake}
      earlier={earlier}
      asked={earlier.length + 1}
      left={left}
      back={before === undefined ? { href: '/', first: true } : { href: checkHref(answers, before), first: false }}
    />
  );
  const title = said(question.ask, language);
  const prefix = mistake === undefined ? '' : `${wordsIn(language).check.mistakes} · `;
  return show(
    site,
    request,
    reply,
    { title: prefix + title, body: page },
    mistake === undefined ? 200 : statuses.faults,
  );
}

const order = { eligible: 0, undetermined: 1, 'not-eligible': 2 } as const;

async function resultsPage(
  site: BenefitsSite,
  request: FastifyRequest,
  reply: FastifyReply,
  checked: readonly Checked[],
  answers: AnswerTexts,
) {
  const { language } = request;
  const today = site.house.clock.today();
  const calendar = await site.house.calendar();
  const query = answers.size === 0 ? '' : `?${new URLSearchParams([...answers])}`;
  const found: Found[] = checked
    .toSorted((a, b) => order[a.present.outcome] - order[b.present.outcome])
    .map((one) => {
      const passedOver = one.open.find((question) => answers.get(fieldOf(question)) === unsure);
      const { outcome, period } = one.present;
      return {
        ...one,
        otherwise: outcome === 'not-eligible' ? wouldHelp(one.pack, answers, period, today) : undefined,
        answerHref: passedOver && checkHref(answers, fieldOf(passedOver)),
        applyHref: `/apply/${one.benefit.address}${query}`,
        leafletHref: `/leaflet/${one.benefit.address}${query}`,
        deadline: addWorkingDays(calendar, today, one.benefit.procedure.workingDays),
      };
    });
  const changeHref = checkHref(answers, [...answers.keys()].at(-1));
  const body = <ResultsPage language={language} today={today} found={found} changeHref={changeHref} />;
  return show(site, request, reply, { title: wordsIn(language).result.title, body });
}

async function leafletPage(site: BenefitsSite, request: FastifyRequest, reply: FastifyReply) {
  const pack = await packAt(site, request);
  const { language } = request;
  const today = site.house.clock.today();
  const answers = readableAnswers([pack], answersOf(allQuestions([pack]), request.query as Query), today);
  const checked = checkPack(pack, answers, today);
  if (checked === undefined) throw new Problem(unknownBenefit({ kind: 'unknown-policy' }));
  const { benefit } = checked;
  const { county } = await site.frame(request);
  const body = (
    <Leaflet
      language={language}
      today={today}
      county={said(county, language)}
      benefit={benefit}
      results={answers.size === 0 ? [] : [checked.present, ...checked.others]}
      address={addressOf(request, `/apply/${benefit.address}`)}
      backHref={checkHref(answers)}
    />
  );
  return show(site, request, reply, {
    title: wordsIn(language).leaflet.title({ benefit: said(benefit.title, language) }),
    body,
  });
}
