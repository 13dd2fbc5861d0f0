import * as fc from 'fast-check';
import { day } from '../../../values/day.ts';
import type { FactValue, PersonFacts } from '../../../rules/facts.ts';
import { statuses } from './random-lets.ts';
import type { Thresholds } from './random-pack.ts';
import type { PlacedLink, Population } from './population.ts';

const hardDays = (
  '2020-02-29 2024-02-29 2024-12-31 2025-01-01 2023-01-31 2022-12-31 2025-03-31 2026-02-28 2022-08-31 1960-02-29 ' +
  '1966-01-01'
).split(' ');

/** A day before or after, within the same month: enough to be on the other side of a threshold. */
function beside(text: string, by: number): string {
  const dayOfMonth = Number(text.slice(8)) + by;
  return dayOfMonth < 1 || dayOfMonth > 28 ? text : `${text.slice(0, 8)}${String(dayOfMonth).padStart(2, '0')}`;
}

/** Facts as a register may hold them: on thresholds of the rule and beside them, on hard days, or not known. */
function factValues(thresholds: Thresholds): Readonly<Record<string, fc.Arbitrary<FactValue>>> {
  const near = [...new Set(thresholds.numbers.flatMap((number) => [number - 1, number, number + 1]))];
  const whole = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(0, 1, 2, 3, ...near) },
    { weight: 3, arbitrary: fc.integer({ min: -20, max: 400 }) },
    { weight: 1, arbitrary: fc.constantFrom(70_000, -70_000, 2_147_483) },
  );
  const fen = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(0, 1, 5, ...near).map(BigInt) },
    { weight: 3, arbitrary: fc.integer({ min: -1000, max: 5_000_000 }).map(BigInt) },
    { weight: 1, arbitrary: fc.constantFrom(2_147_483_647n, 2_147_483_648n, -2_147_483_648n, 100_000_000_000n) },
  );
  const days = [...hardDays, ...thresholds.days];
  const known = fc.oneof(
    fc.tuple(fc.constantFrom(...days), fc.integer({ min: -1, max: 1 })).map(([text, by]) => beside(text, by)),
    fc
      .tuple(fc.integer({ min: 1940, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([year, month, dom]) => `${year}-${String(month).padStart(2, '0')}-${String(dom).padStart(2, '0')}`),
  );
  const months = fc.constantFrom(...days.map((text) => text.slice(0, 7)));
  const date = fc.oneof({ weight: 8, arbitrary: known }, { weight: 1, arbitrary: months });
  const text = fc.constantFrom(...thresholds.texts);
  return {
    birth: date,
    settled: date,
    started: months,
    alive: fc.boolean(),
    local: fc.boolean(),
    nights: whole,
    points: whole,
    income: fen,
    savings: fen,
    nationality: text,
    school: text,
    status: fc.constantFrom(...statuses),
  };
}

/** How much of a register is not known: of each fact, one in so many; 0 for none. */
const gaps = fc.constantFrom(0, 0, 20, 6, 2);

interface Member {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly startsHousehold: boolean;
  /** How many places before are the parents, the spouse and the guardian; 0 for nobody. */
  readonly parents: readonly number[];
  readonly spouse: number;
  readonly guardian: number;
  /** Lives in the household before as well. */
  readonly alsoBefore: boolean;
}

const rarely = (one: number): fc.Arbitrary<boolean> => fc.integer({ min: 1, max: one }).map((drawn) => drawn === one);
const before = fc.constantFrom(0, 0, 1, 2, 3);

function members(thresholds: Thresholds, used: readonly string[], unknown: number): fc.Arbitrary<Member> {
  const values = factValues(thresholds);
  const facts = used.flatMap((fact) => {
    const value = values[fact];
    if (value === undefined) return [];
    const maybe = unknown === 0 ? value : fc.option(value, { nil: undefined, freq: unknown });
    return [[fact, maybe] as const];
  });
  return fc.record({
    facts: fc.record(Object.fromEntries(facts)),
    startsHousehold: rarely(3),
    parents: fc.tuple(before, before, fc.constantFrom(0, 0, 0, 0, 0, 5)),
    spouse: fc.constantFrom(0, 0, 0, 1, 4),
    guardian: fc.constantFrom(0, 0, 0, 0, 1, 2, 6),
    alsoBefore: rarely(20),
  });
}

function linksOf(all: readonly Member[]): readonly PlacedLink[] {
  return all.flatMap(({ parents, spouse, guardian }, row) => {
    const at = (back: number, kind: PlacedLink['kind']): PlacedLink[] =>
      back > 0 && row - back >= 0 ? [{ kind, from: row - back, to: row }] : [];
    return [...parents.flatMap((back) => at(back, 'parent')), ...at(spouse, 'spouse'), ...at(guardian, 'guardian')];
  });
}

const mostInHousehold = 9;

function householdsOf(all: readonly Member[], inTwo: boolean): readonly (readonly number[])[] {
  const households: number[][] = [];
  all.forEach(({ startsHousehold, alsoBefore }, row) => {
    const last = households.at(-1);
    if (last === undefined || startsHousehold || last.length >= mostInHousehold) households.push([row]);
    else last.push(row);
    const home = households.at(-1);
    const other = households.at(-2);
    if (inTwo && alsoBefore && home !== undefined && other !== undefined) other.push(row);
  });
  return households;
}

/** What every register of that rule may hold: everyone within a few places of their relatives, in households of up to nine. */
export function randomPopulations(
  thresholds: Thresholds,
  used: readonly string[],
  size: { readonly least: number; readonly most: number },
): fc.Arbitrary<Population> {
  return fc
    .record({
      unknown: gaps,
      inTwo: rarely(3),
      without: fc.constantFrom('', '', '', '', '', '', 'links', 'households'),
    })
    .chain(({ unknown, inTwo, without }) =>
      fc
        .record({
          members: fc.array(members(thresholds, used, unknown), {
            minLength: size.least,
            maxLength: size.most,
            size: 'max',
          }),
          on: fc.constantFrom('2025-01-01', '2026-02-28', '2026-06-01', '2027-12-31').map(day),
        })
        .map(({ members: all, on }): Population => {
          const people = all.map(({ facts }, row): PersonFacts => {
            const known = Object.entries(facts).filter(([, value]) => value !== undefined);
            return { ...Object.fromEntries(known), id: `p${row}` };
          });
          return {
            on,
            people,
            households: without === 'households' ? undefined : householdsOf(all, inTwo),
            links: without === 'links' ? undefined : linksOf(all),
          };
        }),
    );
}
