import type { ComponentChildren } from 'preact';

/** A word or two on how something stands. */
export function Tag({ tone, children }: { tone: 'good' | 'wait' | 'bad' | 'plain'; children: ComponentChildren }) {
  return <span class={tone === 'plain' ? 'tag' : `tag ${tone}`}>{children}</span>;
}
