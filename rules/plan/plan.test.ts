import { describe, expect, test } from 'vitest';
import { assumedRegister } from '../columns/assumed-register.ts';
import { compileColumns, type ColumnProgram } from '../columns/program.ts';
import { readPeriod } from '../pack/period.ts';
import { packWithRule } from '../testing.ts';
import { planOf } from './plan.ts';

const period = readPeriod('2026');
if (period === undefined) throw new Error('2026 is a year.');

function programOf(lets: readonly string[], eligible: string, amount = 'one'): ColumnProgram {
  const pack = packWithRule(`for: person as e
facts:
  birth: date
  alive: boolean
  local: boolean?
  nights: int
  income: money
parameters:
  one: { type: money, values: { 2025-01-01: 1.00 }, source: order 一 }
let:
${['always: true', ...lets].map((step) => `  ${step}`).join('\n')}
eligible: ${JSON.stringify(eligible)}
amount: ${JSON.stringify(amount)}
`);
  const register = { ...assumedRegister(pack.rule, pack.vocabulary), largestHousehold: 7 };
  const compiled = compileColumns(pack.rule, period!, period!.last, register);
  if (compiled.kind === 'refused') throw new Error(compiled.words.en);
  return compiled.program;
}

const stagesOf = ({ plan }: ColumnProgram): readonly string[] =>
  plan.stages.map(({ space, sums, results }) =>
    [space.kind, ...sums.map(({ aggregation }) => aggregation), ...results.map(({ name }) => name)].join(' '),
  );

describe('the order in which a register is worked out', () => {
  test('what asks of the person alone takes one pass', () => {
    expect(stagesOf(programOf([], 'e.alive and e.nights > 3'))).toEqual(['rows outcome']);
  });

  test('what asks of the household: people, then households, then people again', () => {
    const program = programOf(['poor: total(for m in e.members return m.income) < 100'], 'poor and e.alive');
    expect(stagesOf(program)).toEqual(['rows sum', 'households', 'rows outcome']);
    expect(program.plan.relations.size).toBe(0);
  });

  test('what is the same for a household is worked out once for it', () => {
    const program = programOf(
      ['income: total(for m in e.members return m.income)', 'size: count(e.members)'],
      'income < one * size and size > 2 and e.alive',
    );
    const households = program.plan.stages.filter(({ space }) => space.kind === 'households');
    const later = program.plan.stages.filter(({ space }) => space.kind === 'rows').slice(1);
    expect(households.flatMap(({ kept }) => kept)).toHaveLength(1);
    expect(later.flatMap(({ nodes }) => nodes)).toHaveLength(1);
  });

  test('relatives are a space of their own, seen from the rows', () => {
    const program = programOf([], 'some p in e.parents satisfies count(p.children[item.birth > e.birth]) > 1');
    expect(stagesOf(program)).toEqual(['links sum', 'links some', 'rows outcome']);
    expect(program.reach).toBe(2);
    expect([...program.plan.relations]).toEqual(['parents', 'children']);
  });

  test('members as seen by one of them are not asked once for all', () => {
    expect(stagesOf(programOf([], 'count(e.members[item.birth < e.birth]) = 0'))).toEqual([
      'links sum',
      'rows outcome',
    ]);
  });

  test('a stage reads only what earlier stages keep', () => {
    const { plan, graph } = programOf(
      ['rich: total(for m in e.members return m.income) > 5000', 'kids: count(e.children[item.alive])'],
      'rich or kids > 1',
      'if count(e.members[item.nights > 2]) > 1 then one else one * 2',
    );
    const kept = new Set<number>();
    const own = new Set<number>();
    for (const { nodes, kept: keeps, space } of plan.stages) {
      for (const node of nodes) {
        for (const arg of node.op === 'aggregate' ? [] : node.args) {
          const read = arg.op === 'constant' || arg.op === 'fact' || arg.op === 'unknown';
          const here = own.has(arg.id) && arg.scope === space.scope;
          expect(read || here || kept.has(arg.id)).toBe(true);
        }
        own.add(node.id);
      }
      for (const node of keeps) kept.add(node.id);
    }
    expect(planOf(graph.builder, []).stages).toEqual([]);
  });
});

describe('counts that share a running sum', () => {
  const counts = [
    'a: count(e.members[item.alive])',
    'b: count(e.members[item.nights > 2])',
    'c: count(e.members[item.nights > 5])',
  ];

  test('three counts of at most seven take one', () => {
    const { lanes } = programOf(counts, 'a + b * c > 3');
    expect(lanes.counters).toHaveLength(1);
  });

  test('a sum of money has its own', () => {
    const { lanes } = programOf(
      [...counts, 'sum: total(for m in e.members return m.income)'],
      'a + b * c > 3 and sum > 10',
    );
    expect(lanes.counters.map(({ lane }) => lane).toSorted()).toEqual(['i32', 'i64']);
  });
});
