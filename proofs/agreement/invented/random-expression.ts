import * as fc from 'fast-check';
import type { Sort, Tree } from './expression-tree.ts';
import {
  benefitParts,
  constants,
  datedParameterNames,
  factsOf,
  letNames,
  parameterNames,
  quoted,
  relations,
  statuses,
  texts,
} from './random-lets.ts';

type Trees = fc.Arbitrary<Tree>;
type Part = string | Trees | fc.Arbitrary<string>;

/** What an expression may name where it stands. */
export interface Place {
  /** Lets of the levels below this one are in sight. */
  readonly level: number;
  /** May not rest on a fact that is declared nullable: the condition of an `if` or of a filter, and all in it. */
  readonly sure: boolean;
  /** Persons by their names: the subject, loop variables, `item`. */
  readonly people: readonly string[];
  /** Other loop variables and what they are. */
  readonly values: readonly (readonly [name: string, sort: Sort, sure: boolean])[];
  /** Whether the rule may ask what the other benefit comes to. */
  readonly benefits: boolean;
}

const isText = (part: Part): part is string => typeof part === 'string';

function made(sort: Sort, ...parts: readonly Part[]): Trees {
  const arbitraries = parts.map((part): fc.Arbitrary<string | Tree> => (isText(part) ? fc.constant(part) : part));
  return fc.tuple(...arbitraries).map((filled): Tree => ({ sort, parts: filled }));
}

const word = (sort: Sort, ...options: readonly string[]): Trees =>
  fc.constantFrom(...options).map((text): Tree => ({ sort, parts: [text] }));

type Weighted = readonly [weight: number, trees: () => Trees];

/** Lets and loop variables in sight that are of that sort. */
function named(place: Place, sort: Sort): readonly string[] {
  const lets = Object.entries(letNames).filter(
    ([, step]) => step.sort === sort && step.level < place.level && (step.sure || !place.sure),
  );
  const values = place.values.filter(([, one, sure]) => one === sort && (sure || !place.sure));
  return [...lets, ...values].map(([name]) => name);
}

const parametersOf = (sort: Sort): readonly string[] =>
  Object.entries(parameterNames).flatMap(([one, name]) => (one === sort ? [name] : []));

function factsIn(place: Place, sort: Sort): readonly string[] {
  const [sure, nullable] = factsOf[sort] ?? [];
  const facts = [sure, place.sure ? undefined : nullable].filter((fact) => fact !== undefined);
  return place.people.flatMap((person) => facts.map((fact) => `${person}.${fact}`));
}

const yuan = word('money', '0', '100', '0.01', '99.99', '3600', '12.35');
const listSorts = ['persons', 'ints', 'moneys', 'dates', 'months', 'texts'] as const;
type ListSort = (typeof listSorts)[number];

const itemSorts: Readonly<Record<Exclude<ListSort, 'persons'>, Sort>> = {
  ints: 'int',
  moneys: 'money',
  dates: 'date',
  months: 'month',
  texts: 'text',
};

/** The place inside a loop over such a list. */
function inLoop(place: Place, sort: ListSort, name: string, sure: boolean): Place {
  // A loop's own names only: within a filter, `item` is the innermost one.
  const people = place.people.filter((other) => other !== name);
  const values = place.values.filter(([other]) => other !== name);
  const inner = { ...place, sure: place.sure || sure };
  return sort === 'persons'
    ? { ...inner, people: [...people, name], values }
    : { ...inner, people, values: [...values, [name, itemSorts[sort], inner.sure]] };
}

const loops = (place: Place): number => place.people.length - 1 + place.values.length;
const mostLoops = 3;
const freshName = (place: Place): string => `x${loops(place) + 1}`;

const known = new Map<string, Trees>();

