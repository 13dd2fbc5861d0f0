import type { ReactElement } from 'react';
import type { CaseFile } from '../../../contract/case-file.ts';
import type { DeterminationWire } from '../../../contract/determination.ts';
import { useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { Card } from '../../../../../building/staff-kit/layout/page.tsx';
import { Note } from '../../../../../building/staff-kit/notice/note.tsx';
import { Yuan } from '../../../../../building/staff-kit/layout/shown.tsx';
import { Trace } from './trace.tsx';
import { load } from '../words/made/load.ts';

/** What the policy says of this family, with every reason and how it was reached. */
export function DeterminationCard({ file }: { readonly file: CaseFile }): ReactElement {
  const words = useWords(load).one;
  const say = useSay();
  const current = file.changedSince ?? file.determination;
  return (
    <Card title={words.determination} end={words.version({ version: current.version.slice(0, 12) })}>
      {file.workedOutAgain.words !== undefined && (
        <Note
          kind={file.workedOutAgain.result === 'different' ? 'late' : 'wait'}
          title={say(file.workedOutAgain.words)}
        />
      )}
      {file.changedSince !== null && <Changed was={file.determination} now={file.changedSince} />}
      <Determination determination={current} />
      {file.wouldChange !== null && (
        <section className="would-change" aria-labelledby="would-change">
          <h3 id="would-change">{words.wouldChange}</h3>
          <p>{say(file.wouldChange)}</p>
        </section>
      )}
      {current.trace !== undefined && <Trace trace={current.trace} />}
    </Card>
  );
}

/** The outcome large, then why, then what is still unknown. */
export function Determination({
  determination,
}: {
  readonly determination: Omit<DeterminationWire, 'trace'>;
}): ReactElement {
  const words = useWords(load).one;
  const say = useSay();
  return (
    <>
      <p className="sum">
        <Verdict determination={determination} />{' '}
        <small className="soft">{words.period({ period: determination.period })}</small>
      </p>
      {determination.because.length > 0 && (
        <ul className="because" aria-label={words.because}>
          {determination.because.map((reason) => (
            <li key={reason.words['zh-CN']}>
              {say(reason.words)}
              {reason.law !== undefined && (
                <span className="law">
                  {reason.law.title} {reason.law.place}{' '}
                  {!reason.law.verified && (
                    <span className="mark wait" title={words.unverifiedWhy}>
                      {words.unverified}
                    </span>
                  )}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {determination.missing.length > 0 && (
        <>
          <h3>{words.missing}</h3>
          <ul className="missing">
            {determination.missing.map((fact) => (
              <li key={`${fact.person} ${fact.name}`}>{say(fact.words)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

export function Verdict({
  determination,
}: {
  readonly determination: Pick<DeterminationWire, 'outcome' | 'amountFen'>;
}): ReactElement {
  const words = useWords(load).one;
  if (determination.amountFen !== null) return <Yuan fen={determination.amountFen} unit />;
  return <>{determination.outcome === 'not-eligible' ? words.notEligible : words.undetermined}</>;
}

function Changed({ was, now }: { readonly was: DeterminationWire; readonly now: DeterminationWire }): ReactElement {
  const words = useWords(load).one;
  return (
    <Note kind="wait" title={words.changed}>
      <p>
        {words.was}{' '}
        <b>
          <Verdict determination={was} />
        </b>{' '}
        → {words.now}{' '}
        <b>
          <Verdict determination={now} />
        </b>
      </p>
      <p>{words.changedHint}</p>
    </Note>
  );
}
