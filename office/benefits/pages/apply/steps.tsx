import type { BenefitsSite } from '../benefits-site.ts';
import type { VNode } from 'preact';
import type { Language } from '../../../../values/language.ts';
import type { FastifyRequest } from 'fastify';
import type { FormMistake } from '../../../../building/web-kit/typed/mistakes.tsx';
import type { SelectGroup } from '../../../../building/web-kit/typed/select.tsx';
import type { Typed } from '../../screens/family/check/question.tsx';
import type { FamilyHere } from '../../../families/pages/family-here.ts';
import { type TypedDate, typedDate } from '../../../../building/web-kit/typed/date-input.tsx';
import { said } from '../../../../building/web-kit/say.ts';
import { describe, policyAddress } from '../../decide/benefit-wire.ts';
import { AccountPage, anotherAccount } from '../../screens/family/apply/account.tsx';
import type { ApplyFrame } from '../../screens/family/apply/form.tsx';
import { FactPage, PeriodPage } from '../../screens/family/apply/period.tsx';
import { type GivenPhoto, PhotosPage } from '../../screens/family/apply/photos.tsx';
import { SurePage } from '../../screens/family/apply/sure.tsx';
import { ChildPage, WhoPage, YouPage } from '../../screens/family/apply/who.tsx';
import { wordsIn } from '../../screens/family/words/made/all.ts';
import { checkAccount } from '../../../families/typed/account.ts';
import { levelOf } from '../../../../values/division.ts';
import { unreachable } from '../../../../values/unreachable.ts';
import { typedAgain } from '../answers.ts';
import {
  type Applying,
  applicantName,
  dependants,
  questionsAnswered,
  questionsLeft,
  resultsOf,
  type Step,
  stepHref,
  stepsOf,
  subjectShown,
} from '../../decide/application-under-way.ts';
import { factName } from '../../../../rules/facts.ts';

/** What a page of the form is shown with, besides what the draft holds. */
export interface Showing {
  readonly request: FastifyRequest;
  readonly site: BenefitsSite;
  readonly here: FamilyHere;
  /** What was just typed, where it could not be taken. */
  readonly form?: URLSearchParams | undefined;
  readonly mistakes: readonly FormMistake[];
  /** Which question of several, when one is answered anew. */
  readonly fact?: string | undefined;
  readonly mayGoOn?: boolean;
}

/** The page of one step. */
export async function stepPage(step: Step, applying: Applying, showing: Showing): Promise<VNode> {
  const frame = frameOf(step, applying, showing);
  switch (step) {
    case 'you':
      return <YouPage {...frame} typed={typedYou(applying, showing.form)} />;
    case 'who':
      return whoPage(applying, showing, frame);
    case 'child':
      return (
        <ChildPage
          {...frame}
          typed={typedChild(applying, showing.form)}
          villages={await villagesFor(applying, showing)}
        />
      );
    case 'facts':
      return factPage(applying, showing, frame);
    case 'period':
      return periodPage(applying, showing, frame);
    case 'photos':
      return photosPage(applying, showing, frame);
    case 'account':
      return accountPage(applying, showing, frame);
    case 'sure':
      return surePage(applying, frame);
    default:
      return unreachable(step);
  }
}

function frameOf(step: Step, applying: Applying, { request, here, mistakes }: Showing): ApplyFrame {
  const steps = stepsOf(applying, step);
  const at = steps.indexOf(step);
  const before = steps[at - 1];
  return {
    language: request.language,
    action: stepHref(applying, step),
    formToken: here.session.formToken,
    step: at + 1,
    of: steps.length,
    backHref: before === undefined ? '/check' : stepHref(applying, before),
    mistakes,
  };
}

function typedBoxes(form: URLSearchParams): TypedDate {
  return typedDate('birth', Object.fromEntries(form));
}

