import { useEffect, useRef, type RefObject } from 'react';

const controls = '.input, input:not([hidden]), textarea, button[type=submit]';

/** The first control that a person can reach: the library keeps hidden ones for the browser's own forms. */
function firstControl(within: HTMLElement): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>(controls)].find((one) => one.closest('[aria-hidden=true]') === null);
}

/** A form that opens in the page takes the focus to its first control and comes into view. */
export function useFirstFocus<Form extends HTMLElement>(): RefObject<Form | null> {
  const form = useRef<Form>(null);
  useEffect(() => {
    if (form.current === null) return;
    firstControl(form.current)?.focus({ preventScroll: true });
    form.current.scrollIntoView({ block: 'nearest' });
  }, []);
  return form;
}

/** After a form was refused on the page itself: the focus goes to the first control that is wrong, once it is marked. */
export function focusFirstFault(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>('.field[data-invalid]');
    if (field !== null) firstControl(field)?.focus();
  });
}
