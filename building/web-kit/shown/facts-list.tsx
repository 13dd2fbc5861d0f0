import type { ComponentChildren } from 'preact';

export interface FactRow {
  readonly term: string;
  readonly words: ComponentChildren;
  /** Where this may be changed; `words` says what the link changes, for those who hear links one by one. */
  readonly change?: { readonly href: string; readonly words: string; readonly about: string } | undefined;
}

/**
 * Terms and what is known of each, one under the other: for checking answers and for what the office holds. `short` terms stay beside
 * theirs on a phone.
 */
export function FactsList({ rows, short = false }: { rows: readonly FactRow[]; short?: boolean }) {
  return (
    <dl class={short ? 'facts short' : 'facts'}>
      {rows.map((row) => (
        <div>
          <dt>{row.term}</dt>
          <dd>{row.words}</dd>
          {row.change === undefined ? null : (
            <dd class="change">
              <a href={row.change.href}>
                {row.change.words}
                <span class="unseen"> {row.change.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
