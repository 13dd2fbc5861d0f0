import { describe, expect, test } from 'vitest';
import { day } from '../../values/day.ts';
import type { TraceNode } from '../determination.ts';
import type { Facts } from '../facts.ts';
import { packIn, packWithRule, smallPack } from '../testing.ts';
import { explain } from './explain.ts';

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
  expect(children?.words?.en).toMatch(/^children of the elder: 1/);
  expect(children?.words?.zh).toMatch(/^老人的子女：1/);
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
    words: { zh: '标准：2 元（2026 年 3 月 1 日起）', en: 'rate: 2 yuan (from 1 March 2026)' },
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

/** A line for each step: its value, how it came about, whether it decides, where it stands in the pack. */
function linesOf(node: TraceNode, depth = 0): readonly string[] {
  const { label, formula, value, type, operation, fact, parameter, law, span, decisive } = node;
  const rest = [formula, operation, fact && `${fact.person} ${fact.name}`, parameter && JSON.stringify(parameter)];
  const place = `${span.line}:${span.column}-${span.endLine}:${span.endColumn}`;
  const told = [`${label} = ${JSON.stringify(value)} ${type}`, ...rest, law && JSON.stringify(law), place];
  const line = told.filter((part) => part !== undefined).join(' | ');
  return [
    `${'  '.repeat(depth)}${decisive ? '* ' : ''}${line}`,
    ...node.children.flatMap((one) => linesOf(one, depth + 1)),
  ];
}

test.each([
  ['eligible', { birth: '1950-05-05', nights: 120, local: true }],
  ['too young', { birth: '1980-05-05', nights: 120, local: true }],
  ['with nights that are not known', { birth: '1950-05-05', local: true }],
  ['born in a month of which every day is early enough', { birth: '1966-12', nights: 3, local: false }],
  ['of whom nothing is known', {}],
])('the whole trace of somebody %s', (_, known) => {
  const { trace } = explain(
    packIn(smallPack),
    { on: day('2026-06-01'), people: [{ id: 'e', ...known }], subject: 'e' },
    '2026',
  );
  expect(`\n${linesOf(trace).join('\n')}\n`).toMatchSnapshot();
});
