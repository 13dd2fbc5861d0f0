import { parse, type ParseError } from 'jsonc-parser';

const strictly = { allowTrailingComma: false, disallowComments: true };

/** Line and column, from 1, at which a text stops being JSON. The engine's own message doesn't always say. */
export function placeOfJsonFault(text: string): { readonly line: number; readonly column: number } {
  const faults: ParseError[] = [];
  parse(text, faults, strictly);
  const before = text.slice(0, faults[0]?.offset).split(/\r\n?|\n/);
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}
