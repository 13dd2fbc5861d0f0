import type { ComponentChildren } from 'preact';
import type { Language } from '../../../../../values/language.ts';
import type { MyCase } from '../../../contract/follow.ts';
import { ButtonLink } from '../../../../../building/web-kit/shown/button.tsx';
import { Notice } from '../../../../../building/web-kit/shown/notice.tsx';
import { Path, type PathStep } from '../../../../../building/web-kit/shown/path.tsx';
import { Phrases } from '../../../../../building/web-kit/shown/phrases.tsx';
import { dueDayWords, inARow, instantWords, said, tidied } from '../../../../../building/web-kit/say.ts';
import { dayWords } from '../../../../../values/day-words.ts';
import { fenFromWire, shortYuanText } from '../../../../../values/fen.ts';
import { unreachable } from '../../../../../values/unreachable.ts';
import { Because } from '../check/law.tsx';
import { CaseSlip, followHref } from './receipt.tsx';
import { wordsIn } from '../words/made/all.ts';

export interface MyCaseProps {
  readonly language: Language;
  readonly found: MyCase;
  readonly address: string;
  /** Said first: it was just withdrawn, corrected, or had moved on. */
  readonly first?: { readonly title: string; readonly says?: string; readonly tone: 'good' | 'wait' } | undefined;
}

/** What it is about and where it is, in one line. */
export function headlineOf({ title, progress }: MyCase, language: Language): string {
  return wordsIn(language).follow.headline({ title: said(title, language), progress: said(progress, language) });
}

/** Where a case is: the steps with their days, who has it, and by when it is answered. */
export function MyCasePage(props: MyCaseProps) {
  const { language, found, address } = props;
  const words = wordsIn(language).follow;
  const open = found.state === 'received' || found.state === 'reviewed';
  return (
    <>
      <a class="back" href="/my">
        ‹ {words.back}
      </a>
      {props.first === undefined ? null : (
        <Notice title={props.first.title} tone={props.first.tone}>
          {props.first.says === undefined ? null : <p>{props.first.says}</p>}
        </Notice>
      )}
      <h1>
        <Phrases text={headlineOf(found, language)} />
      </h1>
      <CaseSlip found={found} address={address} language={language} />
      {open ? <Due found={found} language={language} /> : null}
      {found.state === 'correcting' ? <Asked found={found} language={language} /> : null}
      {found.state === 'refused' ? <Decision found={found} language={language} /> : null}
      <Path label={words.pathLabel} steps={stepsOf(found, language)} standing={words.standing} />
      {found.state === 'granted' ? (
        <>
          <p>
            <ButtonLink href="/my/payments" look="quiet" wide>
              {words.payments}
            </ButtonLink>
          </p>
          <Decision found={found} language={language} />
        </>
      ) : null}
      <Looks found={found} language={language} />
      <p class="links screen-only">
        <a href="/disagree">{words.why}</a>
        {found.mayWithdraw ? <a href={`${followHref(found.receipt)}/withdraw`}>{words.withdraw}</a> : null}
      </p>
      <p class="print-only every-sheet">{wordsIn(language).receipt.sheet({ receipt: found.receipt })}</p>
    </>
  );
}

function Due({ found, language }: { found: MyCase; language: Language }) {
  const words = wordsIn(language).follow;
  if (found.overdue) {
    return (
      <Notice tone="bad" title={words.overdue({ day: dayWords(found.dueOn, language) })}>
        <p>{words.overdueSays}</p>
      </Notice>
    );
  }
  return (
    <Notice title={words.due({ day: dueDayWords(found.dueOn, language) })}>
      <p>
        {inARow(language, [
          words.dueSays({ workingDays: found.workingDays }),
          found.correction === null ? undefined : words.waited,
          found.dueProvisional ? words.provisional : undefined,
        ])}
      </p>
    </Notice>
  );
}

