import * as fc from 'fast-check';
import { day } from '../../values/day.ts';
import type { Relation } from '../check/expression/checked.ts';
import type { Facts, FactValue, Link, PersonFacts } from '../facts.ts';
import { type Asked, interpret, NotKnown, type World } from './interpret.ts';
import { Builder, type Graph, isWithin, type Node, rootsOf, type Scope, type Sort } from './node.ts';

/** Rules over the tests' vocabulary that between them use everything a rule may: each is held against `explain`. */
export const rules: readonly string[] = [
  `for: person as c
facts: { birth: date, alive: boolean?, nationality: text? }
parameters:
  start: { type: date, values: { 2020-01-01: 2025-01-01 }, source: order 一 }
  yearly: { type: money, values: { 2020-01-01: 3600.00, 2027-01-01: 3700.00 }, source: order 一 }
  monthly: { type: money, values: { 2020-01-01: 300.00 }, source: order 一 }
let:
  last: addMonths(monthOf(c.birth), 36)
  months: max(0, monthsBetween(monthOf(period.first), min(last, monthOf(period.last))) + 1)
  isYoung: if c.birth >= start then (period.year between c.birth.year and c.birth.year + 2) else months > 0
eligible: c.alive and c.nationality = "CN" and isYoung
amount: if c.birth >= start then yearly else monthly * months
`,
  `for: person as e
facts: { birth: date, nights: int, income: money?, local: boolean? }
parameters:
  share: { type: ratio, values: { 2020-01-01: 0.35 }, source: order 一 }
  night: { type: money, values: { 2020-01-01: 1.00 }, source: order 一 }
let:
  grown: e.members[completedYears(item.birth, period.last) >= 18]
  theirs: total(for p in grown return p.income)
eligible: (e.local or (some p in grown satisfies p.local)) and count(grown) > 0
amount: roundHalfUp(theirs * share) + night * e.nights
`,
  `for: person as e
facts: { birth: date, alive: boolean?, local: boolean? }
parameters:
  each: { type: money, values: { 2020-01-01: 100.00 }, source: order 一 }
  more: { type: money, values: { 2020-01-01: 0.01 }, source: order 一 }
let:
  small: count(e.children[completedMonths(item.birth, on) < 36])
  siblings: some p in e.parents satisfies count(p.children) > 1
eligible: every k in e.children satisfies (k.alive or k.local)
amount: each * small + (if siblings then more else 0 * more)
`,
  `for: person as e
facts: { birth: date, nights: int, school: text? }
parameters:
  step: { type: money, values: { 2020-01-01: 10.00 }, source: order 一 }
  unit: { type: money, values: { 2020-01-01: 0.50 }, source: order 一 }
let:
  age: completedYears(e.birth, on)
  band: if age < 6 then 1 else if age < 12 then 2 else 3
  taught: every g in e.guardians satisfies (every k in g.children satisfies (k.nights in [2..20)))
eligible: (e.school in ("小学", "初中")) or taught
amount: step * band - unit * modulo(e.nights, 7)
`,
];

/** What is drawn: everything known, or with gaps; `months`: of some births only the month. */
interface Drawn {
  readonly known?: boolean;
  readonly months?: boolean;
}

const maybe = <T>(value: fc.Arbitrary<T>, { known }: Drawn): fc.Arbitrary<T | undefined> =>
  known === true ? value : fc.option(value, { nil: undefined, freq: 4 });

const days = ['2020-02-29', '2022-12-31', '2024-12-31', '2025-01-01', '2026-01-31', '2008-01-01', '1996-06-15'];

/** People of the tests' vocabulary. */
function person(id: string, drawn: Drawn): fc.Arbitrary<PersonFacts> {
  const birth = fc.constantFrom(...days, ...(drawn.months === true ? ['2024-12', '2025-01', '2020-02'] : []));
  return fc
    .record({
      birth: maybe<FactValue>(birth, drawn),
      alive: maybe(fc.boolean(), drawn),
      local: maybe(fc.boolean(), drawn),
      nationality: maybe(fc.constantFrom('CN', 'FR'), drawn),
      school: maybe(fc.constantFrom('小学', '初中', '高中'), drawn),
      nights: maybe(fc.integer({ min: 0, max: 30 }), drawn),
      income: maybe(fc.bigInt({ min: 0n, max: 900_000n }), drawn),
    })
    .map((facts) => ({ ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)), id }));
}

