import type { ReactElement } from 'react';

/** Grey lines where text will stand. Who listens is told by what surrounds it. */
export function Skeleton({ lines = 8 }: { readonly lines?: number }): ReactElement {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} />
      ))}
    </div>
  );
}
