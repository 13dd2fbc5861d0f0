import type { BinaryOperator, Expression, Stretch, TestOperator } from './expression.ts';
import {
  accept,
  endOf,
  expect,
  type Grammar,
  isWord,
  nameToken,
  peek,
  type Reading,
  Stop,
  stopAt,
  take,
  within,
} from './reading.ts';
import { additive, comparison, negation, strength } from './strength.ts';
import type { SyntaxProblem, Token } from './token.ts';
import { type Spelling, tokenize } from './lexer.ts';

/** A language of which packs write a part: what it spells and reads beyond them. */
export interface Language {
  readonly spelling?: Spelling;
  readonly grammar?: Grammar;
}

export type Parsed =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'problem'; readonly problem: SyntaxProblem };

const operators = new Set<string>(Object.keys(strength));

/** An expression up to where it ends. */
export const whole = (reading: Reading): Expression => within(reading, () => operation(reading, 0));

function listUpTo(reading: Reading, close: string): Expression[] {
  return accept(reading, close) ? [] : itemsUpTo(reading, close, whole);
}

function itemsUpTo(reading: Reading, close: string, read: (reading: Reading) => Expression): Expression[] {
  const items: Expression[] = [];
  do items.push(read(reading));
  while (accept(reading, ','));
  expect(reading, close);
  return items;
}

function conditional(reading: Reading, start: number): Expression {
  const condition = whole(reading);
  expect(reading, 'then');
  const whenTrue = whole(reading);
  expect(reading, 'else');
  const whenFalse = whole(reading);
  return { kind: 'if', condition, whenTrue, whenFalse, start, end: whenFalse.end };
}

function quantified(reading: Reading, quantifier: 'some' | 'every', start: number): Expression {
  const variable = nameToken(reading).text;
  expect(reading, 'in');
  const list = within(reading, () => summand(reading));
  expect(reading, 'satisfies');
  const condition = whole(reading);
  return { kind: 'quantified', quantifier, variable, list, condition, start, end: condition.end };
}

/** A sum, product or value: what may stand beside a comparison or `..`. */
export const summand = (reading: Reading): Expression => operation(reading, additive);

function iterated(reading: Reading): Expression {
  const first = summand(reading);
  return reading.grammar?.through(reading, first) ?? first;
}

function loop(reading: Reading, start: number): Expression {
  const variable = nameToken(reading).text;
  expect(reading, 'in');
  const list = within(reading, () => iterated(reading));
  expect(reading, 'return');
  const result = whole(reading);
  return { kind: 'for', variable, list, result, start, end: result.end };
}

/** `if`, `some`, `every` and `for` reach as far right as they can, so inside an operation they want brackets. */
function keyword(reading: Reading, token: Token, binding: number): Expression {
  const { text, start, end } = token;
  if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', start, end };
  const word = reading.grammar?.word(token);
  if (word !== undefined) return word;
  if (text === 'null') throw new Stop({ code: 'null-is-not-written', start, end });
  if (text !== 'if' && text !== 'some' && text !== 'every' && text !== 'for') return stopAt(token, 'value');
  if (binding > 0) throw new Stop({ code: 'wants-brackets', start, end, values: { word: text } });
  if (text === 'if') return conditional(reading, start);
  return text === 'for' ? loop(reading, start) : quantified(reading, text, start);
}

function nameOrCall(reading: Reading, token: Token): Expression {
  const { text: name, start, end } = token;
  if (!accept(reading, '(')) {
    if (name === 'not') throw new Stop({ code: 'not-wants-brackets', start, end });
    return { kind: 'name', name, start, end };
  }
  const own = reading.grammar?.argumentsOf(reading, token);
  if (own !== undefined) return own;
  const given = within(reading, () => listUpTo(reading, ')'));
  return { kind: 'call', name, nameAt: { start, end }, given, start, end: endOf(reading) };
}

function primary(reading: Reading, binding: number): Expression {
  const token = take(reading);
  const { start, end } = token;
  if (token.kind === 'number') return { kind: 'number', digits: token.text, start, end };
  if (token.kind === 'text') return { kind: 'text', value: token.text, start, end };
  if (token.kind === 'keyword') return keyword(reading, token, binding);
  if (token.kind === 'name') return nameOrCall(reading, token);
  if (isWord(token, '-')) {
    const value = within(reading, () => operation(reading, negation));
    return { kind: 'negate', value, start, end: value.end };
  }
  if (isWord(token, '@')) {
    const written = take(reading);
    return written.kind === 'text'
      ? { kind: 'at', text: written.text, start, end: written.end }
      : stopAt(written, 'text');
  }
  if (isWord(token, '(')) {
    const inner = whole(reading);
    if (accept(reading, '..')) return range(reading, token, inner);
    const close = expect(reading, ')');
    return { ...inner, start, end: close.end };
  }
  if (isWord(token, '[')) {
    return within(reading, () => listOrRange(reading, token));
  }
  return stopAt(token, 'value');
}

function postfix(reading: Reading, binding: number): Expression {
  let of = primary(reading, binding);
  const { start } = of;
  for (;;) {
    if (accept(reading, '.')) {
      const { text: name, start: at, end } = nameToken(reading);
      of = { kind: 'member', of, name, nameAt: { start: at, end }, start, end };
    } else if (accept(reading, '[')) {
      const condition = whole(reading);
      const { end } = expect(reading, ']');
      of = { kind: 'filter', list: of, condition, start, end };
    } else {
      const more = reading.grammar?.after(reading, of, binding);
      if (more === undefined) return of;
      of = more;
    }
  }
}