/** Up to five people of up to two households and any links; links or households may not be known. */
export function families(drawn: Drawn = {}): fc.Arbitrary<Facts> {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const place = fc.nat({ max: ids.length - 1 });
  const links = fc.array(
    fc.tuple(fc.constantFrom<Link['kind']>('parent', 'parent', 'spouse', 'guardian'), place, place),
    {
      maxLength: 7,
    },
  );
  return fc
    .record({
      people: fc.tuple(...ids.map((id) => person(id, drawn))),
      links: maybe(links, drawn),
      split: maybe(fc.nat({ max: ids.length }), drawn),
      on: fc.constantFrom('2025-06-01', '2026-02-28', '2027-12-31').map(day),
    })
    .map(({ people, links: joined, split, on }): Facts => {
      const named = joined
        ?.filter(([, from, to]) => from < to)
        .map(([kind, from, to]): Link => {
          return { kind, from: ids[from] ?? '', to: ids[to] ?? '' };
        });
      const households = split === undefined ? undefined : [ids.slice(0, split), ids.slice(split)];
      return {
        on,
        people,
        subject: 'a',
        ...(named && { links: named }),
        ...(households && { households: households.filter((home) => home.length > 0) }),
      };
    });
}

const relations: readonly (readonly Relation[])[] = [
  [],
  ['members'],
  ['children'],
  ['parents'],
  ['parents', 'children'],
  ['members', 'children'],
];

/** Scopes of a loop within a loop that speaks of both. */
const mixedScopes: readonly (readonly [around: Relation, relation: Relation])[] = [
  ['children', 'children'],
  ['children', 'members'],
  ['members', 'members'],
  ['members', 'children'],
];

const facts = [
  ['alive', 'boolean'],
  ['local', 'boolean'],
  ['nights', 'int'],
  ['income', 'money'],
  ['birth', 'date'],
  ['school', 'text'],
  ['nationality', 'text'],
] as const;

const operations = [
  ...([
    'fact',
    'fact',
    'constant',
    'add',
    'subtract',
    'multiply',
    'minimum',
    'maximum',
    'equal',
    'less',
    'at-most',
  ] as const),
  ...([
    'and',
    'or',
    'both',
    'needs',
    'negate',
    'absolute',
    'not',
    'floor-divide',
    'modulo',
    'select',
    'sum',
    'some',
  ] as const),
  'every' as const,
];

interface Draw {
  readonly op: (typeof operations)[number];
  readonly scope: number;
  readonly picks: readonly [number, number, number];
}

/** Nodes made one after the other, each over such as came before it in its scope or one around it. */
class Drawing {
  readonly build = new Builder();
  readonly #nodes: Node[] = [];
  readonly #scopes: readonly Scope[];

  constructor() {
    const { build } = this;
    const paths = relations.map((path) =>
      path.reduce<Scope>((scope, relation) => build.within(scope, relation), build.subject),
    );
    const mixed = mixedScopes.map(([around, relation]) =>
      build.within(build.within(build.subject, around), relation, build.subject),
    );
    const [deeper = build.subject] = mixed;
    this.#scopes = [...paths, ...mixed, build.within(deeper, 'children', build.subject)];
    for (const value of [0n, 1n, true, false, '小学', 100n]) this.#nodes.push(this.build.constant(value));
  }

  /** A node that can be read in the scope. */
  pick(sort: Sort, scope: Scope, at: number): Node {
    const found = this.#nodes.filter((node) => node.sort === sort && isWithin(scope, node.scope));
    const node = found[found.length - 1 - (at % found.length)];
    if (node === undefined) throw new Error('There is a constant of every sort.');
    return node;
  }

