import type { Day } from '../../../../../values/day.ts';
import type { BenefitPage } from '../../../contract/benefit.ts';
import type { DeterminationWire } from '../../../contract/determination.ts';
import type { ApplyFrame } from './form.tsx';
import { FactsList } from '../../../../../building/web-kit/shown/facts-list.tsx';
import { Notice } from '../../../../../building/web-kit/shown/notice.tsx';
import { listed, said } from '../../../../../building/web-kit/say.ts';
import { dayWords, periodWords } from '../../../../../values/day-words.ts';
import { fenFromWire, shortYuanText } from '../../../../../values/fen.ts';
import { ApplyForm } from './form.tsx';
import { Because } from '../check/law.tsx';
import { wordsIn } from '../words/made/all.ts';

export interface SurePageProps extends ApplyFrame {
  readonly submissionKey: string;
  readonly benefit: BenefitPage;
  readonly child: { readonly name: string; readonly birth: Day };
  readonly applicant: string;
  readonly account: { readonly bank: string; readonly last4: string };
  readonly determination: DeterminationWire;
  readonly photoCounts: Readonly<Record<string, number>>;
  /** What the family told of facts that the register does not hold. */
  readonly told: readonly { readonly term: string; readonly words: string; readonly change: string }[];
  /** Worth a second look, though nothing is wrong for certain. */
  readonly warnings: readonly string[];
  readonly draft: string;
  /** Where each answer may be changed; absent for what the office already holds. */
  readonly change: {
    readonly child: string;
    readonly applicant?: string | undefined;
    readonly period: string;
    readonly photos: string;
    readonly account: string;
  };
}

/** Everything once more before it is handed in. */
export function SurePage(props: SurePageProps) {
  const { language, determination, benefit, change } = props;
  const all = wordsIn(language);
  const words = all.apply.sure;
  const link = (href: string | undefined, about: string) =>
    href === undefined ? undefined : { href, words: words.change, about };
  const rows = [
    {
      term: words.child,
      words: (
        <>
          {props.child.name}
          <br />
          <span class="small">{words.born({ day: dayWords(props.child.birth, language) })}</span>
        </>
      ),
      change: link(change.child, words.child),
    },
    { term: words.applicant, words: props.applicant, change: link(change.applicant, words.applicant) },
    ...props.told.map(({ term, words: said, change: href }) => ({ term, words: said, change: link(href, term) })),
    { term: words.benefit, words: said(benefit.title, language) },
    {
      term: words.period,
      words: periodWords(determination.period, language),
      change: link(change.period, words.period),
    },
    { term: words.amount, words: <b>{amountWords(props)}</b> },
    { term: words.documents, words: <Documents {...props} />, change: link(change.photos, words.documents) },
    {
      term: words.account,
      words: all.apply.account.line({ bank: props.account.bank, last4: props.account.last4 }),
      change: link(change.account, words.account),
    },
  ];
  return (
    <ApplyForm {...props} title={words.title} next={words.send}>
      <input type="hidden" name="submission-key" value={props.submissionKey} />
      <input type="hidden" name="draft" value={props.draft} />
      <FactsList rows={rows} />
      <Warnings {...props} />
      <details open={determination.outcome !== 'eligible'}>
        <summary>{words.whyTitle}</summary>
        <Because because={determination.because} language={language} against={determination.outcome !== 'eligible'} />
      </details>
      <h2>{words.told}</h2>
      <p>{words.toldSays({ workingDays: benefit.procedure.workingDays })}</p>
      <p>{words.honest}</p>
    </ApplyForm>
  );
}

function amountWords({ determination, language }: SurePageProps): string {
  const words = wordsIn(language);
  if (determination.outcome === 'eligible' && determination.amountFen !== null)
    return words.result.money({ yuan: shortYuanText(fenFromWire(determination.amountFen)) });
  return determination.outcome === 'not-eligible' ? words.apply.sure.amountNone : words.apply.sure.amountUndetermined;
}

function Documents({ benefit, photoCounts, language }: SurePageProps) {
  const words = wordsIn(language).apply.sure;
  const shown = benefit.documents.filter((document) => document.required || (photoCounts[document.key] ?? 0) > 0);
  return (
    <>
      {shown.map((document) => (
        <div>{words.documentLine({ name: said(document.name, language), count: photoCounts[document.key] ?? 0 })}</div>
      ))}
    </>
  );
}

function Warnings(props: SurePageProps) {
  const { determination, benefit, photoCounts, language } = props;
  const all = wordsIn(language);
  const words = all.apply.sure;
  const missing = benefit.documents.filter((document) => document.required && (photoCounts[document.key] ?? 0) === 0);
  const names = listed(
    language,
    missing.map((document) => said(document.name, language)),
  );
  return (
    <>
      {determination.outcome === 'not-eligible' ? <Notice>{words.notEligible}</Notice> : null}
      {determination.outcome === 'undetermined' ? <Notice>{words.undetermined}</Notice> : null}
      {missing.length === 0 ? null : <Notice>{words.incomplete({ names })}</Notice>}
      {props.warnings.map((warning) => (
        <Notice>{warning}</Notice>
      ))}
    </>
  );
}
