import { describe, expect, test } from 'vitest';
import { packWithRule } from '../../testing.ts';
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

type Kind = keyof typeof operands;
const kinds = Object.keys(operands) as readonly Kind[];

/** Kinds by name with a space between; `any` is every kind. */
const among = (names: string, kind: Kind): boolean => names === 'any' || names.split(' ').includes(kind);

/** What two operands give, in words. */
interface Giving {
  /** The type that two types give. Where one of the two is nullable, so is what they give. */
  readonly gives: Readonly<Record<string, string>>;
  /** Why all others are refused: of the lines that fit, the first. */
  readonly refused: readonly (readonly [left: string, right: string, why: string])[];
}

const withoutMark = (kind: Kind): string => kind.replace('?', '');

function expected({ gives, refused }: Giving, left: Kind, right: Kind): string {
  const type = gives[`${withoutMark(left)}, ${withoutMark(right)}`];
  if (type !== undefined) return left.includes('?') || right.includes('?') ? `${type}?` : type;
  const why = refused.find(([lefts, rights]) => among(lefts, left) && among(rights, right))?.[2];
  return why === undefined ? 'nothing is expected' : `- ${why}`;
}

const every = (names: readonly Kind[], said: (left: Kind, right: Kind) => string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.flatMap((left) => names.map((right) => [`${left}, ${right}`, said(left, right)])));

const found = (names: readonly Kind[], written: (a: string, b: string) => string): Readonly<Record<string, string>> =>
  every(names, (left, right) => typeOf(written(operands[left], operands[right])));

/** What is divided or multiplied so that fen are no longer whole, is rounded before anything else. */
const unroundedFirst = [
  ['unrounded quotient', 'any', 'round-first'],
  ['any', 'unrounded quotient', 'round-first'],
] as const;

const sum: Giving = {
  gives: { 'int, int': 'int', 'money, money': 'money', 'ratio, ratio': 'ratio' },
  refused: [...unroundedFirst, ['any', 'any', 'no-such-arithmetic']],
};

const ordered = { 'int, int': '', 'money, money': '', 'ratio, ratio': '', 'date, date': '', 'month, month': '' };
const equal = {
  ...ordered,
  'boolean, boolean': '',
  'text, text': '',
  'text, enum': '',
  'enum, text': '',
  'enum, enum': '',
};

/** Every pair gives a boolean. */
const tested = (pairs: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(pairs).map((pair) => [pair, 'boolean']));

const equality: Giving = {
  gives: tested(equal),
  refused: [
    ['unrounded quotient person people ints dates', 'any', 'not-comparable'],
    ['any', 'any', 'types-differ'],
  ],
};

describe('what two operands give, by their types', () => {
  test.each<[string, Giving]>([
    ['+', sum],
    ['-', sum],
    [
      '*',
      {
        gives: {
          'int, int': 'int',
          'int, money': 'money',
          'money, int': 'money',
          'int, ratio': 'ratio',
          'ratio, int': 'ratio',
          'ratio, ratio': 'ratio',
        },
        refused: [
          ['money money?', 'money money?', 'money-times-money'],
          ...unroundedFirst,
          ['money money?', 'ratio', 'round-first'],
          ['ratio', 'money money?', 'round-first'],
          ['any', 'any', 'no-such-arithmetic'],
        ],
      },
    ],
    [
      '/',
      {
        gives: {},
        refused: [
          ['int money money?', 'int', 'divisor-not-constant'],
          ...unroundedFirst,
          ['any', 'any', 'no-such-arithmetic'],
        ],
      },
    ],
    ['=', equality],
    [
      '<',
      {
        gives: tested(ordered),
        refused: [
          ['int money money? ratio date month', 'any', 'types-differ'],
          ['any', 'any', 'not-ordered'],
        ],
      },
    ],
    ['and', { gives: { 'boolean, boolean': 'boolean' }, refused: [['any', 'any', 'wrong-type']] }],
  ])('%s', (operator, giving) => {
    expect(found(kinds, (a, b) => `${a} ${operator} ${b}`)).toEqual(every(kinds, (a, b) => expected(giving, a, b)));
  });

  test('in a list of two', () => {
    expect(found(kinds, (a, b) => `${a} in (${b}, ${b})`)).toEqual(every(kinds, (a, b) => expected(equality, a, b)));
  });

  test('the branches of an if give the type that they share', () => {
    const gives = {
      ...Object.fromEntries(Object.keys(equal).map((pair) => [pair, pair.slice(0, pair.indexOf(','))])),
      'text, enum': 'text',
      'enum, text': 'text',
      'enum, enum': 'text {self partial full}',
    };
    expect(found(kinds, (a, b) => `if e.alive then ${a} else ${b}`)).toEqual(
      every(kinds, (a, b) => expected({ ...equality, gives }, a, b)),
    );
  });
});

