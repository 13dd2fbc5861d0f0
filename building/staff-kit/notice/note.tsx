import type { ReactElement, ReactNode } from 'react';

/** Late: refused or overdue. Wait: look here. Arrived: money that came. Told: all else. */
type NoteKind = 'late' | 'wait' | 'arrived' | 'told';

const signs: Record<NoteKind, string> = { late: '✕', wait: '！', arrived: '✓', told: 'i' };

interface Props {
  readonly kind: NoteKind;
  readonly title: ReactNode;
  readonly end?: ReactNode;
  readonly children?: ReactNode;
  /** Read out at once when it appears. */
  readonly urgent?: boolean;
  readonly className?: string;
}

/** Something to know, in the place where it matters: a sign, what happened, and what to do. */
export function Note({ kind, title, end, children, urgent = false, className }: Props): ReactElement {
  return (
    <div className={`note note-${kind} ${className ?? ''}`.trim()} {...(urgent ? { role: 'alert' } : {})}>
      <span className="note-sign" aria-hidden="true">
        {signs[kind]}
      </span>
      <div className="note-text">
        <div className="note-title">{title}</div>
        {children}
      </div>
      {end !== undefined && <div className="note-end">{end}</div>}
    </div>
  );
}
