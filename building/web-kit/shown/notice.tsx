import type { ComponentChildren } from 'preact';

/** A box that says one thing apart from the text. Its tone is in its words as well as in its colour. */
export function Notice({
  title,
  tone = 'wait',
  children,
}: {
  title?: string;
  tone?: 'wait' | 'bad' | 'good' | 'calm';
  children?: ComponentChildren;
}) {
  return (
    <div class={tone === 'wait' ? 'notice' : `notice ${tone}`}>
      {title === undefined ? null : <b>{title}</b>}
      {children}
    </div>
  );
}
