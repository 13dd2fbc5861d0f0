import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Expression } from './expression.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';
import { deepestNesting } from './reading.ts';
import { mostTokens } from './lexer.ts';

/** The expression without its places, so that two can be compared. */
function shape(expression: unknown): unknown {
  if (Array.isArray(expression)) return expression.map(shape);
  if (typeof expression !== 'object' || expression === null) return expression;
  const kept = Object.entries(expression).filter(([key]) => !['start', 'end', 'nameAt'].includes(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, shape(value)]));
}

function read(text: string): Expression {
  const parsed = parse(text);
  if (parsed.kind === 'problem') throw new Error(`${parsed.problem.code} at ${parsed.problem.start}: ${text}`);
  return parsed.expression;
}

function problem(text: string): string {
  const parsed = parse(text);
  return parsed.kind === 'problem'
    ? `${parsed.problem.code} ${text.slice(parsed.problem.start, parsed.problem.end)}`
    : 'none';
}

describe('operators bind as in FEEL', () => {
  test.each([
    ['a or b and c', 'a or (b and c)'],
    ['a and b or c', '(a and b) or c'],
    ['a + b * c', 'a + (b * c)'],
    ['a - b - c', '(a - b) - c'],
    ['a / b * c', '(a / b) * c'],
    ['-a * b', '(-a) * b'],
    ['-a ** 2', '(-a) ** 2'],
    ['a ** 2 ** 3', '(a ** 2) ** 3'],
    ['a * b ** 2', 'a * (b ** 2)'],
    ['a + b > c', '(a + b) > c'],
    ['a = b and c = d', '(a = b) and (c = d)'],
    ['a between b and c and d', '(a between b and c) and d'],
    ['a between b + 1 and c * 2 or d', '(a between (b + 1) and (c * 2)) or d'],
    ['y and x in [1..5]', 'y and (x in [1..5])'],
    ['y and x in < 5 + 1', 'y and (x in (< (5 + 1)))'],
    ['x in [[1..2], [4..5)]', 'x in ([1..2], [4..5))'],
    ['x in (1, < 5, (7..9])', 'x in (1, < 5, (7..9])'],
    ['if a then b else c + 1', 'if a then b else (c + 1)'],
    ['if a then b else if c then d else e', 'if a then b else (if c then d else e)'],
    ['some x in xs satisfies x.a and b', 'some x in xs satisfies ((x.a) and b)'],
    ['f(a).b[item.c].d', '((f(a).b)[item.c]).d'],
  ])('%s is read as %s', (text, bracketed) => {
    expect(shape(read(text))).toEqual(shape(read(bracketed)));
  });

  test('Chinese names are names', () => {
    expect(shape(read('月补贴 * 12'))).toEqual({
      kind: 'binary',
      operator: '*',
      left: { kind: 'name', name: '月补贴' },
      right: { kind: 'number', digits: '12' },
    });
  });

  test('a range knows which of its ends belong to it', () => {
    expect(read('x in [1..2)')).toMatchObject({ kind: 'in-range', lowIncluded: true, highIncluded: false });
    expect(read('x in (1..2]')).toMatchObject({ kind: 'in-range', lowIncluded: false, highIncluded: true });
    expect(read('x in (1, 2)')).toMatchObject({ kind: 'in-list' });
    expect(read('x in ["a"]')).toMatchObject({ kind: 'in-list' });
  });
});

describe('what is not FEEL, or not ours, is refused at its place', () => {
  test.each([
    ['1 < 2 < 3', 'comparisons-dont-chain <'],
    ['not a', 'not-wants-brackets not'],
    ['1 + if a then b else c', 'wants-brackets if'],
    ['x in [1..2] and y', 'wants-brackets and'],
    ['z or x in (1, 2) or y', 'wants-brackets or'],
    ['a = null', 'null-is-not-written null'],
    ['a ＋ b', 'full-width-sign ＋'],
    ['f（a）', 'full-width-sign （'],
    ['a = “b”', 'full-width-sign “'],
    ['a = "b', 'unclosed-text "'],
    ['a = "\\n"', 'unclosed-text "'],
    ['007', 'number-with-leading-zero 007'],
    ['12345678901234567', 'number-too-long 12345678901234567'],
    ['12a', 'number-runs-into-name 12a'],
    ['.5', 'unexpected-word .'],
    ['a && b', 'unexpected-sign &'],
    ['a +', 'expression-ends-early '],
    ['', 'expression-ends-early '],
    ['(a', 'expression-ends-early '],
    ['a)', 'unexpected-word )'],
    ['a b', 'unexpected-word b'],
    ['f(a,)', 'unexpected-word )'],
    ['some x in xs, y in ys satisfies x', 'unexpected-word ,'],
    ['if a then b', 'expression-ends-early '],
    ['a // b', 'unexpected-word /'],
    ['x in ]1..2[', 'unexpected-word ]'],
  ])('%s', (text, refused) => {
    expect(problem(text)).toBe(refused);
  });
});

