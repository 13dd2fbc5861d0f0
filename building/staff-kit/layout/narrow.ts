import { useSyncExternalStore } from 'react';

const narrow = typeof window === 'undefined' ? undefined : window.matchMedia('(width < 760px)');

/** Whether the screen is a phone's: tables are lists there. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow?.addEventListener('change', listener);
      return () => narrow?.removeEventListener('change', listener);
    },
    () => narrow?.matches ?? false,
  );
}