  add({ op, scope: at, picks: [p, q, r] }: Draw): void {
    const { build } = this;
    const scope = this.#scopes[at % this.#scopes.length] ?? build.subject;
    const sorts: readonly Sort[] = ['boolean', 'integer', 'text'];
    const sort = sorts[r % sorts.length] ?? 'integer';
    const of = (wanted: Sort, index: number): Node => this.pick(wanted, scope, index);
    switch (op) {
      case 'fact': {
        const [fact, type] = facts[p % facts.length] ?? facts[0];
        this.#nodes.push(build.fact(scope, fact, type, type === 'date' && q % 2 === 1 ? 'month' : 'whole'));
        return;
      }
      case 'constant':
        this.#nodes.push(build.constant(BigInt((p % 9) - 4)));
        return;
      case 'and':
      case 'or':
      case 'both':
        this.#nodes.push(build.binary(op, of('boolean', p), of('boolean', q)));
        return;
      case 'equal':
        this.#nodes.push(build.binary(op, of(sort, p), of(sort, q)));
        return;
      case 'needs':
        this.#nodes.push(build.binary(op, of(sort, p), of(sorts[q % 3] ?? 'integer', q)));
        return;
      case 'not':
        this.#nodes.push(build.unary(op, of('boolean', p)));
        return;
      case 'negate':
      case 'absolute':
        this.#nodes.push(build.unary(op, of('integer', p)));
        return;
      case 'floor-divide':
      case 'modulo':
        this.#nodes.push(build.divide(op, of('integer', p), BigInt((q % 40) + 1)));
        return;
      case 'select':
        this.#nodes.push(build.select(of('boolean', p), of(sort, q), of(sort, r)));
        return;
      case 'sum':
      case 'some':
      case 'every': {
        if (scope === build.subject) return;
        const guard = r % 2 === 0 ? of('boolean', q) : undefined;
        this.#nodes.push(build.aggregate(op, scope, of(op === 'sum' ? 'integer' : 'boolean', p), guard));
        return;
      }
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'minimum':
      case 'maximum':
      case 'less':
      case 'at-most':
        this.#nodes.push(build.binary(op, of('integer', p), of('integer', q)));
    }
  }
}

/** Graphs that no rule need ever have come to; every node is a root in some of them. */
export function graphs(): fc.Arbitrary<Graph> {
  const nat = fc.nat({ max: 60 });
  const draw = fc.record({ op: fc.constantFrom(...operations), scope: nat, picks: fc.tuple(nat, nat, nat) });
  return fc.array(draw, { minLength: 4, maxLength: 40, size: 'max' }).map((draws): Graph => {
    const drawing = new Drawing();
    for (const one of draws) drawing.add(one);
    const root = (sort: Sort, at: number): Node => drawing.pick(sort, drawing.build.subject, at);
    return {
      builder: drawing.build,
      parameters: new Map(),
      eligible: root('boolean', 0),
      amount: root('integer', 0),
      steps: [1, 2, 3].flatMap((at) => [
        { name: `b${at}`, node: root('boolean', at), denominator: 1n },
        { name: `n${at}`, node: root('integer', at), denominator: 1n },
      ]),
      reasons: [],
      limits: [],
    };
  });
}

/** What every root comes to, for comparing: a text of each. Of the unknown, not on what it hangs: a pass may find that to be less. */
export function answers<Person>(graph: Graph, world: World<Person>, asked?: Asked): readonly string[] {
  const valueOf = interpret(graph, world, asked);
  return rootsOf(graph).map((node) => {
    const value = valueOf(node);
    return value instanceof NotKnown ? 'unknown' : `${typeof value} ${value}`;
  });
}

/** A graph of which that node is a root. */
export function graphOf(builder: Builder, node: Node): Graph {
  const other = node.sort === 'boolean' ? builder.constant(0n) : builder.constant(true);
  const [eligible, amount] = node.sort === 'boolean' ? [node, other] : [other, node];
  return { builder, eligible, amount, parameters: new Map(), steps: [], reasons: [], limits: [] };
}
