/** A word or sign of an expression. */
export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'keyword' | 'symbol' | 'end';
  /** As written; for a text, its value; for a name with spaces, the name as it is known. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
