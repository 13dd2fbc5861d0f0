import { type List, type Lowered, type Part, type Scalar, scalar } from './scalar.ts';
import { movedTo } from '../passes/move.ts';
import { type Aggregation, type Builder, isWithin, type Node, type Scope } from '../node.ts';

export type { List } from './scalar.ts';

/** Values written in the pack, or worked out one by one. */
export function literalList(values: readonly Scalar[]): List {
  return { kind: 'list', parts: values.map((value) => ({ value })) };
}

/** What a loop variable stands for at such a part. */
export function itemOf({ scope, value }: Part): Lowered {
  if (value !== undefined) return value;
  if (scope === undefined) throw new Error('A part of a list is a value or a person.');
  return { kind: 'person', scope };
}

/**
 * The same list, gone through anew for each person of the scope `around`: so that what is said of an element may also speak of that person.
 * A list that is seen from there is so already.
 */
export function listWithin(build: Builder, list: List, around: Scope): List {
  const parts = list.parts.map((part): Part => {
    const { scope, value, guard } = part;
    if (scope?.outer === undefined || isWithin(scope.outer.scope, around)) return part;
    const own = build.within(around, scope.outer.relation, scope.outer.of);
    const moved = (node: Node): Node => movedTo(build, node, scope, own);
    return {
      scope: own,
      ...(value && { value: { ...value, node: moved(value.node) } }),
      ...(guard && { guard: moved(guard) }),
    };
  });
  return { kind: 'list', parts };
}

/** What `body` makes of each part. */
export function each<T>(
  { parts }: List,
  body: (part: Part) => T,
): readonly (Pick<Part, 'scope' | 'guard'> & { readonly item: T })[] {
  return parts.map((part) => ({
    ...(part.scope && { scope: part.scope }),
    ...(part.guard && { guard: part.guard }),
    item: body(part),
  }));
}

/** The elements of which the condition holds. It is asked of those alone that an earlier filter kept. */
export function filtered(build: Builder, list: List, condition: (part: Part) => Node): List {
  const parts = list.parts.map((part): Part => {
    const kept = condition(part);
    const { guard } = part;
    return {
      ...part,
      guard: guard === undefined ? kept : build.binary('needs', guard, build.binary('and', guard, kept)),
    };
  });
  return { kind: 'list', parts };
}

type Tested = Pick<Part, 'scope' | 'guard'> & { readonly item: Node };

/** Folds parts of which some stand for one element and some for a whole relation. */
function combined(build: Builder, aggregation: Aggregation, parts: readonly Tested[]): Node {
  const zero = build.constant(aggregation === 'sum' ? 0n : aggregation === 'every');
  const ofOne = ({ guard, item }: Tested): Node => {
    if (guard === undefined) return item;
    if (aggregation === 'sum') return build.select(guard, item, zero);
    return aggregation === 'some'
      ? build.binary('and', guard, item)
      : build.binary('or', build.unary('not', guard), item);
  };
  const ofPart = (part: Tested): Node =>
    part.scope === undefined ? ofOne(part) : build.aggregate(aggregation, part.scope, part.item, part.guard);
  const op = aggregation === 'sum' ? 'add' : aggregation === 'some' ? 'or' : 'and';
  const [first, ...rest] = parts.map(ofPart);
  const value = first === undefined ? zero : rest.reduce((a, b) => build.binary(op, a, b), first);
  // A list of which it isn't known whether an element belongs to it is not known as a whole.
  const guards = parts.flatMap(({ scope, guard }) => (scope === undefined && guard !== undefined ? [guard] : []));
  return guards.reduce((result, guard) => build.binary('needs', guard, result), value);
}

export function quantified(build: Builder, quantifier: 'some' | 'every', tests: readonly Tested[]): Node {
  return combined(build, quantifier, tests);
}

/** How many elements there are; what they are need not be known. */
export function counted(build: Builder, { parts }: List): Node {
  const one = build.constant(1n);
  return combined(
    build,
    'sum',
    parts.map(({ scope, guard }) => ({ ...(scope && { scope }), ...(guard && { guard }), item: one })),
  );
}

/** The sum of the elements; 0 of none. They are whole numbers or fen. */
export function totalled(build: Builder, { parts }: List): Scalar {
  const tested = parts.map(({ scope, guard, value }) => {
    if (value === undefined) throw new Error('People are not added up.');
    return { ...(scope && { scope }), ...(guard && { guard }), item: value.node };
  });
  return scalar(combined(build, 'sum', tested));
}
