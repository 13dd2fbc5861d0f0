/** What may stand next: a value, a key, or what follows a value inside the innermost bracket. */
type Due = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'after';

const token =
  /[ \t\r\n]*(?:("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:]))/uy;
const blanks = /[ \t\r\n]*/y;

function afterSign(sign: string, due: Due, open: string[]): Due | undefined {
  const wantsValue = due === 'value' || due === 'value-or-close';
  if ((sign === '{' || sign === '[') && wantsValue) {
    open.push(sign);
    return sign === '{' ? 'key-or-close' : 'value-or-close';
  }
  const innermost = open.at(-1);
  if (sign === ':' && due === 'colon') return 'value';
  if (sign === ',' && due === 'after' && innermost !== undefined) return innermost === '{' ? 'key' : 'value';
  const closes =
    (sign === '}' && innermost === '{' && (due === 'after' || due === 'key-or-close')) ||
    (sign === ']' && innermost === '[' && (due === 'after' || due === 'value-or-close'));
  if (!closes) return undefined;
  open.pop();
  return 'after';
}

function afterToken(match: RegExpExecArray, due: Due, open: string[]): Due | undefined {
  const [, text, plain, sign] = match;
  if (text !== undefined && (due === 'key' || due === 'key-or-close')) return 'colon';
  if (text !== undefined || plain !== undefined)
    return due === 'value' || due === 'value-or-close' ? 'after' : undefined;
  return afterSign(sign ?? '', due, open);
}

/** Offset of the first thing that keeps the text from being JSON. The engine's own message doesn't always say. */
function offsetOfFault(text: string): number {
  const open: string[] = [];
  let due: Due = 'value';
  for (let at = 0; ;) {
    blanks.lastIndex = at;
    blanks.exec(text);
    const start = blanks.lastIndex;
    token.lastIndex = at;
    const match = token.exec(text);
    const next: Due | undefined = match ? afterToken(match, due, open) : undefined;
    if (match === null || next === undefined) return start;
    due = next;
    at = token.lastIndex;
  }
}

/** Line and column, from 1, at which a text stops being JSON. */
export function placeOfJsonFault(text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offsetOfFault(text)).split(/\r\n?|\n/);
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}
