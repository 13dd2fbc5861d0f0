import type { Localized } from '../values/language.ts';

/** A place in a pack: 1-based line and column, in characters (code points), end exclusive. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One fault of a pack, placed and said in words. All faults of a pack are found in one reading. */
export interface Finding {
  /** Stable, e.g. `unknown-name`, `nullable-condition`, `example-fails`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly words: Localized;
  readonly span: Span;
  /** The nearest declared name, where a name was not found. */
  readonly didYouMean?: string;
}
