/** Something read now and then, and kept between readings. */
export interface Kept<T> {
  /** What was read, at most a little old. */
  readonly now: () => Promise<T>;
  /** It was changed here: the next reader waits for a new reading. */
  readonly forget: () => void;
}

const freshForMs = 30_000;

/**
 * Keeps what `read` gives for half a minute. What has grown old is still given while it is read anew beside it: acts ask within their transactions, and
 * an act that waited for a second connection could wait for itself.
 */
export function keepFresh<T>(read: () => Promise<T>): Kept<T> {
  let kept: { readonly value: Promise<T>; readonly readAt: number } | undefined;
  const readAnew = (): Promise<T> => {
    const before = kept;
    const value = read();
    const reading = { value: before?.value ?? value, readAt: performance.now() };
    kept = reading;
    const settle = (next: typeof kept): void => {
      if (kept === reading) kept = next;
    };
    value.then(
      () => settle({ value, readAt: performance.now() }),
      () => settle(before),
    );
    return reading.value;
  };
  return {
    now: () => (kept !== undefined && performance.now() - kept.readAt < freshForMs ? kept.value : readAnew()),
    forget: () => (kept = undefined),
  };
}
