import { describe, expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import type { TraceNode } from '../../determination.ts';
import type { Facts } from '../../facts.ts';
import { packIn, packWithRule, smallPack } from '../../testing.ts';
import { explain } from '../explain.ts';

const facts: Facts = {
  on: day('2026-06-01'),
  people: [
    { id: 'e', nights: 5, local: true },
    { id: 'c', nights: 1, local: true },
  ],
  links: [{ kind: 'parent', from: 'e', to: 'c' }],
  subject: 'e',
};

/** The trace of a rule with those steps. */
function traced(lets: string, eligible: string, about: Facts = facts): TraceNode {
  const pack = packWithRule(`for: person as e
facts: { nights: int, local: boolean? }
parameters: { one: { type: money, values: { 2025-01-01: 1.00 }, source: order 一 } }
let: ${lets}
eligible: ${JSON.stringify(eligible)}
amount: one
`);
  return explain(pack, about, '2026').trace;
}

function nodesOf(root: TraceNode): readonly TraceNode[] {
  const nodes = [root];
  for (const node of nodes) nodes.push(...node.children);
  return nodes;
}

const named = (root: TraceNode, label: string): readonly TraceNode[] =>
  nodesOf(root).filter((node) => node.label === label);

describe('a step that is named more than once', () => {
  test('is told in full at the first mention alone, where none decides', () => {
    const trace = traced(
      '{ long: e.nights > 3 }',
      '(long or e.nights > 2) and (long or e.nights > 1) or e.nights > 0',
      {
        ...facts,
        people: [{ id: 'e', nights: 1, local: true }],
      },
    );
    const steps = named(trace, 'long');
    expect(steps.map(({ decisive }) => decisive)).toEqual([false, false]);
    expect(steps.map(({ children }) => children.length)).toEqual([2, 0]);
  });

  test('is told once more where only then it decides', () => {
    const steps = named(traced('{ long: e.nights > 3 }', '(long and e.nights > 9) or (long and e.nights > 4)'), 'long');
    expect(steps.map(({ decisive, children }) => [decisive, children.length])).toEqual([
      [false, 2],
      [true, 2],
    ]);
  });

  test('is not told once more beside what decides', () => {
    const steps = named(traced('{ long: e.nights > 3 }', 'long and ((long and e.nights > 9) or e.nights > 4)'), 'long');
    expect(steps.map(({ decisive, children }) => [decisive, children.length])).toEqual([
      [true, 2],
      [false, 0],
    ]);
  });
});

test('a fact and a relation are told with the person whose they are', () => {
  const trace = traced('{}', 'some c in e.children satisfies c.local = true');
  const asked = nodesOf(trace).flatMap(({ fact }) => (fact ? [`${fact.person} ${fact.name}`] : []));
  expect(new Set(asked)).toEqual(new Set(['e e.children', 'c c.local']));
  const [children] = named(trace, 'e.children');
  expect(children?.words).toMatchObject({ 'zh-CN': '老人的子女：1 人', en: 'children of the elder: 1 person' });
});

test.each([
  ['e.children', [], '0 人', '0 people'],
  ['e.children', ['c', 'd'], '2 人', '2 people'],
  ['e.children[item.nights > 1]', ['c', 'd'], '1 人', '1 person'],
  ['for c in e.children return c.nights', ['c'], '1 项', '1 item'],
  ['for c in e.children return c.nights', ['c', 'd'], '2 项', '2 items'],
])('how long a list is, is told in its own words: %s of %s is %s', (list, children, zh, en) => {
  const about: Facts = {
    ...facts,
    people: [
      { id: 'e', nights: 5, local: true },
      { id: 'c', nights: 1, local: true },
      { id: 'd', nights: 2, local: true },
    ],
    links: children.map((to) => ({ kind: 'parent', from: 'e', to })),
  };
  const pack = packWithRule(`for: person as e
facts: { nights: int, local: boolean }
parameters: { one: { type: money, values: { 2025-01-01: 1.00 }, source: order 一 } }
let: { listed: ${JSON.stringify(list)} }
words: { listed: { zh: 名单, en: listed } }
eligible: e.local and count(listed) >= 0
amount: one
`);
  const [step] = named(explain(pack, about, '2026').trace, 'listed');
  expect(step?.words).toMatchObject({ 'zh-CN': `名单：${zh}`, en: `listed: ${en}` });
});

test('a parameter on a day is told with its value of that day, from when it holds and its source', () => {
  const pack = packWithRule(`for: person as e
facts: { nights: int }
parameters:
  one: { type: money, values: { 2025-01-01: 1.00, 2026-03-01: 2.00 }, source: order 一, words: { zh: 标准, en: rate } }
let: { late: 'valueAt(one, date("2026-03-01"))' }
eligible: e.nights > 0
amount: late + late * 0
`);
  const at = nodesOf(explain(pack, facts, '2026').trace).find(({ operation }) => operation === 'parameter-at');
  expect(at).toMatchObject({
    value: '200',
    words: { 'zh-CN': '标准：2 元（2026 年 3 月 1 日起）', en: 'rate: 2 yuan (from 1 March 2026)' },
    parameter: { name: 'one', validFrom: '2026-03-01', verified: true },
    law: { source: 'order', place: '一' },
  });
});

test('what is missing names its question only where the pack asks one', () => {
  const { missing } = explain(
    packIn(smallPack),
    { on: day('2026-06-01'), people: [{ id: 'e' }], subject: 'e' },
    '2026',
  );
  const keys = missing.map((one) => [one.name, ...Object.keys(one).filter((key) => key === 'question')]);
  expect(keys).toContainEqual(['elder.birth', 'question']);
  expect(keys).toContainEqual(['elder.nights']);
});

/**
 * The whole trace of the small pack: each step below what it is a part of, what kind of value it is and how it comes about, and what it
 * comes to for five people. A star marks what decides; what is not worked out is left empty.
 */
const wholeTrace = `
step                            | how                 | eligible      | too young      | nights unknown | born in a month | nothing known
test/hospital-care              | outcome determine   | * eligible    | * not-eligible | * undetermined | * not-eligible  | * undetermined
  eligible                      | boolean and         | * true        | * false        | * null         | * false         | * null
    oldEnough and elder.local   | boolean and         | * true        | * false        | true           | * false         | * null
      oldEnough                 | boolean at-least    | * true        | * false        | true           | true            | * null
        age                     | int completed-years | * 76          | * 46           | 76             | 60              | * null
          elder.birth           | date fact           | * 1950-05-05  | * 1980-05-05   | 1950-05-05     | 1966-12         | * null
          period.last           | date period         | * 2026-12-31  | * 2026-12-31   | 2026-12-31     | 2026-12-31      | 2026-12-31
        60                      | int constant        | * 60          | * 60           | 60             | 60              | 60
      elder.local               | boolean fact        | * true        | true           | true           | * false         | * null
    counted > 0                 | boolean more        | * true        | true           | * null         | true            | * null
      counted                   | int minimum         | * 90          | 90             | * null         | 3               | * null
        elder.nights            | int fact            | * 120         | 120            | * null         | 3               | * null
        mostNights              | int parameter       | * 90          | 90             | 90             | 90              | 90
      0                         | int constant        | * 0           | 0              | 0              | 0               | 0
  amount                        | money times         | * 900000      |                | null           |                 | null
    rate                        | money parameter     | * 10000       |                | 10000          |                 | 10000
    counted                     | int minimum         | * 90          |                | null           |                 | null
`;

/** How the named steps are written in the pack; every other step is its own text. */
const formulas: Readonly<Record<string, string>> = {
  eligible: 'oldEnough and elder.local and counted > 0',
  oldEnough: 'age >= 60',
  age: 'completedYears(elder.birth, period.last)',
  counted: 'min(elder.nights, mostNights)',
  amount: 'rate * counted',
};

/** On what law the steps rest that have one, and since when a parameter holds. */
const laws: Readonly<Record<string, string>> = {
  oldEnough: '《办法》第二条 verified',
  amount: '《办法》第三条 verified',
  rate: '《办法》第三条 verified, rate from 2025-01-01 verified',
  mostNights: '《通知》第一条 unverified, mostNights from 2024-01-01 unverified',
};

const people = [
  ['eligible', { birth: '1950-05-05', nights: 120, local: true }],
  ['too young', { birth: '1980-05-05', nights: 120, local: true }],
  ['nights unknown', { birth: '1950-05-05', local: true }],
  ['born in a month', { birth: '1966-12', nights: 3, local: false }],
  ['nothing known', {}],
] as const;

const smallTrace = (known: object): TraceNode =>
  explain(packIn(smallPack), { on: day('2026-06-01'), people: [{ id: 'e', ...known }], subject: 'e' }, '2026').trace;

function deeply<T>(node: TraceNode, said: (node: TraceNode, depth: number) => T, depth = 0): readonly T[] {
  return [said(node, depth), ...node.children.flatMap((one) => deeply(one, said, depth + 1))];
}

/** The table's lines, cell by cell; the first keeps its indentation. */
const lines = wholeTrace
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell, i) => (i === 0 ? cell.trimEnd() : cell.trim())));

