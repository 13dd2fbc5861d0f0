import { parseArgs } from 'node:util';
import type { Words } from './words/made/words.ts';

/** What a command was given. */
export interface Given {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

export type OptionKinds = Readonly<Record<string, 'string' | 'boolean'>>;

/** Options that every command understands. */
export const commonOptions = {
  lang: 'string',
  json: 'boolean',
  help: 'boolean',
  law: 'string',
} as const satisfies OptionKinds;

/** Takes the arguments apart; or says, in the reader's words, what is wrong with them. */
export function readArguments(
  argv: readonly string[],
  kinds: OptionKinds,
  words: Words,
): { readonly kind: 'given'; readonly given: Given } | { readonly kind: 'wrong'; readonly sentence: string } {
  const options = Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, { type }]));
  const { tokens } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: false, tokens: true });
  const positionals: string[] = [];
  const values: Record<string, string | boolean> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const kind = Object.hasOwn(kinds, token.name) ? kinds[token.name] : undefined;
    if (kind === undefined) return { kind: 'wrong', sentence: words.unknownOption({ name: token.rawName }) };
    const swallowed = token.inlineValue === false && (token.value ?? '').startsWith('--');
    if (kind === 'string' && (token.value === undefined || token.value === '' || swallowed))
      return { kind: 'wrong', sentence: words.optionWithoutValue({ name: token.rawName }) };
    values[token.name] = kind === 'string' ? (token.value ?? '') : true;
  }
  return { kind: 'given', given: { positionals, values } };
}

export function textValue(given: Given, name: string): string | undefined {
  const value = given.values[name];
  return typeof value === 'string' ? value : undefined;
}
