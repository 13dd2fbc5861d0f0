import type { Day } from '../../../../../values/day.ts';
import type { Language } from '../../../../../values/language.ts';
import type { BenefitPage } from '../../../contract/benefit.ts';
import type { DeterminationWire } from '../../../contract/determination.ts';
import { inARow, listed, said, tidied } from '../../../../../building/web-kit/say.ts';
import { dayWords, periodWords } from '../../../../../values/day-words.ts';
import { Qr } from '../../../../../building/web-kit/shown/qr.tsx';
import { fenFromWire, shortYuanText } from '../../../../../values/fen.ts';
import { Because } from './law.tsx';
import { OtherPeriods } from './results.tsx';
import { wordsIn } from '../words/made/all.ts';

export interface LeafletProps {
  readonly language: Language;
  readonly today: Day;
  readonly county: string;
  readonly benefit: BenefitPage;
  /** What the policy says to this family's answers, when it was asked; first the present period. */
  readonly results: readonly DeterminationWire[];
  /** The whole address at which the phone goes on. */
  readonly address: string;
  readonly backHref: string;
}

/** One sheet of A4 to take along: who, how much, what to bring, how it goes, how to disagree. */
export function Leaflet(props: LeafletProps) {
  const { language, benefit, results } = props;
  const words = wordsIn(language).leaflet;
  return (
    <>
      <a class="back" href={props.backHref}>
        ‹ {words.back}
      </a>
      <h1>{words.title({ benefit: said(benefit.title, language) })}</h1>
      <p class="screen-only">
        <button class="button quiet" type="button" data-print hidden>
          {words.print}
        </button>
        <span class="small"> {words.printHow}</span>
      </p>
      <div class="sheet">
        <div class="slip">
          <p>
            <b>{words.scan}</b>
          </p>
          <p class="small">{props.address}</p>
          <Qr text={props.address} label={words.scan} />
        </div>
        <h2>{words.who}</h2>
        {(benefit.leaflet.length === 0 ? [benefit.summary] : benefit.leaflet).map((paragraph) => (
          <p>{said(paragraph, language)}</p>
        ))}
        <Yours results={results} language={language} />
        <h2>{words.bring}</h2>
        <ul class="plain">
          {benefit.documents.map((document) => (
            <li>
              <b>
                {document.required
                  ? said(document.name, language)
                  : wordsIn(language).result.optional({ name: said(document.name, language) })}
              </b>
              <br />
              <span class="small">{said(document.hint, language)}</span>
            </li>
          ))}
        </ul>
        <h2>{words.how}</h2>
        <p>{benefit.procedure.steps.map(({ name }) => said(name, language)).join(' → ')}</p>
        <p>{inARow(language, [words.days({ count: benefit.procedure.workingDays }), words.free])}</p>
        <h2>{words.pay}</h2>
        <p>{said(benefit.procedure.payment.words, language)}</p>
        <h2>{words.disagree}</h2>
        <ul class="plain">
          {benefit.procedure.remedies.map((remedy) => (
            <li>
              {said(remedy.words, language)}
              <span class="law" lang="zh-CN">
                {tidied(remedy.law)}
              </span>
            </li>
          ))}
        </ul>
        <p class="small leaflet-foot">
          {words.sources({
            titles: listed(
              language,
              benefit.sources.map(({ title }) => title),
            ),
          })}
        </p>
        <p class="small">{words.printed({ day: dayWords(props.today, language), county: props.county })}</p>
      </div>
    </>
  );
}

function Yours({ results, language }: { results: readonly DeterminationWire[]; language: Language }) {
  const [present, ...others] = results;
  if (present === undefined) return null;
  const words = wordsIn(language);
  return (
    <>
      <h2>{words.leaflet.yours}</h2>
      {present.outcome === 'eligible' && present.amountFen !== null ? (
        <p class="amount">
          {shortYuanText(fenFromWire(present.amountFen))}
          <small>{words.result.amountFor({ period: periodWords(present.period, language) })}</small>
        </p>
      ) : null}
      <Because because={present.because} language={language} against={present.outcome !== 'eligible'} />
      <OtherPeriods others={others} language={language} />
    </>
  );
}
