import { Alert } from 'antd';
import type { ReactElement } from 'react';
import type { TraceNode } from '../../../../rules/determination.ts';
import type { CaseFile, DeterminationWire } from '../../contract.ts';
import { useSay, useWords } from '../../../staff/screens/staff/kit/language.ts';
import { Card } from '../../../staff/screens/staff/kit/page.tsx';
import { Yuan } from '../../../staff/screens/staff/kit/shown.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

/** What the policy says of this family, with every reason and how it was reached. */
export function DeterminationCard({ file }: { readonly file: CaseFile }): ReactElement {
  const words = useWords(zh, en).one;
  const current = file.changedSince ?? file.determination;
  return (
    <Card title={words.determination} end={words.version(current.version)}>
      {file.changedSince !== null && <Changed was={file.determination} now={file.changedSince} />}
      <Determination determination={current} />
      <details className="trace">
        <summary>{words.why}</summary>
        <ul>
          <TraceLine node={current.trace} />
        </ul>
      </details>
    </Card>
  );
}

/** The outcome large, then why, then what is still unknown. */
export function Determination({
  determination,
}: {
  readonly determination: Omit<DeterminationWire, 'trace'>;
}): ReactElement {
  const words = useWords(zh, en).one;
  const say = useSay();
  return (
    <>
      <p className="sum">
        <Verdict determination={determination} /> <small className="soft">{words.period(determination.period)}</small>
      </p>
      {determination.because.length > 0 && (
        <ul className="because" aria-label={words.because}>
          {determination.because.map((reason) => (
            <li key={reason.words.zh}>
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
  const words = useWords(zh, en).one;
  if (determination.amountFen !== null) return <Yuan fen={determination.amountFen} unit />;
  return <>{determination.outcome === 'not-eligible' ? words.notEligible : words.undetermined}</>;
}

function Changed({ was, now }: { readonly was: DeterminationWire; readonly now: DeterminationWire }): ReactElement {
  const words = useWords(zh, en).one;
  return (
    <Alert
      type="warning"
      showIcon
      title={words.changed}
      description={
        <>
          <p>
            {words.was} <b><Verdict determination={was} /></b> → {words.now} <b><Verdict determination={now} /></b>
          </p>
          <p>{words.changedHint}</p>
        </>
      }
    />
  );
}

function TraceLine({ node }: { readonly node: TraceNode }): ReactElement {
  const words = useWords(zh, en).one;
  const say = useSay();
  const value =
    node.value === null ? words.unknown : node.value === true ? words.yes : node.value === false ? words.no : node.value;
  return (
    <li className={node.decisive ? 'decisive' : ''}>
      <span>{node.words === undefined ? <code>{node.label}</code> : say(node.words)}</span>{' '}
      <b className={node.value === null ? 'due soon' : ''}>{value}</b>
      {node.decisive && <span className="unseen">{words.decisive}</span>}
      {node.parameter !== undefined && (
        <span className="law">
          {words.parameter(node.parameter.validFrom)}{' '}
          {!node.parameter.verified && <span className="mark wait">{words.unverified}</span>}
        </span>
      )}
      {node.law !== undefined && (
        <span className="law">
          {node.law.title} {node.law.place}
        </span>
      )}
      {node.children.length > 0 && (
        <ul>
          {node.children.map((child, index) => (
            // A trace is computed once and never reordered: the place among its siblings is its identity.
            // oxlint-disable-next-line react/no-array-index-key
            <TraceLine key={index} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
