import { useSyncExternalStore } from 'react';

/** Whether the office's server answers, and whether it still knows who we are. */
export interface Reach {
  readonly reached: boolean;
  readonly signedIn: boolean;
}

let now: Reach = { reached: true, signedIn: true };
const listeners = new Set<() => void>();

function become(next: Reach): void {
  if (next.reached === now.reached && next.signedIn === now.signedIn) return;
  now = next;
  for (const listener of listeners) listener();
}

export const reportReached = (): void => become({ ...now, reached: true });
export const reportUnreached = (): void => become({ ...now, reached: false });
export const reportSignedOut = (): void => become({ ...now, signedIn: false });
export const reportSignedIn = (): void => become({ ...now, signedIn: true });

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Follows {@link Reach}; the page stays as it is when either is lost, so nothing typed goes. */
export function useReach(): Reach {
  return useSyncExternalStore(subscribe, () => now);
}
