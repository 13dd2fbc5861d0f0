/** Something read now and then, and kept between readings. */
export interface Kept<T> {
  /** What was read; `afresh` waits for a reading that begins now. */
  readonly now: (reading?: 'afresh') => Promise<T>;
  /** It was changed here: the next reader waits for a new reading. */
  readonly forget: () => void;
}

interface Keeping {
  /** What is older is given no more: whoever asks waits for a new reading. However old it is, it is given, when this is left out. */
  readonly oldestMs?: number;
  /** Milliseconds of a clock that only goes on. */
  readonly clock?: () => number;
}

const freshForMs = 15_000;

/**
 * Keeps what `read` gives. What is older than a quarter of a minute is still given while it is read anew beside it, up to the age that it
 * may have. Leave that age out where acts ask within their transactions: acts that waited for a further connection could wait for each
 * other.
 */
export function keepFresh<T>(read: () => Promise<T>, keeping: Keeping = {}): Kept<T> {
  const { oldestMs = Number.POSITIVE_INFINITY, clock = () => performance.now() } = keeping;
  let kept: { readonly value: T; readonly readAt: number } | undefined;
  let reading: Promise<T> | undefined;
  const readAnew = (): Promise<T> => {
    const readAt = clock();
    const own = read();
    reading = own;
    const settle = (value?: { readonly value: T }): void => {
      if (reading !== own) return;
      reading = undefined;
      if (value !== undefined) kept = { ...value, readAt };
    };
    void keepWhenRead(own, settle);
    return own;
  };
  return {
    now: (how) => {
      if (how === 'afresh') return readAnew();
      const age = kept === undefined ? Number.POSITIVE_INFINITY : clock() - kept.readAt;
      if (kept === undefined || age > oldestMs) return reading ?? readAnew();
      if (age > freshForMs && reading === undefined) void readAnew();
      return Promise.resolve(kept.value);
    },
    forget: () => {
      [kept, reading] = [undefined, undefined];
    },
  };
}

/** Who asked for the reading hears of its failure themselves; here what there was stays. */
async function keepWhenRead<T>(reading: Promise<T>, settle: (value?: { readonly value: T }) => void): Promise<void> {
  try {
    settle({ value: await reading });
  } catch {
    settle();
  }
}
