import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../../values/day.ts';
import type { Fen } from '../../values/fen.ts';
import type { Outcome } from '../determination.ts';
import type { Pack } from '../explain/evaluate.ts';
import { determine, type Result } from '../explain/explain.ts';
import type { Facts, FactValue } from '../facts.ts';
import { packIn, packWithRule, smallPack } from '../testing.ts';
import { dayNumberOf, isSmaller, schools, type Size, smallFamilies, smallPacks, stepsBetween } from './testing.ts';
import type { Change, ChangedFact, WouldChange } from './change.ts';
import { whatWouldChange } from './what-would-change.ts';

const period = '2026';

type Values = readonly { readonly person: string; readonly fact: string; readonly to: FactValue }[];

function changed(facts: Facts, values: Values): Facts {
  const people = facts.people.map((person) => {
    const own = values.filter((value) => value.person === person.id);
    return { ...person, ...Object.fromEntries(own.map(({ fact, to }) => [fact, to])) };
  });
  return { ...facts, people };
}

function factOf(facts: Facts, person: string, fact: string): FactValue {
  return facts.people.find(({ id }) => id === person)?.[fact];
}

function sizeOf(facts: Facts, values: Values): Size {
  const steps = values.map(({ person, fact, to }) => stepsBetween(factOf(facts, person, fact), to));
  return {
    facts: values.length,
    listed: steps.filter((step) => step === 'listed').length,
    steps: steps.reduce((sum: number, step) => (step === 'listed' ? sum : sum + step), 0),
  };
}

/** The values near each fact that the brute search tries. */
function near(fact: string, from: FactValue, days: number): readonly FactValue[] {
  if (fact === 'nights') return Array.from({ length: 21 }, (_, n) => n);
  if (fact === 'school') return [...schools, '夜校'];
  if (fact !== 'birth') return [true, false];
  const place = dayNumberOf(from as Day);
  const last = dayNumberOf(day('2026-03-01'));
  return Array.from({ length: 2 * days + 1 }, (_, n) => place - days + n)
    .filter((n) => n <= last)
    .map((n) => addDays(day('1970-01-01'), n));
}

const daysTried = { 1: 3 * 366, 2: 12 } as const;

/** Every change of one fact, or of two, within the window. */
function* everyChange(pack: Pack, facts: Facts, count: 1 | 2): Generator<Values> {
  const owned = facts.people.flatMap(({ id }) =>
    [...pack.rule.facts.keys()].filter((fact) => id === 'c' || fact !== 'birth').map((fact) => ({ person: id, fact })),
  );
  const others = ({ person, fact }: { person: string; fact: string }): Values => {
    const from = factOf(facts, person, fact);
    return near(fact, from, daysTried[count])
      .filter((to) => to !== from)
      .map((to) => ({ person, fact, to }));
  };
  for (const [i, one] of owned.entries())
    for (const value of others(one)) {
      if (count === 1) yield [value];
      else for (const two of owned.slice(i + 1)) for (const other of others(two)) yield [value, other];
    }
}

interface Came {
  readonly outcome: Outcome;
  readonly amountFen?: Fen | undefined;
}

const isSame = (a: Came, b: Came): boolean => a.outcome === b.outcome && a.amountFen === b.amountFen;