function dateBoxes(day: string | undefined): TypedDate {
  const [year = '', month = '', date = ''] = (day ?? '').split('-');
  const short = (part: string): string => (part === '' ? '' : String(Number(part)));
  return { year, month: short(month), day: short(date) };
}

function typedYou({ draft }: Applying, form: URLSearchParams | undefined) {
  if (form !== undefined)
    return { name: form.get('name') ?? '', birth: typedBoxes(form), identity: form.get('identity') ?? '' };
  const { applicant } = draft.body;
  const kept = applicant !== undefined && 'enter' in applicant ? applicant.enter : undefined;
  return { name: kept?.name ?? '', birth: dateBoxes(kept?.birth), identity: kept?.identity ?? '' };
}

/** A birth given in the check is filled in again. */
function typedChild({ draft }: Applying, form: URLSearchParams | undefined) {
  if (form !== undefined) {
    return {
      name: form.get('name') ?? '',
      birth: typedBoxes(form),
      identity: form.get('identity') ?? '',
      residence: form.get('residence') ?? '',
      link: form.get('link') ?? '',
    };
  }
  const { subject, answers } = draft.body;
  const kept = subject !== undefined && 'enter' in subject ? subject.enter : undefined;
  const checked = typeof answers['birth'] === 'string' ? answers['birth'] : undefined;
  return {
    name: kept?.name ?? '',
    birth: dateBoxes(kept?.birth ?? checked),
    identity: kept?.identity ?? '',
    residence: kept?.residence ?? '',
    link: kept?.link ?? '',
  };
}

/** Villages by township; none to choose from for a family on record. */
async function villagesFor(
  { family }: Applying,
  { site, request }: Showing,
): Promise<readonly SelectGroup[] | undefined> {
  if (family !== undefined) return undefined;
  const divisions = await site.divisions(request);
  const { language } = request;
  return divisions
    .filter(({ code }) => levelOf(code) === 'township')
    .map((township) => ({
      label: said(township.name, language),
      options: divisions
        .filter(({ code }) => levelOf(code) === 'village' && code.startsWith(township.code.slice(0, 9)))
        .map((village) => ({ value: village.code, words: said(village.name, language) })),
    }));
}

function whoPage(applying: Applying, { form }: Showing, frame: ApplyFrame) {
  const known = dependants(applying).flatMap((person) => {
    const [present] = resultsOf(applying, { id: person.id });
    return present === undefined ? [] : [{ ...person, present }];
  });
  const { subject } = applying.draft.body;
  const kept = subject !== undefined && 'id' in subject ? subject.id : undefined;
  const only = known.length === 1 ? known[0]?.id : undefined;
  return <WhoPage {...frame} known={known} chosen={form?.get('subject') ?? kept ?? only} />;
}

function factPage(applying: Applying, { form, fact, request }: Showing, frame: ApplyFrame) {
  const answered = questionsAnswered(applying);
  const question = answered.find((one) => one.fact === fact) ?? questionsLeft(applying)[0] ?? answered[0];
  if (question === undefined) throw new Error('The step of facts has a question');
  const kept = applying.draft.body.answers[factName(question.fact)];
  const value = form?.get(question.fact) ?? undefined;
  const typed: Typed = typedAgain(question, value ?? (kept === null || kept === undefined ? undefined : String(kept)));
  const unsureWords = wordsIn(request.language).check.unsure;
  return <FactPage {...frame} question={question} typed={typed} unsure={unsureWords} />;
}

function periodPage(applying: Applying, { form }: Showing, frame: ApplyFrame) {
  const results = resultsOf(applying);
  const eligible = results.filter(({ outcome }) => outcome === 'eligible');
  const usual = eligible.length === 1 ? eligible[0]?.period : undefined;
  return (
    <PeriodPage {...frame} results={results} chosen={form?.get('period') ?? applying.draft.body.period ?? usual} />
  );
}

const shownByBrowsers = /^image\/(jpeg|png|webp)$/;

