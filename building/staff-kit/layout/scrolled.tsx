import type { ReactElement, ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Content wider than the screen may be scrolled sideways, by keyboard too. */
export function Scrolled({ label, className = '', children }: Props): ReactElement {
  return (
    // What scrolls must be reachable by keyboard (WCAG 2.1.1), even where nothing in it takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
