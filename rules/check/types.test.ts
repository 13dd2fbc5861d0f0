import { describe, expect, test } from 'vitest';
import { packWithRule } from '../testing.ts';
import type { Type } from './types.ts';

/** An expression of each type. */
const operands = {
  int: 'e.nights',
  'money?': 'e.income',
  money: 'one',
  ratio: 'half',
  unrounded: '(one * half)',
  quotient: '(e.nights / 2)',
  boolean: 'e.alive',
  'boolean?': 'e.local',
  date: 'e.birth',
  month: 'monthOf(e.birth)',
  text: 'e.school',
  enum: 'e.care',
  person: 'e',
  people: 'e.children',
  ints: '[1, e.nights]',
  dates: '[e.birth, on]',
} as const;

const typeText = ({ base, list, nullable, values }: Type): string =>
  `${list ? 'list of ' : ''}${base}${nullable ? '?' : ''}${values ? ` {${[...values.keys()].join(' ')}}` : ''}`;

/** The type of the expression in a pack, or the code of its first fault. */
function typeOf(expression: string): string {
  try {
    const { rule } = packWithRule(`for: person as e
facts: { nights: int, income: money?, alive: boolean, local: boolean?, birth: date, school: text, care: enum }
parameters:
  half: { type: ratio, values: { 2025-01-01: 0.5 }, source: order 一 }
  one: { type: money, values: { 2025-01-01: 1.00 }, source: order 一 }
let: { found: ${JSON.stringify(expression)} }
eligible: e.alive
amount: one
`);
    const found = rule.lets.find(({ name }) => name === 'found');
    return found === undefined ? 'nothing' : typeText(found.checked.type);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `- ${/^\d+:\d+ ([a-z-]+)/.exec(error.message)?.[1] ?? error.message}`;
  }
}

const pairs = Object.entries(operands).flatMap(([left, a]) =>
  Object.entries(operands).map(([right, b]) => ({ left, a, right, b })),
);

/** What has a type, pair by pair; then how many pairs are refused, by reason. */
function table(written: (a: string, b: string) => string, all = pairs): string {
  const found = all.map(({ left, a, right, b }) => [`${left}, ${right}`, typeOf(written(a, b))] as const);
  const refused = Map.groupBy(
    found.filter(([, type]) => type.startsWith('-')),
    ([, type]) => type,
  );
  return [
    '',
    ...found.filter(([, type]) => !type.startsWith('-')).map(([pair, type]) => `${pair}: ${type}`),
    ...[...refused].map(([type, of]) => `${type}: ${of.map(([pair]) => pair).join('; ')}`),
    '',
  ].join('\n');
}

describe('what two operands give, by their types', () => {
  test.each(['+', '-', '*', '/', '=', '<', 'and'])('%s', (operator) => {
    expect(table((a, b) => `${a} ${operator} ${b}`)).toMatchSnapshot();
  });

  test('in a list of one', () => {
    expect(table((a, b) => `${a} in (${b}, ${b})`)).toMatchSnapshot();
  });

  test('the branches of an if', () => {
    expect(table((a, b) => `if e.alive then ${a} else ${b}`)).toMatchSnapshot();
  });
});

describe('what a function gives, by the types of its arguments', () => {
  const alone = pairs.filter(({ left, right }) => left === right);

  test.each([
    '-',
    'not',
    'date',
    'abs',
    'floor',
    'ceiling',
    'count',
    'total',
    'monthOf',
    'roundHalfUp',
    'roundDown',
    'max',
  ])('%s', (name) => {
    expect(table((a) => (name === '-' ? `-${a}` : `${name}(${a})`), alone)).toMatchSnapshot();
  });

  const few = pairs.filter(({ left, right }) =>
    [left, right].every((one) => ['int', 'money', 'money?', 'date', 'month', 'boolean?'].includes(one)),
  );

  test.each(['min', 'modulo', 'addMonths', 'addMonthsCapped', 'monthsBetween', 'completedYears', 'completedMonths'])(
    '%s',
    (name) => {
      expect(table((a, b) => `${name}(${a}, ${b})`, few)).toMatchSnapshot();
    },
  );
});

test.each([
  ['some c in e.children satisfies c.local', 'boolean?'],
  ['every c in e.children satisfies c.alive', 'boolean'],
  ['for c in e.children return c.income', 'list of money?'],
  ['e.children[item.nights > 2]', 'list of person'],
  ['e.children[item.local]', '- nullable-filter'],
  ['total(for c in e.children return c.income)', 'money?'],
  ['total(for c in e.children return c.nights)', 'int'],
  ['if e.local then 1 else 2', '- nullable-condition'],
  ['if e.alive then e.income else one', 'money?'],
  ['e.income > one or e.alive', 'boolean?'],
  ['one between e.income and one', 'boolean?'],
  ['e.nights in [1..4]', 'boolean'],
  ['e.birth in [period.first..period.last]', 'boolean'],
  ['e.birth.year', 'int'],
  ['period.months', 'list of month'],
  ['e.nights ** 2', 'int'],
  ['half ** 2', 'ratio'],
  ['one ** 2', '- wrong-type'],
  ['0.5', 'ratio'],
  ['2.0', 'ratio'],
  ['date(2025, 2, 28)', 'date'],
])('%s: %s', (expression, type) => {
  expect(typeOf(expression)).toBe(type);
});
