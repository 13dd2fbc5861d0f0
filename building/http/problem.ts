import type { Localized, Language } from '../../values/language.ts';
import { inLanguage } from '../../values/language.ts';

/** What went wrong, as a door says it: to a program as `application/problem+json` (RFC 9457), to a person as a page. */
export interface ProblemWords {
  /** HTTP status. */
  readonly status: number;
  /** For programs: `stale-version`. */
  readonly code: string;
  /** What happened. */
  readonly title: Localized;
  /** What to do now, and that nothing was lost. */
  readonly detail?: Localized;
  /** Whatever else a program needs: the faults by line, the difference, who may. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Thrown by a route for an outcome that is no answer; the server turns it into the reply. */
export class Problem extends Error {
  readonly words: ProblemWords;

  constructor(words: ProblemWords, options?: { cause?: unknown }) {
    super(words.title.en, options);
    this.name = 'Problem';
    this.words = words;
  }
}

/** The body of a problem in the reader's language; `requestId` is what a person can name to the operator. */
export function problemBody(
  { status, code, title, detail, more }: ProblemWords,
  language: Language,
  requestId: string,
): Record<string, unknown> {
  const said = detail === undefined ? {} : { detail: inLanguage(detail, language) };
  return { ...more, type: 'about:blank', status, code, title: inLanguage(title, language), ...said, requestId };
}