describe('a hostile text gets a finding, never a stack overflow', () => {
  test.each(['(', '[', '-', 'not(', 'if ', 'x in (', 'a.b[', 'a + (', 'some x in (', 'f(f('])(
    '10,000 times %s',
    (opening) => {
      expect(parse(opening.repeat(10_000)).kind).toBe('problem');
    },
  );

  test('10,000 closed brackets', () => {
    expect(problem(`${'('.repeat(10_000)}1${')'.repeat(10_000)}`)).toMatch(/^expression-too-(deep|long)/);
    expect(problem(`${'('.repeat(400)}1${')'.repeat(400)}`)).toMatch(/^expression-too-deep/);
  });

  test('a sum of 10,000 terms is too long to be checked by a person', () => {
    expect(problem(Array.from({ length: 10_000 }, () => 'a').join(' + '))).toMatch(/^expression-too-long/);
  });

  test('as deep and as long as is allowed, it is read', () => {
    const depth = deepestNesting - 1;
    expect(read(`${'('.repeat(depth)}1${')'.repeat(depth)}`)).toMatchObject({ kind: 'number' });
    expect(read(Array.from({ length: mostTokens / 2 }, () => 'a').join(' + ')).kind).toBe('binary');
  });
});

const names = fc.constantFrom('a', 'b2', '_c', '月补贴', 'child');

/** Any expression of the profile, typed or not. */
const expressions: fc.Arbitrary<Expression> = fc.letrec<{ expression: Expression }>((tie) => {
  const at = { start: 0, end: 0 };
  const part = tie('expression');
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  const record = <T extends object>(shapeOf: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Expression> =>
    fc.record(shapeOf).map((made) => Object.assign(made, at) as unknown as Expression);
  const kind = <K extends Expression['kind']>(value: K): fc.Arbitrary<K> => fc.constant(value);
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      record({ kind: kind('name'), name: names }),
      record({ kind: kind('number'), digits: fc.constantFrom('0', '12', '3.50', '0.05') }),
      record({ kind: kind('text'), value: fc.constantFrom('CN', '一"二\\', '') }),
      record({ kind: kind('boolean'), value: fc.boolean() }),
      record({ kind: kind('member'), of: part, name: names }),
      record({ kind: kind('call'), name: fc.constantFrom('min', 'not', 'f'), given: parts }),
      record({ kind: kind('negate'), value: part }),
      record({
        kind: kind('binary'),
        operator: fc.constantFrom('or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/'),
        left: part,
        right: part,
      }),
      record({ kind: kind('between'), value: part, low: part, high: part }),
      record({
        kind: kind('in-range'),
        value: part,
        low: part,
        high: part,
        lowIncluded: fc.boolean(),
        highIncluded: fc.boolean(),
      }),
      record({ kind: kind('in-list'), value: part, list: parts }),
      record({ kind: kind('if'), condition: part, whenTrue: part, whenFalse: part }),
      record({
        kind: kind('quantified'),
        quantifier: fc.constantFrom('some', 'every'),
        variable: names,
        list: part,
        condition: part,
      }),
      record({ kind: kind('for'), variable: names, list: part, result: part }),
      record({ kind: kind('filter'), list: part, condition: part }),
      record({ kind: kind('list'), items: parts }),
    ),
  };
}).expression;

/** Every part of the expression, itself first. */
function partsOf(expression: Expression): readonly Expression[] {
  const below = Object.values(expression).flatMap((value: unknown) => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.filter((item): item is Expression => typeof item === 'object' && item !== null && 'kind' in item);
  });
  return [expression, ...below.flatMap(partsOf)];
}

describe('for every expression', () => {
  test('what is printed is read back as the same', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        const text = print(expression);
        expect(shape(read(text))).toEqual(shape(expression));
        expect(print(read(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('each part lies within the whole and knows its own text', () => {
    fc.assert(
      fc.property(expressions, (made) => {
        const text = print(made);
        const whole = read(text);
        expect([whole.start, whole.end]).toEqual([0, text.length]);
        for (const part of partsOf(whole)) {
          expect(part.start).toBeGreaterThanOrEqual(0);
          expect(part.end).toBeLessThanOrEqual(text.length);
          expect(shape(read(text.slice(part.start, part.end)))).toEqual(shape(part));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('any text at all is an expression or a problem within the text', () => {
    const words = fc.constantFrom(
      'a',
      '1',
      '(',
      ')',
      '[',
      ']',
      'if',
      'then',
      'else',
      'in',
      '..',
      '.',
      ',',
      '"',
      ' ',
      '\u0000',
      '（',
      '𠮷',
      'between',
      'and',
      '-',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (text) => {
          const parsed = parse(text);
          if (parsed.kind === 'expression') return;
          expect(parsed.problem.start).toBeGreaterThanOrEqual(0);
          expect(parsed.problem.end).toBeLessThanOrEqual(text.length);
          expect(parsed.problem.start).toBeLessThanOrEqual(parsed.problem.end);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