describe('what a function gives, by the types of its arguments', () => {
  test.each<[string, Readonly<Partial<Record<Kind, string>>>, string, [string, string]?]>([
    ['-', { int: 'int', money: 'money', 'money?': 'money?', ratio: 'ratio' }, 'wrong-type'],
    ['abs', { int: 'int', money: 'money', 'money?': 'money?', ratio: 'ratio' }, 'wrong-type'],
    ['not', { boolean: 'boolean', 'boolean?': 'boolean?' }, 'wrong-type'],
    ['date', {}, 'date-wants-text'],
    ['floor', { int: 'int', ratio: 'int', quotient: 'int' }, 'wrong-type'],
    ['ceiling', { int: 'int', ratio: 'int', quotient: 'int' }, 'wrong-type'],
    ['count', { people: 'int', ints: 'int', dates: 'int' }, 'not-a-list'],
    ['total', { ints: 'int' }, 'not-a-list', ['people dates', 'wrong-type']],
    ['monthOf', { date: 'month' }, 'wrong-type'],
    ['roundHalfUp', { money: 'money', 'money?': 'money?', unrounded: 'money' }, 'wrong-type'],
    ['roundDown', { money: 'money', 'money?': 'money?', unrounded: 'money' }, 'wrong-type'],
    [
      'max',
      { int: 'int', money: 'money', 'money?': 'money?', ratio: 'ratio', date: 'date', month: 'month' },
      'not-ordered',
    ],
  ])('%s of one', (name, gives, why, [others = '', otherWhy = ''] = ['', '']) => {
    const told = kinds.map((kind) => [
      kind,
      typeOf(name === '-' ? `-${operands[kind]}` : `${name}(${operands[kind]})`),
    ]);
    const wanted = kinds.map((kind) => [kind, gives[kind] ?? `- ${among(others, kind) ? otherWhy : why}`]);
    expect(told).toEqual(wanted);
  });

  const few: readonly Kind[] = ['int', 'money', 'money?', 'date', 'month', 'boolean?'];
  const wrong = [['any', 'any', 'wrong-type']] as const;

  test.each<[string, Giving]>([
    [
      'min',
      {
        gives: { 'int, int': 'int', 'money, money': 'money', 'date, date': 'date', 'month, month': 'month' },
        refused: [
          ['boolean?', 'any', 'not-ordered'],
          ['any', 'any', 'types-differ'],
        ],
      },
    ],
    ['modulo', { gives: {}, refused: [['int', 'int', 'divisor-not-constant'], ...wrong] }],
    ['addMonths', { gives: { 'month, int': 'month' }, refused: wrong }],
    ['addMonthsCapped', { gives: { 'date, int': 'date' }, refused: wrong }],
    ['monthsBetween', { gives: { 'month, month': 'int' }, refused: wrong }],
    ['completedYears', { gives: { 'date, date': 'int' }, refused: wrong }],
    ['completedMonths', { gives: { 'date, date': 'int' }, refused: wrong }],
  ])('%s of two', (name, giving) => {
    expect(found(few, (a, b) => `${name}(${a}, ${b})`)).toEqual(every(few, (a, b) => expected(giving, a, b)));
  });
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
