/** Marks where the focus goes when what had it has left the page: the count of a list, else the page's heading. */
export const focusHome = { 'data-focus-home': '', tabIndex: -1 } as const;

/** After something closed: if the focus fell to nothing, it goes home, so that the next Tab begins where the eye is. */
export function focusHomeIfLost(): void {
  // The library gives the focus back in the frame after it closed; what it gives it to may be gone.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const active = document.activeElement;
      if (active !== null && active !== document.body && active.isConnected) return;
      const home =
        document.querySelector<HTMLElement>('main [data-focus-home]') ?? document.querySelector<HTMLElement>('main h1');
      home?.focus({ preventScroll: true });
    }),
  );
}
