import type { ComponentChildren } from 'preact';

type Look = 'full' | 'quiet' | 'plainly';

interface Props {
  children: ComponentChildren;
  look?: Look;
  /** Fills the column: the one thing to do on a page. */
  wide?: boolean;
}

const classes = (look: Look, wide: boolean): string =>
  ['button', look === 'full' ? '' : look, wide ? 'wide' : ''].filter((name) => name !== '').join(' ');

/**
 * Sends the form it stands in. `name` and `value` tell which of several buttons was pressed; `to` sends to another address than the form's.
 */
export function Button({
  children,
  look = 'full',
  wide = false,
  name,
  value,
  to,
  label,
}: Props & { name?: string; value?: string; to?: string; label?: string }) {
  return (
    <button class={classes(look, wide)} type="submit" name={name} value={value} formAction={to} aria-label={label}>
      {children}
    </button>
  );
}

/**
 * Stands first in a form that has several buttons: the Enter key presses the first one, which must not be one that takes something away.
 */
export function EnterKey() {
  return <button class="unseen" type="submit" tabIndex={-1} aria-hidden="true" />;
}

/** A link that looks like the thing to do next. */
export function ButtonLink({ children, look = 'full', wide = false, href }: Props & { href: string }) {
  return (
    <a class={classes(look, wide)} href={href}>
      {children}
    </a>
  );
}
