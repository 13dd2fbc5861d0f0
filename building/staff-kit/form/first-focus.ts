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

/** After a form was refused on the page itself: the focus goes to the first control that is wrong, once it is marked. */
export function focusFirstFault(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