/** Expressions of the sort that are sound at the place, as text with its parts apart; `depth` operations within one another at most. */
export function expressions(sort: Sort, place: Place, depth: number): Trees {
  const key = JSON.stringify([sort, place, depth]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const simple = leaves(sort, place);
  const found = depth <= 0 ? simple : choose(simple, compounds(sort, place, depth - 1));
  known.set(key, found);
  return found;
}

/** Facts and names far more often than what is the same for everybody. */
function leaves(sort: Sort, place: Place): Trees {
  if (sort === 'persons')
    return word(sort, ...place.people.flatMap((person) => relations.map((relation) => `${person}.${relation}`)));
  const options = [
    { weight: 12, names: factsIn(place, sort) },
    { weight: 5, names: named(place, sort) },
    { weight: 2, names: parametersOf(sort) },
    { weight: 3, names: constants[sort] },
    { weight: 2, names: (place.benefits && !place.sure && benefitParts[sort]) || [] },
  ].filter(({ names }) => names.length > 0);
  if (options.length > 0)
    return fc.oneof(...options.map(({ weight, names }) => ({ weight, arbitrary: word(sort, ...names) })));
  if (sort === 'moneys') return made(sort, '[', leaves('money', place), ', ', leaves('money', place), ']');
  throw new Error(`Nothing simple is of the sort ${sort} at ${JSON.stringify(place)}`);
}

function choose(simple: Trees, options: readonly Weighted[]): Trees {
  if (options.length === 0) return simple;
  const many = options.map(([weight, trees]) => ({ weight, arbitrary: trees() }));
  const total = many.reduce((sum, { weight }) => sum + weight, 0);
  return fc.oneof({ withCrossShrink: true }, { weight: Math.ceil(total / 4), arbitrary: simple }, ...many);
}

function compounds(sort: Sort, place: Place, depth: number): readonly Weighted[] {
  const at = (other: Sort): Trees => expressions(other, place, depth);
  const sure = (): Trees => expressions('boolean', { ...place, sure: true }, depth);
  const chosen = (): Trees => made(sort, '(if ', sure(), ' then ', at(sort), ' else ', at(sort), ')');
  const extreme = (): Trees => made(sort, fc.constantFrom('min(', 'max('), at(sort), ', ', at(sort), ')');
  switch (sort) {
    case 'boolean':
      return conditions(place, depth, at, chosen);
    case 'int':
      return integers(place, depth, at, [chosen, extreme]);
    case 'offset':
      return [
        [2, () => made(sort, 'modulo(', at('int'), ', ', fc.constantFrom('13', '24', '-7'), ')')],
        [1, () => made(sort, 'max(0, min(12, ', at('int'), '))')],
        [1, () => made(sort, 'count(', at('persons'), ')')],
      ];
    case 'money':
      return amounts(place, depth, at, [chosen, extreme]);
    case 'ratio':
      return depth > 1
        ? []
        : [
            [1, () => made(sort, '(', at('ratio'), fc.constantFrom(' + ', ' - ', ' * '), at('ratio'), ')')],
            [
              1,
              () =>
                made(sort, '(', fc.constantFrom('2', '3', '1'), fc.constantFrom(' + ', ' - ', ' * '), at('ratio'), ')'),
            ],
            [1, () => made(sort, fc.constantFrom('abs(', '-('), at('ratio'), ')')],
            [1, chosen],
            [1, extreme],
          ];
    case 'date': {
      const monthAndDay = fc.constantFrom('1, 1', '12, 31', '8, 31', '2, 28');
      return [
        [
          2,
          () =>
            made(
              sort,
              'date((',
              at('date'),
              ').year + ',
              fc.constantFrom('0', '3', '18', '60'),
              ', ',
              monthAndDay,
              ')',
            ),
        ],
        [1, () => made(sort, 'date(period.year, ', monthAndDay, ')')],
        [2, () => made(sort, 'addMonthsCapped(', at('date'), ', ', at('offset'), ')')],
        [1, chosen],
        [2, extreme],
      ];
    }
    case 'month':
      return [
        [3, () => made(sort, 'monthOf(', at('date'), ')')],
        [3, () => made(sort, 'addMonths(', at('month'), ', ', at('offset'), ')')],
        [1, chosen],
        [2, extreme],
      ];
    case 'text':
    case 'status':
      return [[1, chosen]];
    case 'persons':
    case 'ints':
    case 'moneys':
    case 'dates':
    case 'months':
    case 'texts':
      return lists(sort, place, depth, at);
  }
}

type At = (sort: Sort) => Trees;

const compared = fc.constantFrom(' = ', ' != ', ' < ', ' <= ', ' > ', ' >= ');
const equated = fc.constantFrom(' = ', ' != ');

function conditions(place: Place, depth: number, at: At, chosen: () => Trees): readonly Weighted[] {
  const bool = (...parts: readonly Part[]): Trees => made('boolean', ...parts);
  const ordered = (['int', 'money', 'ratio', 'date', 'month'] as const).flatMap((sort): Weighted[] => [
    [sort === 'ratio' ? 1 : 2, () => bool('(', at(sort), compared, at(sort), ')')],
    [1, () => bool('(', at(sort), ' between ', at(sort), ' and ', at(sort), ')')],
    [
      1,
      () =>
        bool(
          '(',
          at(sort),
          ' in ',
          fc.constantFrom('[', '('),
          at(sort),
          '..',
          at(sort),
          fc.constantFrom(']', ')'),
          ')',
        ),
    ],
    [sort === 'ratio' ? 0 : 1, () => bool('(', at(sort), ' in (', at(sort), ', ', at(sort), '))')],
  ]);
  return [
    [8, () => bool('(', at('boolean'), fc.constantFrom(' and ', ' or '), at('boolean'), ')')],
    [3, () => bool('not(', at('boolean'), ')')],
    [2, chosen],
    [1, () => bool('(', at('boolean'), equated, at('boolean'), ')')],
    [3, () => bool('(', at('money'), compared, yuan, ')')],
    [3, () => bool('(', at('text'), equated, at('text'), ')')],
    [2, () => bool('(', at('text'), ' in (', at('text'), ', ', word('text', ...texts.map(quoted)), '))')],
    [2, () => bool('(', at('status'), equated, at('status'), ')')],
    [3, () => bool('(', at('status'), equated, word('status', ...statuses.map(quoted)), ')')],
    [2, () => bool('(', at('status'), ' in (', word('status', '"away"', '"moved"'), ', "resident"))')],
    ...ordered.filter(([weight]) => weight > 0),
    ...listSorts.map((sort): Weighted => [sort === 'persons' ? 8 : 1, () => quantified(sort, place, depth)]),
    ...(loops(place) + 2 > mostLoops ? [] : ([[5, () => ranked(place, depth)]] as const)),
  ];
}

/**
 * A loop over people within a loop over people that speaks of both, as the law does of a third child: `some x in … satisfies
 * count(…[item.birth < x.birth and …]) >= 2`.
 */
function ranked(place: Place, depth: number): Trees {
  const name = freshName(place);
  const around = inLoop(place, 'persons', name, false);
  const inner = inLoop(around, 'persons', 'item', true);
  const list = (at: Place): Trees => expressions('persons', at, depth - 1);
  const fact = fc.constantFrom('birth', 'nights', 'income');
  const comparison = fact.chain((one) => made('boolean', `item.${one}`, compared, `${name}.${one}`));
  const also = made('boolean', fc.constantFrom(' and ', ' or '), expressions('boolean', inner, depth - 1));
  const condition = fc.oneof(comparison, made('boolean', comparison, also));
  const others = made('persons', list({ ...around, sure: true }), '[', condition, ']');
  const counting = made('int', 'count(', others, ')', compared, fc.constantFrom('0', '1', '2'));
  return made(
    'boolean',
    '(',
    fc.constantFrom('some ', 'every '),
    `${name} in `,
    list(place),
    ' satisfies ',
    counting,
    ')',
  );
}

/** `some x in … satisfies …`; where loops are already as deep as they get, a comparison in its place. */
function quantified(sort: ListSort, place: Place, depth: number): Trees {
  if (loops(place) >= mostLoops) return expressions('boolean', place, 0);
  const name = freshName(place);
  const body = expressions('boolean', inLoop(place, sort, name, false), depth);
  const list = expressions(sort, place, depth - 1);
  return made('boolean', '(', fc.constantFrom('some ', 'every '), `${name} in `, list, ' satisfies ', body, ')');
}

const least1 = fc.constantFrom('2', '3', '7', '12', '(-4)');

function integers(place: Place, depth: number, at: At, more: readonly (() => Trees)[]): readonly Weighted[] {
  const int = (...parts: readonly Part[]): Trees => made('int', ...parts);
  return [
    [3, () => int('(', at('int'), fc.constantFrom(' + ', ' - '), at('int'), ')')],
    [2, () => int('(', at('int'), ' * ', fc.constantFrom('2', '12', '(-3)'), ')')],
    [1, () => int('(', at('offset'), ' * ', at('int'), ')')],
    [1, () => int('(-', at('int'), ')')],
    [1, () => int('abs(', at('int'), ')')],
    [2, () => int(fc.constantFrom('floor(', 'ceiling('), at('int'), ' / ', least1, ')')],
    [1, () => int(fc.constantFrom('floor(', 'ceiling('), at('ratio'), ')')],
    [2, () => int('modulo(', at('int'), ', ', least1, ')')],
    [3, () => int('(', at('date'), ')', fc.constantFrom('.year', '.month', '.day'))],
    [1, () => int('(', at('month'), ')', fc.constantFrom('.year', '.month'))],
    [3, () => int('monthsBetween(', at('month'), ', ', at('month'), ')')],
    [
      4,
      () =>
        int(
          fc.constantFrom('completedYears(', 'completedYearsFebruary(', 'completedMonths('),
          at('date'),
          ', ',
          at('date'),
          ')',
        ),
    ],
    ...more.map((trees): Weighted => [2, trees]),
    [1, () => int(`valueAt(${datedParameterNames.int}, `, at('month'), ')')],
    ...listSorts.map((sort): Weighted => [
      sort === 'persons' ? 5 : 1,
      () => int('count(', listOf(sort, place, depth), ')'),
    ]),
    [3, () => int('total(', listOf('ints', place, depth), ')')],
  ];
}

const roundings = fc.constantFrom('roundHalfUp(', 'roundHalfEven(', 'roundDown(', 'roundUp(');

function amounts(place: Place, depth: number, at: At, more: readonly (() => Trees)[]): readonly Weighted[] {
  const money = (...parts: readonly Part[]): Trees => made('money', ...parts);
  return [
    [3, () => money('(', at('money'), fc.constantFrom(' + ', ' - '), at('money'), ')')],
    [2, () => money('(', at('money'), fc.constantFrom(' + ', ' - '), yuan, ')')],
    [4, () => money('(', at('offset'), ' * ', at('money'), ')')],
    [4, () => money(roundings, at('money'), ' * ', at('ratio'), ')')],
    [1, () => money(roundings, at('ratio'), ' * ', at('money'), ')')],
    [2, () => money(roundings, at('money'), ' / ', least1, ')')],
    [3, () => money(fc.constantFrom('min(', 'max('), at('money'), ', ', yuan, ')')],
    [1, () => money('abs(', at('money'), ')')],
    [1, () => money('(-', at('money'), ')')],
    ...more.map((trees): Weighted => [2, trees]),
    [2, () => money(`valueAt(${datedParameterNames.money}, `, at('month'), ')')],
    [1, () => money(`valueAt(${datedParameterNames.money}, `, at('date'), ')')],
    [4, () => money('total(', listOf('moneys', place, depth), ')')],
  ];
}

const listOf = (sort: ListSort, place: Place, depth: number): Trees => expressions(sort, place, depth);

/** Filters, loops and literal lists. */
function lists(sort: ListSort, place: Place, depth: number, at: At): readonly Weighted[] {
  if (loops(place) >= mostLoops) return [];
  const filtered = (): Trees =>
    made(
      sort,
      expressions(sort, { ...place, sure: true }, depth),
      '[',
      expressions('boolean', inLoop(place, sort, 'item', true), depth),
      ']',
    );
  if (sort === 'persons') return [[1, filtered]];
  const each = (over: ListSort) => (): Trees => {
    const name = freshName(place);
    const result = expressions(itemSorts[sort], inLoop(place, over, name, false), depth);
    return made(sort, `(for ${name} in `, listOf(over, place, depth), ' return ', result, ')');
  };
  return [
    [1, filtered],
    [4, each('persons')],
    [1, each(sort)],
    [2, each('months')],
    [1, () => made(sort, '[', at(itemSorts[sort]), ', ', at(itemSorts[sort]), ']')],
  ];
}