/** After `[`: a list, or a range such as `[1..5)`. */
function listOrRange(reading: Reading, open: Token): Expression {
  const { start } = open;
  if (accept(reading, ']')) return { kind: 'list', items: [], start, end: endOf(reading) };
  const first = whole(reading);
  if (accept(reading, '..')) return range(reading, open, first);
  const items = accept(reading, ',') ? [first, ...itemsUpTo(reading, ']', whole)] : [first];
  if (items.length === 1) expect(reading, ']');
  return { kind: 'list', items, start, end: endOf(reading) };
}

function range(reading: Reading, open: Token, low: Expression): Expression {
  const high = within(reading, () => summand(reading));
  const close = take(reading);
  if (!isWord(close, ')') && !isWord(close, ']')) stopAt(close, ']');
  const lowIncluded = open.text === '[';
  const highIncluded = close.text === ']';
  return { kind: 'range', low, high, lowIncluded, highIncluded, start: open.start, end: close.end };
}

const isTestOperator = (text: string): text is TestOperator => ['=', '!=', '<', '<=', '>', '>='].includes(text);

/** One test of an `in`: `< 5`, a range, a list or a value. */
function test(reading: Reading): Expression {
  const token = peek(reading);
  if (token.kind !== 'symbol' || !isTestOperator(token.text)) return whole(reading);
  const { text: operator, start } = take(reading) as { text: TestOperator; start: number };
  const operand = within(reading, () => summand(reading));
  return { kind: 'test', operator, operand, start, end: operand.end };
}

/** After `in`: `[a..b]`, `(a..b]`, `["a", "b"]`, `< 5`, a value, or several of these in round brackets. */
function membership(reading: Reading, value: Expression): Expression {
  const open = peek(reading);
  const { start } = value;
  if (isWord(open, '(')) {
    take(reading);
    const first = test(reading);
    if (accept(reading, '..')) return inRange(value, range(reading, open, first));
    const list = accept(reading, ',') ? [first, ...itemsUpTo(reading, ')', test)] : [first];
    if (list.length === 1) expect(reading, ')');
    return { kind: 'in-list', value, list, start, end: endOf(reading) };
  }
  const isTest = open.kind === 'symbol' && isTestOperator(open.text);
  const found = isTest ? test(reading) : within(reading, () => summand(reading));
  if (found.kind === 'range') return inRange(value, found);
  const list = found.kind === 'list' ? found.items : [found];
  return { kind: 'in-list', value, list, start, end: found.end };
}

function inRange(value: Expression, found: Expression): Expression {
  if (found.kind !== 'range') return found;
  const { low, high, lowIncluded, highIncluded, end } = found;
  return { kind: 'in-range', value, low, high, lowIncluded, highIncluded, start: value.start, end };
}

function between(reading: Reading, value: Expression): Expression {
  const low = within(reading, () => summand(reading));
  expect(reading, 'and');
  const high = within(reading, () => summand(reading));
  return { kind: 'between', value, low, high, start: value.start, end: high.end };
}

/** Precedence climbing: takes operators that bind at least as tightly as `binding`. Comparisons don't chain. */
function operation(reading: Reading, binding: number): Expression {
  let left = postfix(reading, binding);
  let compared = false;
  for (;;) {
    const token = peek(reading);
    const { text } = token;
    const isTest = isWord(token, 'in') || isWord(token, 'between');
    if (!isTest && !(operators.has(text) && isWord(token, text))) return left;
    const power = isTest ? comparison : strength[text as BinaryOperator];
    if (power < binding) return left;
    if (power === comparison && compared) throw new Stop({ code: 'comparisons-dont-chain', ...at(token) });
    // Engines differ on `x in [1..2] and y`: some take all that follows `in` for the test.
    if (power < comparison && reading.at === reading.testEnd)
      throw new Stop({ code: 'wants-brackets', ...at(token), values: { word: 'in' } });
    reading.at += 1;
    compared = power === comparison;
    if (text === 'in') {
      left = membership(reading, left);
      reading.testEnd = reading.at;
    } else if (text === 'between') left = between(reading, left);
    else left = binary(reading, text as BinaryOperator, left);
  }
}

function binary(reading: Reading, operator: BinaryOperator, left: Expression): Expression {
  const right = within(reading, () => operation(reading, strength[operator] + 1));
  return { kind: 'binary', operator, left, right, start: left.start, end: right.end };
}

const at = ({ start, end }: Stretch): Stretch => ({ start, end });

/** Reads one expression, of packs unless another language is given. Never throws on any text; the first fault is told with its place. */
export function parse(source: string, { spelling, grammar }: Language = {}): Parsed {
  const read = tokenize(source, spelling);
  if ('problem' in read) return { kind: 'problem', problem: read.problem };
  const reading: Reading = { grammar, tokens: read.tokens, at: 0, depth: 0, testEnd: -1 };
  try {
    const expression = whole(reading);
    const left = peek(reading);
    if (left.kind !== 'end') stopAt(left, 'operator');
    return { kind: 'expression', expression };
  } catch (stop) {
    if (stop instanceof Stop) return { kind: 'problem', problem: stop.problem };
    throw stop;
  }
}
