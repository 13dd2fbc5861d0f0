import type { Localized, Language } from '../../values/language.ts';
import { inLanguage } from '../../values/language.ts';

/** What went wrong, in words. */
export interface ProblemWords<Code extends string = string> {
  /** For programs: `stale-version`. */
  readonly code: Code;
  /** What happened. */
  readonly title: Localized;
  /** What to do now, and that nothing was lost. */
  readonly detail?: Localized;
  /** Whatever else a program needs: the faults by line, the difference, who may. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** As a door says it: to a program as `application/problem+json` (RFC 9457), to a person as a page. */
export interface AnsweredProblem<Code extends string = string> extends ProblemWords<Code> {
  /** HTTP status. */
  readonly status: number;
}

/** Thrown by a route for an outcome that is no answer; the server turns it into the reply. */
export class Problem extends Error {
  readonly words: AnsweredProblem;

  constructor(words: AnsweredProblem, options?: { cause?: unknown }) {
    super(words.title.en, options);
    this.name = 'Problem';
    this.words = words;
  }
}

/** The body of a problem in the reader's language; `requestId` is what a person can name to the operator. */
export function problemBody(
  { status, code, title, detail, more }: AnsweredProblem,
  language: Language,
  requestId: string,
): Record<string, unknown> {
  const said = detail === undefined ? {} : { detail: inLanguage(detail, language) };
  return { ...more, type: 'about:blank', status, code, title: inLanguage(title, language), ...said, requestId };
}
