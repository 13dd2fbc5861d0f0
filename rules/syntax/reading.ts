import type { Expression } from './expression.ts';
import type { SyntaxProblem, Token } from './token.ts';

// How the parser goes from token to token.

/** Brackets and branches within one another beyond this are refused, long before the stack ends. */
export const deepestNesting = 64;

/** What a language reads where packs have nothing; undefined where it has nothing either. Without one the language is that of packs. */
export interface Grammar {
  /** A value that is a word of the language. */
  readonly word: (token: Token) => Expression | undefined;
  /** The rest of a call whose arguments are not given in their order, behind its opening bracket. */
  readonly argumentsOf: (reading: Reading, name: Token) => Expression | undefined;
  /** What follows a value and makes another of it, where operators of `binding` are taken. */
  readonly after: (reading: Reading, value: Expression, binding: number) => Expression | undefined;
  /** What a loop goes through beyond a list, of which the first part is read. */
  readonly through: (reading: Reading, first: Expression) => Expression | undefined;
}

export interface Reading {
  readonly grammar: Grammar | undefined;
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
  /** Where the last test with `in` ended. */
  testEnd: number;
}

/** Leaves the parser; caught in {@link parse} and nowhere else. */
export class Stop extends Error {
  readonly problem: SyntaxProblem;
  constructor(problem: SyntaxProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

export function peek(reading: Reading): Token {
  const token = reading.tokens[reading.at] ?? reading.tokens.at(-1);
  if (token === undefined) throw new Error('A tokenized text ends with an end token.');
  return token;
}

export function take(reading: Reading): Token {
  const token = peek(reading);
  reading.at += 1;
  return token;
}

export function stopAt(token: Token, expected: string): never {
  const code = token.kind === 'end' ? 'expression-ends-early' : 'unexpected-word';
  throw new Stop({ code, start: token.start, end: token.end, values: { found: token.text, expected } });
}

export const isWord = (token: Token, text: string): boolean =>
  (token.kind === 'symbol' || token.kind === 'keyword') && token.text === text;

export function expect(reading: Reading, text: string): Token {
  const token = take(reading);
  return isWord(token, text) ? token : stopAt(token, text);
}

export function accept(reading: Reading, text: string): boolean {
  if (!isWord(peek(reading), text)) return false;
  reading.at += 1;
  return true;
}

export function nameToken(reading: Reading): Token {
  const token = take(reading);
  return token.kind === 'name' ? token : stopAt(token, 'name');
}

/** One level deeper; too deep is refused. */
export function within<T>(reading: Reading, read: () => T): T {
  reading.depth += 1;
  if (reading.depth > deepestNesting) {
    const { start, end } = peek(reading);
    throw new Stop({ code: 'expression-too-deep', start, end, values: { most: String(deepestNesting) } });
  }
  const result = read();
  reading.depth -= 1;
  return result;
}

/** Where the token before ended. */
export const endOf = (reading: Reading): number => reading.tokens[reading.at - 1]?.end ?? 0;
