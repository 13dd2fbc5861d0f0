import type { Sort } from './expression-tree.ts';

// The names and constants of which random expressions are made.

/** The lets of every random rule: an expression of a level sees those of the levels below. Sure ones rest on nothing nullable. */
export const letNames: Readonly<
  Record<string, { readonly sort: Sort; readonly level: number; readonly sure: boolean }>
> = {
  kids: { sort: 'persons', level: 0, sure: true },
  n1: { sort: 'int', level: 0, sure: true },
  b1: { sort: 'boolean', level: 0, sure: true },
  d1: { sort: 'date', level: 0, sure: true },
  b2: { sort: 'boolean', level: 1, sure: false },
  m1: { sort: 'money', level: 1, sure: false },
  n2: { sort: 'int', level: 1, sure: true },
  t1: { sort: 'text', level: 1, sure: false },
  q1: { sort: 'ratio', level: 1, sure: true },
  mo1: { sort: 'month', level: 1, sure: true },
  ages: { sort: 'ints', level: 1, sure: true },
  m2: { sort: 'money', level: 2, sure: false },
  b3: { sort: 'boolean', level: 2, sure: false },
};

/** The parameters that random rules may use, by their sort. */
export const parameterNames = {
  int: '上限',
  money: '标准',
  ratio: '比例',
  date: '起始日',
  month: '起始月',
  boolean: 'open',
  text: 'stage',
} as const;

/** The parameters that change within a period, so that they are only asked for with `valueAt`. */
export const datedParameterNames = { int: '月上限', money: '月标准' } as const;

/** What a rule may ask of the other benefit: how it comes out, and a step of its rule. */
export const benefitName = 'other';
export const benefitStep = 'm1';
export const benefitParts: Partial<Record<Sort, readonly string[]>> = {
  boolean: [`${benefitName}.eligible`],
  money: [`${benefitName}.amount`, `${benefitName}.${benefitStep}`],
};

export const texts = ['小学', '初中', 'CN', "O'Neil", 'a"b\\c'];
export const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
export const statuses = ['resident', 'away', 'moved'];

export const days = (
  '2020-02-29 2024-02-29 2022-12-31 2023-01-01 2024-12-31 2025-01-01 2025-01-31 2025-03-31 2025-06-30 2026-02-28 ' +
  '2026-03-01 1999-12-31 1966-08-08'
).split(' ');

export const factsOf: Partial<Record<Sort, readonly [sure: string, nullable: string | undefined]>> = {
  boolean: ['alive', 'local'],
  int: ['nights', 'points'],
  money: ['income', 'savings'],
  date: ['birth', 'settled'],
  month: ['started', undefined],
  text: ['nationality', 'school'],
  status: ['status', undefined],
};

export const constants: Readonly<Record<Sort, readonly string[]>> = {
  boolean: ['true', 'false'],
  int: ['0', '1', '2', '3', '7', '12', '18', '60', '90', '(-1)', '(-5)', 'period.year'],
  offset: ['0', '1', '2', '11', '12', '36', '(-1)', '(-13)'],
  money: [],
  ratio: ['0.5', '0.35', '1.5', '0.333', '0.005'],
  date: ['period.first', 'period.last', 'on', ...days.map((day) => `date("${day}")`)],
  month: ['monthOf(period.first)', 'monthOf(period.last)', 'monthOf(on)'],
  text: texts.map(quoted),
  status: [],
  persons: [],
  ints: ['[0]', '[1, 2, 60]'],
  moneys: [],
  dates: ['[period.first, on]'],
  months: ['period.months'],
  texts: ['["小学", "CN"]'],
};

export const relations = ['children', 'parents', 'spouse', 'guardians', 'members'];
