import { isWord, peek, type Reading, stopAt } from '../../../rules/syntax/reading.ts';

/** A type as the standard names it, blanks narrowed: `date and time`, `list<number>`, `function<>->Any`. */
export function typeName(reading: Reading): string {
  let text = '';
  let open = 0;
  for (;;) {
    const token = peek(reading);
    const isName = token.kind === 'name' || (isWord(token, 'and') && / ?(?:date|days|years)$/.test(text));
    if (isName || isWord(token, 'function')) text += /[\p{L}\p{N}_]$/u.test(text) ? ` ${token.text}` : token.text;
    else if (isWord(token, '<') || isWord(token, '>')) {
      open += token.text === '<' ? 1 : -1;
      text += token.text;
    } else if (isWord(token, '->') || (open > 0 && (isWord(token, ',') || isWord(token, ':')))) text += token.text;
    else break;
    if (open < 0) break;
    reading.at += 1;
  }
  return text === '' || open !== 0 ? stopAt(peek(reading), 'type') : text;
}