/** The draft's photos as the page shows them. */
function givenPhotos({ pack, draft }: Pick<Applying, 'pack' | 'draft'>): readonly GivenPhoto[] {
  return draft.body.photos.map(({ requirement, digest, mediaType }) => ({
    requirement,
    digest,
    ...(shownByBrowsers.test(mediaType) ? { src: `/apply/${policyAddress(pack.info.policy)}/photo/${digest}` } : {}),
  }));
}

function photosPage(applying: Applying, { mayGoOn = false }: Showing, frame: ApplyFrame) {
  const { documents } = describe(applying.pack);
  return <PhotosPage {...frame} requirements={documents} given={givenPhotos(applying)} mayGoOn={mayGoOn} />;
}

function accountPage(applying: Applying, { form }: Showing, frame: ApplyFrame) {
  const { family, acting, draft } = applying;
  const { account, subject } = draft.body;
  const own = new Set([acting.who, subject !== undefined && 'id' in subject ? subject.id : undefined]);
  const known = (family?.accounts ?? []).filter(({ personId }) => own.has(personId));
  const kept = account !== undefined && 'enter' in account ? account.enter : undefined;
  const chosen = account === undefined ? known[0]?.id : 'id' in account ? account.id : anotherAccount;
  return (
    <AccountPage
      {...frame}
      known={known}
      chosen={form?.get('account') ?? chosen}
      typed={{
        bank: form?.get('bank') ?? kept?.bank ?? '',
        holderName: form?.get('holder') ?? kept?.holderName ?? applicantName(applying),
        number: form?.get('number') ?? kept?.number ?? '',
      }}
    />
  );
}

function surePage(applying: Applying, frame: ApplyFrame) {
  const { draft, pack, family, acting } = applying;
  const { language } = frame;
  const { account, period, photos, submissionKey } = draft.body;
  const child = subjectShown(applying);
  const determination = resultsOf(applying).find((result) => result.period === period);
  if (child === undefined || account === undefined || determination === undefined)
    throw new Error('The last look has everything to look at');
  const entered = 'enter' in account ? account.enter : undefined;
  const shown = entered ?? family?.accounts.find((one) => 'id' in account && one.id === account.id);
  const last4 =
    entered === undefined ? (shown !== undefined && 'last4' in shown ? shown.last4 : '') : entered.number.slice(-4);
  const checked = entered === undefined ? undefined : checkAccount(entered, applicantName(applying));
  const counts = new Map<string, number>();
  for (const { requirement } of photos) counts.set(requirement, (counts.get(requirement) ?? 0) + 1);
  const href = (step: Step): string => stepHref(applying, step);
  const isNewChild = draft.body.subject !== undefined && 'enter' in draft.body.subject;
  return (
    <SurePage
      {...frame}
      submissionKey={submissionKey}
      draft={draft.id}
      benefit={describe(pack)}
      child={child}
      applicant={applicantName(applying)}
      account={{ bank: shown?.bank ?? '', last4 }}
      determination={determination}
      photoCounts={Object.fromEntries(counts)}
      told={questionsAnswered(applying).map((question) => toldRow(applying, question, language))}
      warnings={checked?.kind === 'account' ? checked.warnings.map((warning) => said(warning, language)) : []}
      change={{
        child: href(isNewChild ? 'child' : 'who'),
        applicant: acting.who === undefined ? href('you') : undefined,
        period: href('period'),
        photos: href('photos'),
        account: href('account'),
      }}
    />
  );
}

function toldRow(applying: Applying, question: ReturnType<typeof questionsAnswered>[number], language: Language) {
  const value = applying.draft.body.answers[factName(question.fact)];
  const options = question.answer.kind === 'choice' ? question.answer.options : [];
  const option = options.find((one) => one.value === value);
  return {
    term: said(question.ask, language),
    words: option === undefined ? String(value) : said(option.words, language),
    change: `${stepHref(applying, 'facts')}?fact=${encodeURIComponent(question.fact)}`,
  };
}
