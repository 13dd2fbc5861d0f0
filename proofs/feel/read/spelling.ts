import type { Token } from '../../../rules/syntax/token.ts';
import { isKeyword, type Spelling } from '../../../rules/syntax/lexer.ts';

// What the standard spells and a pack doesn't: `.5`, `1.2e3`, `"\u0041"`, names with spaces or of any alphabet, `->`, braces.

type Spelled = Omit<Token, 'start'>;

/** Digits beyond FEEL's 34 would be rounded; no such number is written in earnest. */
const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?/y;
const name = /[?_\p{L}\p{Extended_Pictographic}][?_\p{L}\p{N}\p{M}\p{Extended_Pictographic}]*/uy;
const symbol = /->|[{}:]/y;
const text = /"((?:[^"\\]|\\(?:["\\'nrt]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}))*)"/uy;
const escape = /\\(?:(["\\'nrt])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6}))/g;
const control: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function unescaped(written: string): string {
  // A surrogate pair may be written as two \u.
  return written.replaceAll(escape, (_, sign?: string, short?: string, long?: string) =>
    sign === undefined
      ? short === undefined
        ? String.fromCodePoint(Number.parseInt(long ?? '0', 16))
        : String.fromCharCode(Number.parseInt(short, 16))
      : (control[sign] ?? sign),
  );
}

const patterns = new Map<string, RegExp>();

/** The name with any blanks where it has one, no letter right after it. */
function patternOf(long: string): RegExp {
  const known = patterns.get(long);
  if (known !== undefined) return known;
  const escaped = long.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
  const made = new RegExp(`${escaped.replaceAll(/\s+/g, String.raw`\s+`)}(?![_\\p{L}\\p{N}])`, 'uy');
  patterns.set(long, made);
  return made;
}

function longNameAt(source: string, at: number, longNames: readonly string[]): Spelled | undefined {
  let best: Spelled | undefined;
  for (const long of longNames) {
    const match = matchAt(patternOf(long), source, at);
    if (match !== null && (best === undefined || at + match[0].length > best.end))
      best = { kind: 'name', text: long, end: at + match[0].length };
  }
  return best;
}

/** A comment runs to the end of its line or to its closing sign. A pack has its own place for words. */
const blankOrComment = /(?:\s|\/\/[^\n]*|\/\*.*?\*\/)+/suy;

function tokenAt(source: string, at: number, longNames: readonly string[]): Spelled | undefined {
  const digits = matchAt(number, source, at);
  if (digits !== null) {
    const end = at + digits[0].length;
    const isLong = digits[0].replace(/[eE].*$/, '').replaceAll(/\D/g, '').length > 34;
    return isLong || matchAt(name, source, end) !== null ? undefined : { kind: 'number', text: digits[0], end };
  }
  const long = longNameAt(source, at, longNames);
  if (long !== undefined) return long;
  const word = matchAt(name, source, at);
  if (word !== null) {
    const kind = isKeyword(word[0]) ? 'keyword' : 'name';
    return { kind, text: word[0], end: at + word[0].length };
  }
  const quoted = matchAt(text, source, at);
  if (quoted !== null) return { kind: 'text', text: unescaped(quoted[1] ?? ''), end: at + quoted[0].length };
  const sign = matchAt(symbol, source, at);
  return sign === null ? undefined : { kind: 'symbol', text: sign[0], end: at + sign[0].length };
}

/** How the standard spells, where these names with spaces, dots or hyphens are known: FEEL can only tell by knowing them. */
export function spellingWith(longNames: readonly string[]): Spelling {
  return { blank: blankOrComment, tokenAt: (source, at) => tokenAt(source, at, longNames) };
}
