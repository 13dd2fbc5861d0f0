import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../explain/explain.ts';
import { OutOfRange } from '../../explain/compile/operations.ts';
import type { Determination } from '../../determination.ts';
import type { Facts } from '../../facts.ts';
import { readPeriod } from '../../pack/period.ts';
import { packWithRule } from '../../testing.ts';
import { folded } from '../passes/fold.ts';
import { interpret, worldOf } from '../interpret.ts';
import { lowerRule } from './lower-rule.ts';
import { families } from '../testing.ts';

/** Every name gives a reason that says nothing but its code, so that both can be compared. */
const because = (names: readonly string[], numbers: readonly string[] = []): string =>
  [
    'because:',
    ...names.map(
      (name) =>
        `  ${name}: { yes: { zh: "${name}.yes", en: "${name}.yes" }, no: { zh: "${name}.no", en: "${name}.no" } }`,
    ),
    ...numbers.map((name) => `  ${name}: { words: { zh: "${name}", en: "${name}" } }`),
    '',
  ].join('\n');

const rules = [
  `for: person as e
facts: { birth: date, alive: boolean?, local: boolean?, nights: int }
parameters:
  each: { type: money, values: { 2020-01-01: 100.00 }, source: order 一 }
let:
  isAlive: e.alive
  isLocal: e.local
  isOld: completedYears(e.birth, period.last) >= 18
  long: e.nights > 10
  either: isLocal or isOld
  counted: min(e.nights, 20)
  small: each * counted
  large: each * 2 * counted
eligible: isAlive and either and (if isOld then long else e.nights > 0)
amount: if long then large else small
${because(['isAlive', 'isLocal', 'isOld', 'long'], ['counted', 'large'])}`,
  `for: person as e
facts: { birth: date, alive: boolean?, local: boolean?, nights: int }
parameters:
  each: { type: money, values: { 2020-01-01: 100.00 }, source: order 一 }
let:
  hasLocal: some p in e.members satisfies p.local
  isAlive: e.alive
  few: count(e.children) < 2
  never: not(few) or not(isAlive)
eligible: not(never) or hasLocal
amount: each * e.nights
${because(['hasLocal', 'isAlive', 'few'])}`,
  `for: person as e
facts: { birth: date, alive: boolean?, local: boolean?, nights: int }
parameters:
  each: { type: money, values: { 2020-01-01: 100.00 }, source: order 一 }
let:
  isLocal: e.local
  isAlive: e.alive
  counted: min(e.nights, 20)
  family: "e.members[item.nights >= 0]"
  shares: total(for m in family return counted)
eligible: isAlive and e.birth < on and (every m in e.members satisfies isLocal)
amount: each * shares
${because(['isLocal', 'isAlive'], ['counted'])}`,
  // Loops over nobody, over what hangs on the item of a loop, and parts that decide for some of the people only.
  `for: person as e
facts: { birth: date, alive: boolean?, local: boolean?, nights: int }
parameters:
  each: { type: money, values: { 2020-01-01: 100.00 }, source: order 一 }
let:
  isLocal: e.local
  isAlive: e.alive
  counted: min(e.nights, 20)
  long: e.nights > 10
  shares: total(for m in e.children return counted)
  ofTheirs: "total(for c in e.children return count(for p in c.parents[item.nights > 3] return counted))"
  anyone: some c in e.children satisfies (if c.nights > 5 then isLocal else c.nights > 3 and isAlive)
  all: every m in e.members[item.nights > 2] satisfies (m.nights > 4 or long)
  young: e.birth > date("2010-01-01")
  kept: "count(e.parents[if item.nights > 6 then long else young])"
eligible: (anyone or all) and e.birth < on
amount: each * shares + each * ofTheirs + each * kept
${because(['isLocal', 'isAlive', 'long', 'young'], ['counted'])}`,
  `for: person as e
facts: { birth: date, alive: boolean?, local: boolean?, nights: int }
parameters:
  each: { type: money, values: { 2020-01-01: 100.00 }, source: order 一 }
  monthly: { type: money, values: { 2020-01-01: 100.00, 2026-06-01: 120.00 }, source: order 一 }
let:
  isLocal: e.local
  isAlive: e.alive
  first: monthOf(e.birth)
  long: e.nights > 10
  older: some a in e.children satisfies (some b in e.children satisfies a.birth < b.birth and (isLocal or b.nights > a.nights))
  times: count(for m in period.months[item > monthOf(on)] return (if m > monthOf(e.birth) then long else isAlive))
eligible: older or e.nights > 3
amount: each * times + valueAt(monthly, max(first, monthOf(period.first)))
${because(['isLocal', 'isAlive', 'long'], ['first'])}`,
];

const packs = rules.map((rule) => packWithRule(rule));

function explained(pack: (typeof packs)[number], facts: Facts): Determination | undefined {
  try {
    return explain(pack, facts, '2026');
  } catch (error) {
    if (error instanceof OutOfRange) return undefined;
    throw error;
  }
}

describe.each(packs.map((pack, i) => [i, pack] as const))('rule %i', (_, pack) => {
  test('gives the reasons that explain gives, for every family whose answer is sure', () => {
    const period = readPeriod('2026');
    fc.assert(
      fc.property(families({ known: true }), (facts) => {
        const determination = explained(pack, facts);
        if (determination === undefined || period === undefined) return;
        const graph = lowerRule(pack.rule, period, facts.on);
        const expected = determination.because.map(({ words }) => words['zh-CN']);
        for (const one of [graph, folded(graph)]) {
          const valueOf = interpret(one, worldOf(facts), { period, on: facts.on });
          const given = one.reasons.filter(({ when }) => valueOf(when) === true).map(({ code }) => code);
          expect(given.toSorted()).toEqual(expected.toSorted());
        }
      }),
      { numRuns: 200 },
    );
  });
});
