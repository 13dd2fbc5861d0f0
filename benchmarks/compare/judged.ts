/** One figure that a release may not lose. */
export interface Judged {
  readonly benchmark: string;
  /** Its key; within a group `group.key`. */
  readonly figure: string;
  readonly better: 'less' | 'more';
}

const judged = (benchmark: string, figure: string, better: Judged['better']): Judged => ({
  benchmark,
  figure,
  better,
});

/**
 * What is compared. Of the check the middle second of a run stands for its slowest answers: the p99 of a whole run hangs on the machine's
 * worst moment.
 */
export const judgedFigures: readonly Judged[] = [
  judged('apply', 'actsPerSecond', 'more'),
  judged('apply', 'oneHandActMilliseconds', 'less'),
  judged('check-http', 'p50Milliseconds', 'less'),
  judged('check-http', 'medianSecondP99Milliseconds', 'less'),
  judged('batch', 'totalMilliseconds', 'less'),
  judged('explain', 'warmMicroseconds', 'less'),
  judged('explain', 'changeMilliseconds', 'less'),
  judged('columns', 'personsPerSecond1M.wasm', 'more'),
  judged('columns', 'personsPerSecond1M.wasmUnknown', 'more'),
  judged('columns', 'personsPerSecond1M.js', 'more'),
];

/** The figure in what a benchmark printed as JSON; undefined where that version of it has none. */
export function figureIn(printed: unknown, { figure }: Judged): number | undefined {
  let at: unknown = printed;
  for (const key of figure.split('.'))
    at = typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof at === 'number' && Number.isFinite(at) && at > 0 ? at : undefined;
}
