import type { Day } from '../../../../../values/day.ts';
import type { Localized, Language } from '../../../../../values/language.ts';
import type { WorkingDeadline } from '../../../../../values/working-days.ts';
import type { BenefitPage } from '../../../contract/benefit.ts';
import type { DeterminationWire } from '../../../contract/determination.ts';
import { ButtonLink } from '../../../../../building/web-kit/shown/button.tsx';
import { Phrases } from '../../../../../building/web-kit/shown/phrases.tsx';
import { dueDayWords, inARow, listed, said } from '../../../../../building/web-kit/say.ts';
import { dayWords, periodWords } from '../../../../../values/day-words.ts';
import { Tag } from '../../../../../building/web-kit/shown/tag.tsx';
import { fenFromWire, shortYuanText } from '../../../../../values/fen.ts';
import { unreachable } from '../../../../../values/unreachable.ts';
import { Because } from './law.tsx';
import { wordsIn } from '../words/made/all.ts';

/** What one benefit says to these answers. */
export interface Found {
  readonly benefit: BenefitPage;
  /** The period the family is told of first: the present one. */
  readonly present: DeterminationWire;
  /** The other periods, as far as the policy covers them and they have begun. */
  readonly others: readonly DeterminationWire[];
  /** Where the open question is answered; absent when no answer can change anything. */
  readonly answerHref?: string | undefined;
  readonly applyHref: string;
  readonly leafletHref: string;
  /** To who is not eligible: what would have to be otherwise. */
  readonly otherwise?: Localized | undefined;
  /** When the office must answer what is handed in today. */
  readonly deadline: WorkingDeadline;
}

/** `3,600` */
const yuan = (amountFen: string | null): string => (amountFen === null ? '' : shortYuanText(fenFromWire(amountFen)));

/** The answer in one line, for the heading. */
function headline(found: readonly Found[], language: Language): string {
  const words = wordsIn(language).result;
  const yes = found.filter(({ present }) => present.outcome === 'eligible').length;
  const depends = found.filter(({ present }) => present.outcome === 'undetermined').length;
  if (yes === 0) return depends > 0 ? words.onlyDepends : words.noneYes;
  const first = yes === 1 ? words.oneYes : words.severalYes({ count: yes });
  if (depends === 0) return first;
  return words.both({ first, more: words.dependsToo({ count: depends }) });
}

function OutcomeTag({ outcome, language }: { outcome: DeterminationWire['outcome']; language: Language }) {
  const words = wordsIn(language).result;
  switch (outcome) {
    case 'eligible':
      return <Tag tone="good">{words.yes}</Tag>;
    case 'not-eligible':
      return <Tag tone="plain">{words.no}</Tag>;
    case 'undetermined':
      return <Tag tone="wait">{words.depends}</Tag>;
    default:
      return unreachable(outcome);
  }
}

/** The amount of each other period, in a line each. */
export function OtherPeriods({ others, language }: { others: readonly DeterminationWire[]; language: Language }) {
  if (others.length === 0) return null;
  const words = wordsIn(language).result;
  const amount = (found: DeterminationWire): string => {
    if (found.outcome === 'eligible' && found.amountFen !== null) return words.money({ yuan: yuan(found.amountFen) });
    return found.outcome === 'not-eligible' ? words.notThisPeriod : words.unknownYet;
  };
  return (
    <>
      <h3>{words.otherPeriods}</h3>
      <dl class="facts short">
        {others.map((found) => (
          <div>
            <dt>{periodWords(found.period, language)}</dt>
            <dd>{amount(found)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Practical({ found, language }: { found: Found; language: Language }) {
  const words = wordsIn(language).result;
  const names = found.benefit.documents.map((document) =>
    document.required ? said(document.name, language) : words.optional({ name: said(document.name, language) }),
  );
  return (
    <p class="small">
      {words.bringList({ names: listed(language, names) })}
      <br />
      {inARow(language, [
        words.answered({ workingDays: found.benefit.procedure.workingDays }),
        said(found.benefit.procedure.payment.words, language),
      ])}
      <br />
      {inARow(language, [
        words.answeredBy({ day: dueDayWords(found.deadline.day, language) }),
        found.deadline.provisional ? words.provisional : undefined,
      ])}
    </p>
  );
}

function ResultCard({ found, language }: { found: Found; language: Language }) {
  const words = wordsIn(language).result;
  const { benefit, present } = found;
  const yes = present.outcome === 'eligible';
  const open = present.outcome === 'undetermined';
  return (
    <section class="card" aria-labelledby={`benefit-${benefit.address}`}>
      <header>
        <h2 id={`benefit-${benefit.address}`}>{said(benefit.title, language)}</h2>
        <OutcomeTag outcome={present.outcome} language={language} />
      </header>
      {yes && present.amountFen !== null ? (
        <p class="amount">
          {yuan(present.amountFen)}
          <small>{words.amountFor({ period: periodWords(present.period, language) })}</small>
        </p>
      ) : null}
      <Because because={present.because} language={language} against={!yes} />
      {found.otherwise === undefined ? null : <p>{said(found.otherwise, language)}</p>}
      {open ? <Missing present={present} language={language} /> : null}
      <OtherPeriods others={found.others} language={language} />
      {yes ? <Practical found={found} language={language} /> : null}
      <div class="actions">
        {open && found.answerHref !== undefined ? (
          <ButtonLink href={found.answerHref} wide>
            {words.answer}
          </ButtonLink>
        ) : null}
        {yes ? (
          <ButtonLink href={found.applyHref} wide>
            {words.apply}
          </ButtonLink>
        ) : (
          <p class="small">
            <a href={found.applyHref}>{words.applyAnyway}</a>
          </p>
        )}
      </div>
      <details>
        <summary>{words.notes}</summary>
        <ul class="plain">
          {[...benefit.supposed, ...benefit.notes].map((note) => (
            <li>{said(note, language)}</li>
          ))}
          <li>
            <a href={`/open/benefits/${benefit.address}`}>{words.whole}</a>
          </li>
        </ul>
      </details>
      <p class="links">
        <a href={found.leafletHref}>{words.print}</a>
      </p>
    </section>
  );
}

function Missing({ present, language }: { present: DeterminationWire; language: Language }) {
  const words = wordsIn(language).result;
  return (
    <p>
      {words.missing({
        names: listed(
          language,
          present.missing.map((fact) => said(fact.words, language)),
        ),
      })}
    </p>
  );
}

export interface ResultsProps {
  readonly language: Language;
  readonly today: Day;
  readonly found: readonly Found[];
  /** Back to the answers given. */
  readonly changeHref: string;
}

/** For every benefit: yes, no or depends on; how much; why; what to bring; and how to apply. */
export function ResultsPage({ language, today, found, changeHref }: ResultsProps) {
  const words = wordsIn(language).result;
  const unverified = found.some(({ present }) => present.because.some((reason) => reason.law?.verified === false));
  return (
    <>
      <a class="back" href={changeHref}>
        ‹ {words.change}
      </a>
      <h1>
        <Phrases text={headline(found, language)} />
      </h1>
      <p class="lede">{words.asOf({ day: dayWords(today, language) })}</p>
      {found.length === 0 ? <p>{words.noBenefits}</p> : null}
      {found.map((one) => (
        <ResultCard found={one} language={language} />
      ))}
      {unverified ? <p class="small">{words.unverifiedSays}</p> : null}
      <p class="small screen-only">{words.nothingKept}</p>
      <p class="links screen-only">
        <a href="/check">{words.again}</a>
      </p>
    </>
  );
}
