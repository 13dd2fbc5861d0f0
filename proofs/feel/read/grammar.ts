import type { Expression } from '../../../rules/syntax/expression.ts';
import { summand, whole } from '../../../rules/syntax/parse.ts';
import {
  accept,
  endOf,
  expect,
  type Grammar,
  isWord,
  peek,
  type Reading,
  Stop,
  stopAt,
} from '../../../rules/syntax/reading.ts';
import { comparison } from '../../../rules/syntax/strength.ts';
import type { Token } from '../../../rules/syntax/token.ts';
import { typeName } from './type-name.ts';

type Beyond = Extract<Expression, { kind: 'beyond' }>;

/** The words before a colon, if that is what stands here: `n`, `start position`. */
function parameterName(reading: Reading): { readonly name: string; readonly words: number } | undefined {
  const words: string[] = [];
  for (let at = reading.at; ; at += 1) {
    const token = reading.tokens[at];
    if (token === undefined) return undefined;
    if (isWord(token, ':')) return words.length === 0 ? undefined : { name: words.join(' '), words: words.length };
    if (token.kind !== 'name' && token.kind !== 'keyword') return undefined;
    words.push(token.text);
  }
}

/** `f(scale: 2, n: 1)`: the function's name and those of the parameters, one for each argument. */
function namedArguments(reading: Reading, { text, start }: Token): Beyond | undefined {
  if (parameterName(reading) === undefined) return undefined;
  const parts: Expression[] = [];
  const names: string[] = [];
  do {
    const parameter = parameterName(reading);
    if (parameter === undefined) return stopAt(peek(reading), 'name');
    reading.at += parameter.words + 1;
    names.push(parameter.name);
    parts.push(whole(reading));
  } while (accept(reading, ','));
  expect(reading, ')');
  return { kind: 'beyond', what: 'call', parts, details: [text, ...names], start, end: endOf(reading) };
}

function instanceOf(reading: Reading, value: Expression, binding: number): Beyond | undefined {
  if (!accept(reading, 'instance')) return undefined;
  const { start, end } = value;
  // Engines differ on what a sign or an operator before it belongs to.
  if (binding > comparison) throw new Stop({ code: 'wants-brackets', start, end, values: { word: 'instance of' } });
  expect(reading, 'of');
  return {
    kind: 'beyond',
    what: 'instance of',
    parts: [value],
    details: [typeName(reading)],
    start,
    end: endOf(reading),
  };
}

/** `1..3` without brackets, which a loop counts through. */
function count(reading: Reading, low: Expression): Beyond | undefined {
  if (!accept(reading, '..')) return undefined;
  const high = summand(reading);
  return { kind: 'beyond', what: 'count', parts: [low, high], details: [], start: low.start, end: high.end };
}

/** What the standard's grammar has and packs have not. */
export const feelGrammar: Grammar = {
  word: ({ text, start, end }) =>
    text === 'null' ? { kind: 'beyond', what: 'null', parts: [], details: [], start, end } : undefined,
  argumentsOf: namedArguments,
  after: instanceOf,
  through: count,
};
