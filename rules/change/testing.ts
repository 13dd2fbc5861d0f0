import * as fc from 'fast-check';
import { addDays, type Day, day } from '../../values/day.ts';
import type { Pack } from '../explain/evaluate.ts';
import type { Facts, FactValue, PersonFacts } from '../facts.ts';
import { packWithRule } from '../testing.ts';

/** Rules of a few conditions over the facts of a person and of the parents, with thresholds near the families that are drawn. */
export function smallPacks(): fc.Arbitrary<Pack> {
  const number = fc.integer({ min: 0, max: 20 });
  const condition = fc.oneof(
    number.map((n) => `p.nights >= ${n}`),
    fc.tuple(number, number).map(([a, b]) => `(p.nights in [${Math.min(a, b)}..${Math.max(a, b)}])`),
    fc.integer({ min: 2, max: 6 }).map((n) => `modulo(p.nights, ${n}) = 0`),
    fc.integer({ min: -400, max: 400 }).map((n) => `p.birth < date("${addDays(day('2024-06-01'), n)}")`),
    fc.constantFrom('p.alive', 'p.local', 'not(p.local)', 'p.school = "小学"', '(p.school in ("小学", "初中"))'),
    number.map((n) => `total(for q in p.parents return q.nights) > ${n}`),
    fc.constant('some q in p.parents satisfies q.school = p.school').map((text) => `(${text})`),
    number.map((n) => `completedMonths(p.birth, on) < ${n + 6}`),
  );
  const conditions = fc.array(fc.tuple(condition, fc.constantFrom(' and ', ' and ', ' or ')), {
    minLength: 1,
    maxLength: 3,
  });
  const joined = conditions.map((parts) =>
    parts.reduce((text, [one, by], i) => (i === 0 ? one : `(${text})${by}${one}`), ''),
  );
  const amount = fc.oneof(
    fc.constant('rate'),
    number.map((n) => `rate * min(p.nights, ${n})`),
    condition.map((one) => `if ${one} then rate else 2 * rate`),
  );
  return fc.tuple(joined, amount).map(([eligible, formula]) => {
    const text = `${eligible} ${formula}`;
    const types = { birth: 'date', nights: 'int', alive: 'boolean', local: 'boolean', school: 'text' };
    const used = Object.entries(types).filter(([fact]) => text.includes(`.${fact}`));
    return packWithRule(
      [
        'for: person as p',
        `facts: { ${used.map(([fact, type]) => `${fact}: ${type}`).join(', ')} }`,
        'parameters:',
        '  rate: { type: money, values: { 2020-01-01: 100.00 }, source: order 一 }',
        `eligible: ${JSON.stringify(eligible)}`,
        `amount: ${JSON.stringify(formula)}`,
        '',
      ].join('\n'),
    );
  });
}

const asking = day('2026-03-01');
export const schools = ['小学', '初中', '高中'];

function person(id: string, gaps: boolean): fc.Arbitrary<PersonFacts> {
  const known = <T extends FactValue>(value: fc.Arbitrary<T>): fc.Arbitrary<FactValue> =>
    gaps ? fc.option(value, { nil: undefined, freq: 5 }) : value;
  return fc
    .record({
      birth: known(fc.integer({ min: -500, max: 500 }).map((n) => addDays(day('2024-06-01'), n))),
      nights: known(fc.integer({ min: 0, max: 20 })),
      alive: known(fc.boolean()),
      local: known(fc.boolean()),
      school: known(fc.constantFrom(...schools)),
    })
    .map((facts) => ({ ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)), id }));
}

/** A child and up to one parent, of whom the birthday is never asked. */
export function smallFamilies(gaps = false): fc.Arbitrary<Facts> {
  return fc.tuple(person('c', gaps), fc.option(person('m', gaps))).map(([child, mother]): Facts => {
    const people = mother === null ? [child] : [child, { ...mother, birth: '1990-01-01' }];
    const links = mother === null ? [] : [{ kind: 'parent', from: 'm', to: 'c' } as const];
    return { on: asking, people, links, subject: 'c' };
  });
}

/** How much a change is: how many facts, how many of them by name, how many steps in all. */
export interface Size {
  readonly facts: number;
  readonly listed: number;
  readonly steps: number;
}

export function isSmaller(a: Size, b: Size): boolean {
  if (a.facts !== b.facts) return a.facts < b.facts;
  return a.listed === b.listed ? a.steps < b.steps : a.listed < b.listed;
}

export const dayNumberOf = (text: Day): number => Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000);

/** Steps between two values of one fact; `listed` where they have no near and far. */
export function stepsBetween(from: FactValue, to: FactValue): number | 'listed' {
  if (typeof from === 'number' && typeof to === 'number') return Math.abs(to - from);
  const isDay = (value: FactValue): value is Day => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return isDay(from) && isDay(to) ? Math.abs(dayNumberOf(to) - dayNumberOf(from)) : 'listed';
}
