import type { FindingCode } from '../check/tell/findings.ts';

/** A word or sign of an expression. */
export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'keyword' | 'symbol' | 'end';
  /** As written; for a text, its value; for a name with spaces, the name as it is known. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Why an expression can't be read, and where. */
export interface SyntaxProblem {
  readonly code: FindingCode;
  readonly start: number;
  readonly end: number;
  readonly values?: Readonly<Record<string, string>>;
  readonly didYouMean?: string;
}