test.each(people)('the whole trace of somebody: %s', (column, known) => {
  const at = lines[0]?.indexOf(column) ?? -1;
  const expected = lines.slice(1).filter((cells) => cells[at] !== '');
  expect(
    deeply(smallTrace(known), ({ label, type, operation, value, decisive }, depth) =>
      [`${'  '.repeat(depth)}${label}`, `${type} ${operation}`, `${decisive ? '* ' : ''}${value}`].join(' | '),
    ),
  ).toEqual(expected.map((cells) => [cells[0], cells[1], cells[at]].join(' | ')));
});

describe('a step of the whole trace is told', () => {
  const surely = (verified: boolean): string => (verified ? 'verified' : 'unverified');
  const whole = smallTrace(people[0][1]);

  test('with its formula where the pack names it', () => {
    const told = deeply(whole, ({ label, formula }) => (formula === undefined ? [] : [[label, formula]])).flat();
    expect(Object.fromEntries(told)).toEqual(formulas);
  });

  test('with the place in the pack where it is written', () => {
    const written = smallPack.split('\n');
    for (const [label, { line, column, endLine, endColumn }] of deeply(
      whole,
      (node) => [node.label, node.span] as const,
    )) {
      const text = label === 'test/hospital-care' ? formulas['eligible'] : (formulas[label] ?? label);
      expect([endLine, written[line - 1]?.slice(column - 1, endColumn - 1)]).toEqual([line, text]);
    }
  });

  test('with its law and, if it is a parameter, since when it holds; and with the person whose fact it is', () => {
    const told = deeply(whole, ({ label, law, parameter }) => {
      const since = parameter && `${parameter.name} from ${parameter.validFrom} ${surely(parameter.verified)}`;
      const rests = law && `${law.title}${law.place} ${surely(law.verified)}`;
      return rests === undefined ? [] : [[label, [rests, since].filter((part) => part !== undefined).join(', ')]];
    });
    expect(Object.fromEntries(told.flat())).toEqual(laws);
    const facts = deeply(whole, ({ label, fact }) => (fact === undefined ? [] : [[label, fact.person, fact.name]]));
    expect(facts.flat()).toEqual(['elder.birth', 'elder.local', 'elder.nights'].map((name) => [name, 'e', name]));
  });
});
