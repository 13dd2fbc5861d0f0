import { useRef, type ReactElement } from 'react';
import type { TraceNode } from '../../../../rules/determination.ts';
import { fenFromWire, yuanText } from '../../../../values/fen.ts';
import { useKeys } from '../../../staff/screens/staff/kit/keys.ts';
import { useLanguage, useSay, useWords } from '../../../staff/screens/staff/kit/language.ts';
import { dayText } from '../../../staff/screens/staff/kit/when.ts';
import { readableTrace } from './readable-trace.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

/** How the determination was reached, from the result down to the facts and the parameters. */
export function Trace({ trace }: { readonly trace: TraceNode }): ReactElement {
  const words = useWords(zh, en).one;
  const details = useRef<HTMLDetailsElement>(null);
  useKeys({
    w: () => {
      if (details.current !== null) details.current.open = !details.current.open;
    },
  });
  return (
    <details ref={details} className="trace">
      <summary>
        {words.why} <kbd aria-hidden="true">W</kbd>
      </summary>
      <Lines nodes={readableTrace(trace)} />
    </details>
  );
}

function Lines({ nodes }: { readonly nodes: readonly TraceNode[] }): ReactElement {
  return (
    <ul>
      {nodes.map((node) => (
        <Line key={`${node.span.line}:${node.span.column} ${node.label}`} node={node} />
      ))}
    </ul>
  );
}

function Line({ node }: { readonly node: TraceNode }): ReactElement {
  const words = useWords(zh, en).one;
  const say = useSay();
  return (
    <li className={node.decisive ? 'decisive' : ''}>
      {node.words === undefined ? (
        <>
          <Name label={node.label} /> <Value node={node} />
        </>
      ) : (
        <span>{say(node.words)}</span>
      )}
      {node.value === null && <span className="mark wait">{words.unknown}</span>}
      {node.law !== undefined && (
        <span className="law">
          {node.law.title} {node.law.place}{' '}
          {!node.law.verified && (
            <span className="mark wait" title={words.unverifiedWhy}>
              {words.unverified}
            </span>
          )}
        </span>
      )}
      {node.children.length > 0 && <Lines nodes={node.children} />}
    </li>
  );
}

/** What every pack decides has words of our own; its other names stand as its author wrote them. */
function Name({ label }: { readonly label: string }): ReactElement {
  const words = useWords(zh, en).one;
  if (label === 'eligible') return <>{words.eligible}</>;
  return label === 'amount' ? <>{words.amount}</> : <code>{label}</code>;
}

function Value({ node }: { readonly node: TraceNode }): ReactElement | null {
  const words = useWords(zh, en).one;
  const language = useLanguage();
  const { value } = node;
  if (value === null) return null;
  if (typeof value === 'boolean') return <b>{value ? words.yes : words.no}</b>;
  if (node.type === 'money') return <b>{yuanText(fenFromWire(value))}</b>;
  return <b>{node.type === 'date' ? dayText(value, language) : value}</b>;
}
