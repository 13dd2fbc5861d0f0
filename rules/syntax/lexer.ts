import type { SyntaxProblem, Token } from './token.ts';

/** What a language spells that packs don't. */
export interface Spelling {
  /** What stands between tokens. */
  readonly blank: RegExp;
  /** The next token where it is spelled otherwise than in packs; undefined where it is the same, or a fault. */
  readonly tokenAt: (source: string, at: number) => Omit<Token, 'start'> | undefined;
}

/** An expression of more tokens than this isn't one that a person can check. */
export const mostTokens = 1000;

const keywords = new Set([
  'if',
  'then',
  'else',
  'and',
  'or',
  'true',
  'false',
  'null',
  'some',
  'every',
  'in',
  'satisfies',
  'between',
  'for',
  'return',
  'function',
  'external',
  'instance',
  'of',
]);

/** Whether FEEL keeps the word for itself, so that no name may be spelled so. */
export function isKeyword(word: string): boolean {
  return keywords.has(word);
}

const blank = /[ \t\n\u3000]+/y;
const number = /\d+(?:\.\d+)?/y;
const name = /[A-Za-z_\p{Script=Han}][A-Za-z_0-9\p{Script=Han}]*/uy;
const symbol = /<=|>=|!=|\.\.|\*\*|[-+*/=<>()[\],.@]/y;
const text = /"((?:[^"\\\n]|\\["\\])*)"/y;
const wide = /[\uFF01-\uFF5E\u3001\u3002\u201C\u201D\u2018\u2019]/;

/** Whether the word can name something in a pack: letters, Chinese characters, digits and `_`, no digit first. */
export function isName(word: string): boolean {
  name.lastIndex = 0;
  const match = name.exec(word);
  return match !== null && match[0].length === word.length && !isKeyword(word);
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** The ASCII sign that a full-width one stands for: `（` → `(`. */
function narrowed(sign: string): string {
  if (sign === '\u201C' || sign === '\u201D') return '"';
  if (sign === '\u3001') return ',';
  if (sign === '\u3002') return '.';
  return sign.normalize('NFKC');
}

function strayCharacter(source: string, at: number): SyntaxProblem {
  const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
  const place = { start: at, end: at + sign.length };
  if (sign === '"') return { code: 'unclosed-text', ...place };
  if (wide.test(sign)) return { code: 'full-width-sign', ...place, values: { sign }, didYouMean: narrowed(sign) };
  return { code: 'unexpected-sign', ...place, values: { sign } };
}

function numberToken(source: string, at: number, digits: string): Token | SyntaxProblem {
  const end = at + digits.length;
  const place = { start: at, end };
  if (/^0\d/.test(digits)) return { code: 'number-with-leading-zero', ...place, values: { number: digits } };
  if (digits.replace('.', '').length > 15) return { code: 'number-too-long', ...place };
  const glued = matchAt(name, source, end);
  if (glued) return { code: 'number-runs-into-name', start: at, end: end + glued[0].length };
  return { kind: 'number', text: digits, ...place };
}

function tokenAt(source: string, at: number, spelling: Spelling | undefined): Token | SyntaxProblem {
  const more = spelling?.tokenAt(source, at);
  if (more !== undefined) return { ...more, start: at };
  const digits = matchAt(number, source, at);
  if (digits) return numberToken(source, at, digits[0]);
  const word = matchAt(name, source, at);
  if (word) {
    const kind = isKeyword(word[0]) ? 'keyword' : 'name';
    return { kind, text: word[0], start: at, end: at + word[0].length };
  }
  const quoted = matchAt(text, source, at);
  if (quoted) {
    const value = (quoted[1] ?? '').replaceAll(/\\(["\\])/g, '$1');
    return { kind: 'text', text: value, start: at, end: at + quoted[0].length };
  }
  const sign = matchAt(symbol, source, at);
  if (sign) return { kind: 'symbol', text: sign[0], start: at, end: at + sign[0].length };
  return strayCharacter(source, at);
}

/** The words and signs of an expression, closed by an `end`; or the first thing that is neither. */
export function tokenize(
  source: string,
  spelling?: Spelling,
): { tokens: readonly Token[] } | { problem: SyntaxProblem } {
  const tokens: Token[] = [];
  for (let at = 0; at < source.length;) {
    const space = matchAt(spelling?.blank ?? blank, source, at);
    if (space) {
      at += space[0].length;
      continue;
    }
    const token = tokenAt(source, at, spelling);
    if ('code' in token) return { problem: token };
    if (tokens.length >= mostTokens) return { problem: { code: 'expression-too-long', start: at, end: token.end } };
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', text: '', start: source.length, end: source.length });
  return { tokens };
}