/** The smallest change that trying all finds. */
function byBruteForce(pack: Pack, facts: Facts, base: Result): Size | undefined {
  for (const count of [1, 2] as const) {
    let best: Size | undefined;
    for (const values of everyChange(pack, facts, count)) {
      const size = sizeOf(facts, values);
      if (best !== undefined && !isSmaller(size, best)) continue;
      if (!isSame(determine(pack, changed(facts, values), period), base)) best = size;
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

function changeIn(found: WouldChange): Change {
  if (found.kind !== 'change') throw new Error(`Nothing was found: ${found.kind}`);
  return found.change;
}

const only = ({ changes }: Change): ChangedFact => {
  const [first, ...more] = changes;
  if (first === undefined || more.length > 0) throw new Error('One fact was expected.');
  return first;
};

describe('the smallest change, on small rules and families', () => {
  test('no smaller one exists, as trying every change shows', () => {
    fc.assert(
      fc.property(smallPacks(), smallFamilies(), (pack, facts) => {
        const base = determine(pack, facts, period);
        const brute = byBruteForce(pack, facts, base);
        const found = whatWouldChange(pack, facts, period);
        if (brute === undefined) return;
        const size = sizeOf(facts, changeIn(found).changes);
        expect(isSmaller(brute, size)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('determining the changed facts gives what was promised', () => {
    fc.assert(
      fc.property(smallPacks(), smallFamilies(true), (pack, facts) => {
        const base = determine(pack, facts, period);
        const found = whatWouldChange(pack, facts, period);
        if (found.kind !== 'change') return;
        const after = determine(pack, changed(facts, found.change.changes), period);
        expect(isSame(after, found.change)).toBe(true);
        expect(isSame(after, base)).toBe(false);
        for (const { person, fact, from, to } of found.change.changes) {
          expect(from).toBe(factOf(facts, person, fact));
          expect(to).not.toBe(from);
        }
      }),
      { numRuns: 250 },
    );
  });

  test('all values that are said to give the same do, and the next one beyond does not', () => {
    fc.assert(
      fc.property(smallPacks(), smallFamilies(), (pack, facts) => {
        const found = whatWouldChange(pack, facts, period);
        if (found.kind !== 'change' || found.change.changes.length > 1) return;
        const { change } = found;
        const { person, fact, among } = only(change);
        if (fact !== 'nights' || among === undefined) return;
        const [least, greatest] = [Number(among.least ?? 0), Number(among.greatest ?? 60)];
        const gives = (to: number): boolean =>
          isSame(determine(pack, changed(facts, [{ person, fact, to }]), period), change);
        for (let to = least; to <= greatest; to += 1) expect(gives(to)).toBe(true);
        if (among.least !== undefined && least > 0) expect(gives(least - 1)).toBe(false);
        if (among.greatest !== undefined) expect(gives(greatest + 1)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

const hospital = packIn(smallPack);
const elder = (facts: Readonly<Record<string, FactValue>>): Facts => ({
  on: day('2026-03-01'),
  people: [{ id: 'e', ...facts }],
  subject: 'e',
});

describe('what it says', () => {
  test('a birthday too late by days: the last day that would do, with all before it', () => {
    const change = changeIn(whatWouldChange(hospital, elder({ birth: '1967-01-03', nights: 10, local: true }), period));
    expect(only(change)).toMatchObject({
      fact: 'birth',
      name: 'elder.birth',
      to: '1966-12-31',
      among: { greatest: '1966-12-31' },
    });
    expect(change.words).toMatchObject({
      'zh-CN': '如果老人的出生日期是 1966 年 12 月 31 日或以前，2026 年可以领 1,000 元。',
      en: 'If the date of birth of the elder were 31 December 1966 or earlier, 1,000 yuan would be paid for 2026.',
    });
  });

  test('one night more or less changes the amount; of two as near, the first', () => {
    const change = changeIn(whatWouldChange(hospital, elder({ birth: '1950-05-05', nights: 10, local: true }), period));
    expect(only(change)).toMatchObject({ fact: 'nights', to: 9 });
    expect(change.words['zh-CN']).toBe('如果老人的住院天数是 9，2026 年可以领 900 元。');
  });

  test('beyond a cap the nearest change is back below it', () => {
    const change = changeIn(
      whatWouldChange(hospital, elder({ birth: '1950-05-05', nights: 120, local: true }), period),
    );
    expect(only(change).to).toBe(89);
  });

  test('a boolean in the way', () => {
    const change = changeIn(
      whatWouldChange(hospital, elder({ birth: '1950-05-05', nights: 120, local: false }), period),
    );
    expect(only(change)).toMatchObject({
      person: 'e',
      fact: 'local',
      name: 'elder.local',
      from: false,
      to: true,
      words: {
        'zh-CN': '老人的本地户口是“是”',
        en: '“local registration of the elder” were “yes”',
      },
    });
    expect(change.words['zh-CN']).toBe('如果老人的本地户口是“是”，2026 年可以领 9,000 元。');
  });

  test('two facts in the way are changed both', () => {
    const change = changeIn(whatWouldChange(hospital, elder({ birth: '1970-01-01', nights: 0, local: true }), period));
    expect(change.changes.map(({ fact, to }) => [fact, to])).toEqual([
      ['birth', '1966-12-31'],
      ['nights', 1],
    ]);
    expect(change).toMatchObject({ outcome: 'eligible', amountFen: 10_000n });
  });

  test('while a fact is missing: what it would have to be', () => {
    const change = changeIn(whatWouldChange(hospital, elder({ birth: '1950-05-05', nights: 3 }), period));
    expect(only(change)).toMatchObject({ fact: 'local', to: true });
    expect(change.words.en).toBe('If “local registration of the elder” is “yes”, 300 yuan is paid for 2026.');
  });

  test('of a birthday of which the month is known, a day of that month', () => {
    const pack = packWithRule(
      `for: person as p
facts: { birth: date }
parameters: { rate: { type: money, values: { 2020-01-01: 100.00 }, source: order 一 } }
eligible: 'p.birth >= date("2024-06-15")'
amount: rate
`,
    );
    const change = changeIn(whatWouldChange(pack, elder({ birth: '2024-06' }), period));
    expect(only(change)).toMatchObject({ from: '2024-06', to: '2024-06-15', among: { least: '2024-06-15' } });
  });

  test('a text that nobody names stands for all others', () => {
    const pack = packWithRule(
      `for: person as p
facts: { school: text }
parameters: { rate: { type: money, values: { 2020-01-01: 100.00 }, source: order 一 } }
eligible: 'p.school = "小学"'
amount: rate
`,
    );
    const change = changeIn(whatWouldChange(pack, elder({ school: '小学' }), period));
    expect(change.words).toMatchObject({
      'zh-CN': '如果老人的学段不是小学，2026 年就不能领。',
      en: 'If the school of the elder were other than 小学, nothing would be paid for 2026.',
    });
  });

  test('a fact of a relative, by their name; a parent is never made younger than the child', () => {
    const pack = packWithRule(
      `for: person as p
facts: { birth: date, income: money }
parameters:
  rate: { type: money, values: { 2020-01-01: 100.00 }, source: order 一 }
  most: { type: money, values: { 2020-01-01: 5000.00 }, source: order 一 }
eligible: total(for q in p.parents return q.income) <= most and (every q in p.parents satisfies q.birth < p.birth)
amount: rate
`,
    );
    const facts: Facts = {
      on: day('2026-03-01'),
      people: [
        { id: 'c', birth: '2020-01-01' },
        { id: 'm', birth: '1990-01-01', income: 500_001n },
      ],
      links: [{ kind: 'parent', from: 'm', to: 'c' }],
      subject: 'c',
    };
    const change = changeIn(whatWouldChange(pack, facts, period));
    expect(only(change)).toMatchObject({ person: 'm', name: 'm.income', to: 500_000n, among: { greatest: 500_000n } });
    const poor = { ...facts, people: facts.people.map((one) => ({ ...one, ...(one.id === 'm' && { income: 0n }) })) };
    expect(only(changeIn(whatWouldChange(pack, poor, period))).fact).toBe('income');
  });

  test('nothing where no fact is used, and a sentence of neither kind is made up', () => {
    const pack = packWithRule(
      `for: person as p
facts: { nights: int }
parameters: { rate: { type: money, values: { 2020-01-01: 100.00 }, source: order 一 } }
eligible: p.nights >= 0
amount: rate
`,
    );
    expect(whatWouldChange(pack, elder({ nights: 3 }), period)).toEqual({ kind: 'nothing' });
  });

  test('a search that grows too large says so', () => {
    const pack = packWithRule(
      `for: person as p
facts: { nights: int }
parameters: { rate: { type: money, values: { 2020-01-01: 100.00 }, source: order 一 } }
eligible: p.nights >= 0 and modulo(p.nights, 7) - modulo(p.nights, 7) = 0
amount: rate
`,
    );
    expect(whatWouldChange(pack, elder({ nights: 3 }), period)).toEqual({ kind: 'cut', tried: 0 });
  });

  test('a period that the pack does not cover is refused as determining it is', () => {
    expect(() => whatWouldChange(hospital, elder({ nights: 3 }), '2040')).toThrow(RangeError);
  });
});
