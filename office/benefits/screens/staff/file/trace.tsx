import { useRef, type ReactElement } from 'react';
import type { TraceNode } from '../../../../../rules/determination.ts';
import { readableTrace } from '../../../../../rules/explain/tell/readable-trace.ts';
import { useKeys } from '../../../../../building/staff-kit/keys/keys.ts';
import { useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { load } from '../words/made/load.ts';

/** How the determination was reached, from the result down to the facts and the parameters. */
export function Trace({ trace }: { readonly trace: TraceNode }): ReactElement {
  const words = useWords(load).one;
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
  const words = useWords(load).one;
  const say = useSay();
  return (
    <li className={node.decisive ? 'decisive' : ''}>
      {node.words !== undefined && <span>{say(node.words)}</span>}
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
