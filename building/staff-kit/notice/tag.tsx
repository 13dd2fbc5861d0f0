import type { ReactElement, ReactNode } from 'react';

interface Props {
  /** Plain unless said otherwise: good, bad and wait never stand by colour alone, the word says it. */
  readonly kind?: 'good' | 'bad' | 'wait';
  readonly children: ReactNode;
}

/** The state of something, in a word. */
export function Tag({ kind, children }: Props): ReactElement {
  return <span className={kind === undefined ? 'mark' : `mark ${kind}`}>{children}</span>;
}
