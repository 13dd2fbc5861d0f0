import type { Bilingual } from '../../values/language.ts';

/** One fault of what was sent, with its place (`/child/birth`). */
export interface Fault {
  readonly at: string;
  readonly words: Bilingual;
}

/**
 * A refusal on its way to a program or a screen (RFC 9457). Routes throw it; the API door writes it in the reader's language. Acts never do: they
 * return outcomes.
 */
export class Problem extends Error {
  /** HTTP's status. */
  readonly status: number;
  /** Stable, for programs. */
  readonly code: string;
  /** What happened and what to do. */
  readonly words: Bilingual;
  readonly faults: readonly Fault[];
  /** Members of the answer beyond the common ones: what a stale tab should see. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    words: Bilingual,
    { faults = [], more = {} }: { faults?: readonly Fault[]; more?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(`${status} ${code}`);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.words = words;
    this.faults = faults;
    this.more = more;
  }
}

/** The one answer for what doesn't exist and for what lies beyond the asker's division: nothing is told apart. */
export function notFound(): Problem {
  return new Problem(404, 'not-found', {
    zh: '没有找到。可能网址有误，也可能不在您负责的区域。',
    en: 'Not found. The address may be wrong, or it lies outside your area.',
  });
}
