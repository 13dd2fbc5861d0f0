import type { ReactElement } from 'react';
import type { CaseFile } from '../../../contract/case-file.ts';
import { fenFromWire, yuanText } from '../../../../../values/fen.ts';
import { Button } from '../../../../../building/staff-kit/button/button.tsx';
import { useLanguage, useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { dayText } from '../../../../../building/staff-kit/date/when.ts';
import { load } from '../words/made/load.ts';

interface Props {
  readonly file: CaseFile;
  readonly decision: NonNullable<CaseFile['decision']>;
}

/** The letter as the family gets it: what was decided, why, by which law, and how to disagree until when. Prints alone on A4. */
export function DecisionLetter({ file, decision }: Props): ReactElement {
  const words = useWords(load).one;
  const say = useSay();
  const language = useLanguage();
  const title = say(file.title);
  const period = words.period({ period: file.period });
  return (
    <section className="card letter" aria-label={words.letter}>
      <div className="letter-head">
        {say(decision.office)} {words.letter}
      </div>
      <div className="letter-number">
        {decision.number} · {file.receipt}
      </div>
      <p>{words.letterTo({ name: file.applicant.name })}</p>
      <p>
        {decision.outcome === 'granted' && decision.amountFen !== null
          ? words.letterGranted({ title, period, amount: yuanText(fenFromWire(decision.amountFen)) })
          : words.letterRefused({ title, period })}
      </p>
      <h3>{words.because}</h3>
      <ol>
        {decision.reasons.map((reason) => (
          <li key={reason.words['zh-CN']}>
            {say(reason.words)}
            {reason.law !== undefined && (
              <span className="law">
                {reason.law.title} {reason.law.place}
              </span>
            )}
          </li>
        ))}
      </ol>
      <h3>{words.remedies}</h3>
      <ol>
        {decision.remedies.map((remedy) => (
          <li key={remedy.key}>
            {say(remedy.words)}
            <span className="law">
              {remedy.law}
              {remedy.lastDay !== undefined && ` · ${words.until({ day: dayText(remedy.lastDay, language) })}`}
            </span>
          </li>
        ))}
      </ol>
      <p className="letter-foot">
        {say(decision.office)}
        <br />
        {dayText(decision.decidedOn, language)}
      </p>
      <p className="no-print">
        <Button press={() => window.print()}>{words.print}</Button>
      </p>
    </section>
  );
}
