import type { BenefitPage } from '../../../contract/benefit.ts';
import type { Localized, Language } from '../../../../../values/language.ts';
import type { AmountsTable } from '../../../contract/amounts.ts';
import { ButtonLink } from '../../../../../building/web-kit/shown/button.tsx';
import { Notice } from '../../../../../building/web-kit/shown/notice.tsx';
import { inARow, said, tidied } from '../../../../../building/web-kit/say.ts';
import { dayWords } from '../../../../../values/day-words.ts';
import { Tag } from '../../../../../building/web-kit/shown/tag.tsx';
import { readDay } from '../../../../../values/day.ts';
import { readYuan, shortYuanText } from '../../../../../values/fen.ts';
import { wordsIn } from '../words/made/all.ts';

export interface OpenBenefitProps {
  readonly language: Language;
  readonly benefit: BenefitPage;
  readonly amounts: AmountsTable | undefined;
}

/** A benefit's whole policy in plain language: articles, figures, amounts, documents, procedure, remedies, sources. */
export function OpenBenefit({ language, benefit, amounts }: OpenBenefitProps) {
  const words = wordsIn(language).open;
  return (
    <>
      <a class="back" href="/open">
        ‹ {words.back}
      </a>
      <h1>{said(benefit.title, language)}</h1>
      <p class="lede">{said(benefit.summary, language)}</p>
      <div class="actions">
        <ButtonLink href="/check" wide>
          {words.check}
        </ButtonLink>
      </div>
      <p class="links screen-only">
        <a href={`/apply/${benefit.address}`}>{words.apply}</a>
        <a href={`/leaflet/${benefit.address}`}>{words.leaflet}</a>
      </p>
      <Articles benefit={benefit} language={language} />
      <Parameters benefit={benefit} language={language} />
      {amounts === undefined ? null : <Amounts amounts={amounts} language={language} />}
      <Documents benefit={benefit} language={language} />
      <Procedure benefit={benefit} language={language} />
      <Notes benefit={benefit} language={language} />
      <Questions benefit={benefit} language={language} />
      <Sources benefit={benefit} language={language} />
    </>
  );
}

type Part = { benefit: BenefitPage; language: Language };

function Verified({ verified, language }: { verified: boolean; language: Language }) {
  const words = wordsIn(language).open;
  return verified ? <Tag tone="plain">{words.verified}</Tag> : <Tag tone="wait">{words.unverified}</Tag>;
}

function Articles({ benefit, language }: Part) {
  const words = wordsIn(language).open;
  const headings = [...new Set(benefit.articles.map(({ heading }) => said(heading, language)))];
  return (
    <>
      <h2>{words.articles}</h2>
      <p>{words.articlesSays}</p>
      {headings.map((heading) => (
        <section class="card">
          <h3>{heading}</h3>
          {benefit.articles
            .filter((article) => said(article.heading, language) === heading)
            .map((article) => (
              <div class="article">
                <p>{said(article.text, language)}</p>
                <p class="small">
                  <Official>{words.place({ title: article.title, place: article.place })}</Official>{' '}
                  <Verified verified={article.verified} language={language} />
                </p>
                {article.note === undefined ? null : <Note note={article.note} language={language} />}
              </div>
            ))}
        </section>
      ))}
      <p class="small">{inARow(language, [words.unverifiedSays, words.untested])}</p>
    </>
  );
}

/** The name of a law or a notice, as it was published: in every language the same. */
function Official({ children }: { readonly children: string }) {
  return <span lang="zh-CN">{children}</span>;
}

/** What is said beside an article, set apart from what the article says. */
function Note({ note, language }: { note: Localized; language: Language }) {
  return (
    <Notice tone="calm">
      {said(note, language)
        .split('\n')
        .map((paragraph) => (
          <p>{paragraph}</p>
        ))}
    </Notice>
  );
}

/** The word for a value of the pack; one that has none stays as it is written. */
function worded(words: Readonly<Record<string, string>>, value: string): string {
  return words[value] ?? value;
}

/** `3600.00` → `3,600元`; a date in words; anything else as it stands. */
function valueWords(type: string, value: string, language: Language): string {
  const words = wordsIn(language).open;
  if (type === 'money') {
    const amount = readYuan(value);
    return amount.kind === 'amount' ? words.yuan({ amount: shortYuanText(amount.fen) }) : value;
  }
  const day = type === 'date' ? readDay(value) : undefined;
  return day === undefined ? worded(words.boolean, value) : dayWords(day, language);
}