/** What the one correction notice asks for. */
export function AskedItems({ found, language }: { found: MyCase; language: Language }): ComponentChildren {
  const { correction } = found;
  if (correction === null) return null;
  const words = wordsIn(language).follow;
  return (
    <>
      <ul>
        {correction.items.map((item) => (
          <li>{said(item.words, language)}</li>
        ))}
      </ul>
      {correction.note === undefined ? null : <p>{words.missingNote({ note: correction.note })}</p>}
    </>
  );
}

function Asked({ found, language }: { found: MyCase; language: Language }) {
  const words = wordsIn(language).follow;
  return (
    <>
      <Notice title={words.waiting}>
        <p>{words.waitingSays}</p>
        <b>{words.missing}</b>
        <AskedItems found={found} language={language} />
      </Notice>
      <ButtonLink href={`${followHref(found.receipt)}/correct`} wide>
        {words.correct}
      </ButtonLink>
    </>
  );
}

function Decision({ found, language }: { found: MyCase; language: Language }) {
  const { decision } = found;
  const words = wordsIn(language).follow;
  if (decision === null) return null;
  const granted = decision.outcome === 'granted';
  const amount = decision.amountFen === null ? '' : shortYuanText(fenFromWire(decision.amountFen));
  return (
    <section class="card" aria-labelledby="decision">
      <header>
        <h2 id="decision">{words.decision}</h2>
        <span class="small">{words.decisionNumber({ number: decision.number })}</span>
      </header>
      <p class="amount">{granted ? words.granted({ yuan: amount }) : words.refused}</p>
      <p class="small">
        {words.decidedBy({ office: said(decision.office, language), day: dayWords(decision.decidedOn, language) })}
      </p>
      {granted ? <p>{words.account({ bank: found.account.bank, last4: found.account.last4 })}</p> : null}
      <h3>{words.because}</h3>
      <Because because={decision.reasons} language={language} against={!granted} />
      <h3>{words.remedies}</h3>
      <ul class="plain">
        {decision.remedies.map((remedy) => (
          <li>
            {said(remedy.words, language)}
            {remedy.lastDay === undefined ? null : (
              <b>{words.lastDay({ day: dueDayWords(remedy.lastDay, language) })}</b>
            )}
            <span class="law" lang="zh-CN">
              {tidied(remedy.law)}
            </span>
          </li>
        ))}
      </ul>
      <button class="button quiet" type="button" data-print hidden>
        {words.printLetter}
      </button>
    </section>
  );
}

/** The steps of the case as the line shows them. */
function stepsOf(found: MyCase, language: Language): readonly PathStep[] {
  return found.path.map((step) => {
    const when = [
      ...(step.on === undefined ? [] : [dayWords(step.on, language)]),
      ...(step.by === undefined ? [] : [said(step.by, language)]),
      said(step.words, language),
    ];
    return { name: said(step.name, language), when: when.join(' · '), stands: standsOf(step.state) };
  });
}

function standsOf(state: MyCase['path'][number]['state']): PathStep['stands'] {
  switch (state) {
    case 'done':
    case 'now':
    case 'ended':
      return state;
    case 'next':
      return 'later';
    case 'refused':
      return 'stopped';
    default:
      return unreachable(state);
  }
}

/** When somebody looked, of which office, by which duty. */
function lookWords({ at, office, duty }: MyCase['looks'][number], language: Language): string {
  const words = wordsIn(language).follow;
  const told = { at: instantWords(at, language), office: said(office, language) };
  return duty === undefined ? words.look(told) : words.lookBy({ ...told, duty: said(duty, language) });
}

function Looks({ found, language }: { found: MyCase; language: Language }) {
  const words = wordsIn(language).follow;
  return (
    <section class="screen-only">
      <h2>{words.looks}</h2>
      {found.looks.length === 0 ? (
        <p class="small">{words.noLooks}</p>
      ) : (
        <ul class="plain small">
          {found.looks.map((look) => (
            <li>{lookWords(look, language)}</li>
          ))}
        </ul>
      )}
      <p class="links">
        <a href="/my/record">{words.allLooks}</a>
      </p>
    </section>
  );
}
