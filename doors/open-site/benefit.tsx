import type { BenefitPage } from '../../office/benefits/contract/benefit.ts';
import type { Localized, Language } from '../../values/language.ts';
import type { AmountsTable } from './amounts.ts';
import { ButtonLink } from '../../building/web-kit/shown/button.tsx';
import { Notice } from '../../building/web-kit/shown/notice.tsx';
import { said, tidied } from '../../building/web-kit/say.ts';
import { dayWords } from '../../values/day-words.ts';
import { Tag } from '../../building/web-kit/shown/tag.tsx';
import { readDay } from '../../values/day.ts';
import { readYuan, shortYuanText } from '../../values/fen.ts';
import { wordsOf } from './words.ts';

export interface OpenBenefitProps {
  readonly language: Language;
  readonly benefit: BenefitPage;
  readonly amounts: AmountsTable | undefined;
}

/** A benefit's whole policy in plain language: articles, figures, amounts, documents, procedure, remedies, sources. */
export function OpenBenefit({ language, benefit, amounts }: OpenBenefitProps) {
  const words = wordsOf(language).page;
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
  const words = wordsOf(language).page;
  return verified ? <Tag tone="plain">{words.verified}</Tag> : <Tag tone="wait">{words.unverified}</Tag>;
}

function Articles({ benefit, language }: Part) {
  const words = wordsOf(language).page;
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
                  {article.title}
                  {language === 'en' ? ', ' : null}
                  {article.place} <Verified verified={article.verified} language={language} />
                </p>
                {article.note === undefined ? null : <Note note={article.note} language={language} />}
              </div>
            ))}
        </section>
      ))}
      <p class="small">
        {words.unverifiedSays}
        {language === 'en' ? ' ' : null}
        {words.untested}
      </p>
    </>
  );
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

/** `3600.00` → `3,600元`; a date in words; anything else as it stands. */
function valueWords(type: string, value: string, language: Language): string {
  const words = wordsOf(language).page;
  if (type === 'money') {
    const amount = readYuan(value);
    return amount.kind === 'amount' ? words.yuan(shortYuanText(amount.fen)) : value;
  }
  const day = type === 'date' ? readDay(value) : undefined;
  return day === undefined ? (words.boolean[value] ?? value) : dayWords(day, language);
}

function Parameters({ benefit, language }: Part) {
  const words = wordsOf(language).page;
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
                  {words.from(from === undefined ? value.from : dayWords(from, language))} ·{' '}
                  {published === undefined ? null : `${words.dated(dayWords(published, language))} · `}
                  {tidied(parameter.law ?? '')} <Verified verified={parameter.verified} language={language} />
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
  const words = wordsOf(language).page;
  return (
    <>
      <h2>{words.amounts}</h2>
      <p>{words.amountsSays}</p>
      {amounts.years.map(({ year, rows }) => (
        <details>
          <summary>{words.amountsCaption(year)}</summary>
          <div class="wider">
            <table>
              <caption class="unseen">{words.amountsCaption(year)}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.birthMonth}</th>
                  {amounts.periods.map((period) => (
                    <th scope="col" class="figure">
                      {words.claimYear(period)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr>
                    <th scope="row">{words.month(row.birth.slice(5))}</th>
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
  const words = wordsOf(language).page;
  return (
    <>
      <h2>{words.documents}</h2>
      <ul class="plain">
        {benefit.documents.map((document) => (
          <li>
            <b>{document.required ? said(document.name, language) : words.optional(said(document.name, language))}</b>
            <br />
            <span class="small">{said(document.hint, language)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Procedure({ benefit, language }: Part) {
  const words = wordsOf(language).page;
  const { procedure } = benefit;
  return (
    <>
      <h2>{words.procedure}</h2>
      <ol class="plain">
        {procedure.steps.map((step) => (
          <li>{words.step(said(step.name, language), words.levels[step.level] ?? step.level)}</li>
        ))}
      </ol>
      <p>
        {words.days(procedure.workingDays)}
        <span class="law">
          {procedure.law.title}
          {language === 'en' ? ', ' : null}
          {procedure.law.place} <Verified verified={procedure.law.verified} language={language} />
        </span>
      </p>
      <h2>{words.pay}</h2>
      <p>{said(procedure.payment.words, language)}</p>
      <h2>{words.disagree}</h2>
      <ul class="plain">
        {procedure.remedies.map((remedy) => (
          <li>
            {said(remedy.words, language)}
            <span class="law">{tidied(remedy.law)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Notes({ benefit, language }: Part) {
  const words = wordsOf(language).page;
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
  const words = wordsOf(language).page;
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
  const all = wordsOf(language);
  const words = all.page;
  return (
    <>
      <h2>{words.sources}</h2>
      <ul class="plain">
        {benefit.sources.map((source) => {
          const day = readDay(source.date ?? '');
          return (
            <li>
              {source.title}
              <span class="law">
                {day === undefined ? null : `${words.dated(dayWords(day, language))} · `}
                {words.sourceStates[source.verified] ?? source.verified}
              </span>
            </li>
          );
        })}
      </ul>
      <h2>{all.data}</h2>
      <p class="links">
        <a href={`/api/benefits/${benefit.address}`}>{all.dataBenefit}</a>
        <a href="/api/openapi.json">{all.dataApi}</a>
      </p>
      <p class="small">{words.version(benefit.version.slice(0, 12))}</p>
    </>
  );
}