function Parameters({ benefit, language }: Part) {
  const words = wordsIn(language).open;
  return (
    <>
      <h2>{words.parameters}</h2>
      <ul class="figures">
        {benefit.parameters.flatMap((parameter) =>
          parameter.values.map((value) => {
            const from = readDay(value.from);
            const published = readDay(value.published ?? '');
            return (
              <li>
                <span>{parameter.words === undefined ? parameter.name : said(parameter.words, language)}</span>
                <b>{valueWords(parameter.type, value.value, language)}</b>
                <span class="small">
                  {words.from({ day: from === undefined ? value.from : dayWords(from, language) })} ·{' '}
                  {published === undefined ? null : `${words.dated({ day: dayWords(published, language) })} · `}
                  <Official>{tidied(parameter.law ?? '')}</Official>{' '}
                  <Verified verified={parameter.verified} language={language} />
                </span>
              </li>
            );
          }),
        )}
      </ul>
    </>
  );
}

function Amounts({ amounts, language }: { amounts: AmountsTable; language: Language }) {
  const words = wordsIn(language).open;
  return (
    <>
      <h2>{words.amounts}</h2>
      <p>{words.amountsSays}</p>
      {amounts.years.map(({ year, rows }) => (
        <details>
          <summary>{words.amountsCaption({ year })}</summary>
          <div class="wider">
            <table>
              <caption class="unseen">{words.amountsCaption({ year })}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.birthMonth}</th>
                  {amounts.periods.map((period) => (
                    <th scope="col" class="figure">
                      {words.claimYear({ period })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr>
                    <th scope="row">{words.month({ month: row.birth.slice(5) })}</th>
                    {row.amounts.map((amount) => (
                      <td class="figure">{amount === undefined ? words.none : shortYuanText(amount)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
    </>
  );
}

function Documents({ benefit, language }: Part) {
  const words = wordsIn(language).open;
  return (
    <>
      <h2>{words.documents}</h2>
      <ul class="plain">
        {benefit.documents.map((document) => (
          <li>
            <b>
              {document.required
                ? said(document.name, language)
                : words.optional({ name: said(document.name, language) })}
            </b>
            <br />
            <span class="small">{said(document.hint, language)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Procedure({ benefit, language }: Part) {
  const words = wordsIn(language).open;
  const { procedure } = benefit;
  return (
    <>
      <h2>{words.procedure}</h2>
      <ol class="plain">
        {procedure.steps.map((step) => (
          <li>{said(step.name, language)}</li>
        ))}
      </ol>
      <p>
        {words.days({ count: procedure.workingDays })}
        <span class="law">
          <Official>{words.place({ title: procedure.law.title, place: procedure.law.place })}</Official>{' '}
          <Verified verified={procedure.law.verified} language={language} />
        </span>
      </p>
      <h2>{words.pay}</h2>
      <p>{said(procedure.payment.words, language)}</p>
      <h2>{words.disagree}</h2>
      <ul class="plain">
        {procedure.remedies.map((remedy) => (
          <li>
            {said(remedy.words, language)}
            <span class="law">
              <Official>{tidied(remedy.law)}</Official>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Notes({ benefit, language }: Part) {
  const words = wordsIn(language).open;
  if (benefit.notes.length === 0) return null;
  return (
    <>
      <h2>{words.notes}</h2>
      <ul class="plain">
        {benefit.notes.map((note) => (
          <li>{said(note, language)}</li>
        ))}
      </ul>
    </>
  );
}

function Questions({ benefit, language }: Part) {
  const words = wordsIn(language).open;
  return (
    <>
      <h2>{words.questions}</h2>
      <p>{words.questionsSays}</p>
      <ul class="plain">
        {benefit.questions.map((question) => (
          <li>
            {said(question.ask, language)}
            <span class="law">{said(question.why, language)}</span>
          </li>
        ))}
        {benefit.supposed.map((supposed) => (
          <li>{said(supposed, language)}</li>
        ))}
      </ul>
    </>
  );
}

function Sources({ benefit, language }: Part) {
  const words = wordsIn(language).open;
  return (
    <>
      <h2>{words.sources}</h2>
      <ul class="plain">
        {benefit.sources.map((source) => {
          const day = readDay(source.date ?? '');
          return (
            <li>
              <Official>{source.title}</Official>
              <span class="law">
                {day === undefined ? null : `${words.dated({ day: dayWords(day, language) })} · `}
                {worded(words.sourceStates, source.verified)}
              </span>
            </li>
          );
        })}
      </ul>
      <h2>{words.data}</h2>
      <p class="links">
        <a href={`/api/benefits/${benefit.address}`}>{words.dataBenefit}</a>
        <a href="/api/openapi.json">{words.dataApi}</a>
      </p>
      <p class="small">{words.version({ version: benefit.version.slice(0, 12) })}</p>
    </>
  );
}
