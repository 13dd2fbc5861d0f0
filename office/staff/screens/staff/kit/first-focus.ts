import { useEffect, useRef, type RefObject } from 'react';

/** A form that opens in the page takes the focus to its first control and comes into view. */
export function useFirstFocus<Form extends HTMLElement>(): RefObject<Form | null> {
  const form = useRef<Form>(null);
  useEffect(() => {
    form.current
      ?.querySelector<HTMLElement>('input:not([hidden]), select, textarea, button[type=submit]')
      ?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return form;
}
