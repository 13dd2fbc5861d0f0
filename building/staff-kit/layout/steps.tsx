import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../language.ts';
import { load } from '../words/made/load.ts';

export interface Step {
  readonly key: string;
  readonly title: ReactNode;
  /** Who and when, or what is missing. */
  readonly under?: ReactNode;
  readonly state: 'done' | 'now' | 'later';
}

/** The way something goes, and where it stands. */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }): ReactElement {
  const words = useWords(load).steps;
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={step.state}
          {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <b>
            {step.title}
            <span className="unseen"> {words[step.state]}</span>
          </b>
          {step.under !== undefined && <span>{step.under}</span>}
        </li>
      ))}
    </ol>
  );
}
