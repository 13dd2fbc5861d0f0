import { unreachable } from '../../../values/unreachable.ts';
import type { Checked } from '../../check/expression/checked.ts';
import type { PersonFacts } from '../../facts.ts';
import { isUnknown, kleene } from './combine.ts';
import { compile } from './compile.ts';
import type { SharedHousehold } from '../facts/family.ts';
import { asWhole, gapsOf, Unknown, unknownOf, type Value } from './values.ts';
import type { Program } from './program.ts';
import type { Evaluator, Sight } from './step.ts';

/** A loop's condition or result, of one member at a time. */
interface EachMember {
  readonly slot: number;
  readonly evaluate: Evaluator;
}

/** `count`, `total`, `some` or `every` over the members of the subject's household, of which some were filtered out before. */
interface FoldPlan {
  readonly consumer: 'count' | 'total' | 'some' | 'every';
  readonly filters: readonly EachMember[];
  /** None for `count`. */
  readonly body: EachMember | undefined;
  /** It looks at the subject's own facts too: what it comes to is kept for each subject. */
  readonly asksSubject: boolean;
}

/** What the members come to of whom everything is known. */
interface Fold {
  readonly count: number;
  readonly total: bigint;
  /** A `some` has its one, or an `every` its exception. */
  readonly settled: boolean;
}

/** Not to be told apart from the rest: then all members are asked. */
const unfit = Symbol('unfit');

const plansOf = new WeakMap<Program, ReadonlyMap<Checked, FoldPlan>>();

/**
 * Works out loops over a household for one member after the other. Whose facts are all known comes to the same whoever asks and whatever is
 * tried of the others, and is folded once; only the others are asked each time. The value is exactly, the order of what it hangs on
 * included, what the loop over everybody gives; the steps of the members are not. Undefined where the expression is no such loop.
 */
export function foldIn(
  program: Program,
  household: SharedHousehold,
): (checked: Checked, sight: Sight) => Value | undefined {
  const known = plansOf.get(program);
  const plans = known ?? plansIn(program);
  if (known === undefined) plansOf.set(program, plans);
  return (checked, sight) => {
    const plan = plans.get(checked);
    return plan && keptOrFolded(plan, household, sight);
  };
}

/** Whoever is none of the open members, and is not asked for facts of their own, sees the same as all the others who are none. */
function keptOrFolded(plan: FoldPlan, household: SharedHousehold, sight: Sight): Value | undefined {
  const { subject, filling } = sight.family;
  if (plan.asksSubject || household.open.includes(subject)) return folded(plan, household, sight);
  const { values } = filling ?? household;
  const known = values.get(plan);
  if (known !== undefined) return known;
  const value = folded(plan, household, sight);
  if (value !== undefined) values.set(plan, value);
  return value;
}

function folded(plan: FoldPlan, household: SharedHousehold, around: Sight): Value | undefined {
  // The loop may stand in a let: it must not write into the slots of the loops around.
  const sight: Sight = { ...around, slots: [] };
  const fold = knownFold(plan, household, sight);
  if (fold === unfit) return undefined;
  const { consumer, filters, body } = plan;
  const { subject, personOf } = sight.family;
  /** What is filled in of one member changes nothing for the others. */
  const valueOnce = (each: EachMember, person: PersonFacts): Value => {
    if (plan.asksSubject) return valueFor(each, person, sight);
    const values = (household.kept.get(each) ?? new WeakMap()) as WeakMap<PersonFacts, Value>;
    household.kept.set(each, values);
    const before = values.get(person);
    if (before !== undefined) return before;
    const value = valueFor(each, person, sight);
    values.set(person, value);
    return value;
  };
  const ids = household.open.includes(subject)
    ? [subject, ...household.open.filter((id) => id !== subject)]
    : household.open;
  let open = ids.map(personOf).filter((person) => person !== undefined);
  for (const filter of filters) {
    const tests = open.map((person) => valueOnce(filter, person));
    const unsure = tests.flatMap(gapsOf);
    if (unsure.length > 0) return unknownOf([new Unknown(unsure)]);
    open = open.filter((_, i) => tests[i] === true);
  }
  if (body === undefined) return BigInt(fold.count + open.length);
  const values = open.map((person) => valueOnce(body, person));
  if (consumer === 'total')
    return values.some(isUnknown)
      ? unknownOf(values)
      : values.reduce((total: bigint, value) => total + asWhole(value), fold.total);
  const settling = consumer === 'some';
  return fold.settled ? settling : kleene(values, settling);
}

function valueFor({ slot, evaluate }: EachMember, person: PersonFacts, sight: Sight): Value {
  sight.slots[slot] = person;
  return evaluate(sight).value;
}

function knownFold(plan: FoldPlan, { known, kept }: SharedHousehold, sight: Sight): Fold | typeof unfit {
  const subject = plan.asksSubject ? sight.family.personOf(sight.family.subject) : undefined;
  const before = kept.get(plan) as { readonly subject: unknown; readonly fold: Fold | typeof unfit } | undefined;
  if (before !== undefined && before.subject === subject) return before.fold;
  const fold = foldOf(plan, known, sight);
  kept.set(plan, { subject, fold });
  return fold;
}

function foldOf(
  { consumer, filters, body }: FoldPlan,
  people: readonly PersonFacts[],
  sight: Sight,
): Fold | typeof unfit {
  let [count, total, settled] = [0, 0n, false];
  try {
    for (const person of people) {
      let isIn = true;
      for (const filter of filters) {
        const test = valueFor(filter, person, sight);
        if (isUnknown(test)) return unfit;
        isIn &&= test === true;
      }
      if (!isIn) continue;
      count += 1;
      if (body === undefined) continue;
      const value = valueFor(body, person, sight);
      if (isUnknown(value)) return unfit;
      if (consumer === 'total') total += asWhole(value);
      else settled ||= value === (consumer === 'some');
    }
  } catch {
    // Whether that is a fault depends on the others: asked of everybody in turn it comes again, in its place.
    return unfit;
  }
  return { count, total, settled };
}

/** What an expression's value depends on, beside the pack, the period and the day. */
interface Dependence {
  readonly slots: ReadonlySet<number>;
  /** The subject's own facts. */
  readonly subject: boolean;
  /** Anything else. */
  readonly more: boolean;
}

const nothing: Dependence = { slots: new Set(), subject: false, more: false };
const anything: Dependence = { slots: new Set(), subject: false, more: true };

function plansIn({ rule }: Program): ReadonlyMap<Checked, FoldPlan> {
  const lets = new Map(rule.lets.map(({ name, checked }) => [name, checked]));
  const dependences = new Map<Checked, Dependence>();
  const plans = new Map<Checked, FoldPlan>();

  function all(parts: readonly Checked[]): Dependence {
    const found = parts.map(dependence);
    return {
      slots: new Set(found.flatMap(({ slots }) => [...slots])),
      subject: found.some(({ subject }) => subject),
      more: found.some(({ more }) => more),
    };
  }

  function within(list: Checked, body: Checked, slot: number): Dependence {
    const [outside, inside] = [dependence(list), dependence(body)];
    return {
      slots: new Set([...outside.slots, ...[...inside.slots].filter((one) => one !== slot)]),
      subject: outside.subject || inside.subject,
      more: outside.more || inside.more,
    };
  }

  /** Looks at every expression once, and plans the loops among them. */
  function dependence(checked: Checked): Dependence {
    const known = dependences.get(checked);
    if (known !== undefined) return known;
    planned(checked);
    const found = looked(checked);
    dependences.set(checked, found);
    return found;
  }

  function looked(checked: Checked): Dependence {
    switch (checked.kind) {
      case 'constant':
      case 'parameter':
      case 'period':
      case 'on':
        return nothing;
      case 'variable':
        return { ...nothing, slots: new Set([checked.slot]) };
      case 'fact':
        return checked.person.kind === 'subject' ? { ...nothing, subject: true } : dependence(checked.person);
      case 'parameter-at':
        return dependence(checked.at);
      case 'let': {
        const named = lets.get(checked.name);
        return named === undefined ? anything : dependence(named);
      }
      case 'operation':
      case 'within':
        return all(checked.operands);
      case 'if':
        return all([checked.condition, checked.whenTrue, checked.whenFalse]);
      case 'quantified':
      case 'filter':
        return within(checked.list, checked.condition, checked.slot);
      case 'for':
        return within(checked.list, checked.result, checked.slot);
      case 'relation':
        return { ...dependence(checked.person), more: true };
      case 'subject':
      case 'benefit':
      case 'beyond':
      case 'fault':
        return anything;
    }
    return unreachable(checked);
  }

  const resolved = (checked: Checked): Checked => {
    const named = checked.kind === 'let' ? lets.get(checked.name) : undefined;
    return named === undefined ? checked : resolved(named);
  };

  /** The filters between the subject's members and the list; undefined if it is another list. */
  function filtersOf(list: Checked): readonly Loop[] | undefined {
    const found = resolved(list);
    if (found.kind === 'relation')
      return found.relation === 'members' && found.person.kind === 'subject' ? [] : undefined;
    if (found.kind !== 'filter') return undefined;
    const before = filtersOf(found.list);
    return before && [...before, { slot: found.slot, body: found.condition }];
  }

  function planned(checked: Checked): void {
    const shape = shapeOf(checked);
    const filters = shape && filtersOf(shape.list);
    if (shape === undefined || filters === undefined || plans.has(checked)) return;
    const loops = [...filters, ...(shape.loop ? [shape.loop] : [])];
    const found = loops.map(({ body }) => dependence(body));
    const isOwn = ({ slots, more }: Dependence, n: number): boolean =>
      !more && [...slots].every((slot) => slot === loops[n]?.slot);
    if (!found.every(isOwn)) return;
    const each = ({ slot, body }: Loop): EachMember => ({ slot, evaluate: compile(body) });
    plans.set(checked, {
      consumer: shape.consumer,
      filters: filters.map(each),
      body: shape.loop && each(shape.loop),
      asksSubject: found.some(({ subject }) => subject),
    });
  }

  function shapeOf(checked: Checked): Shape | undefined {
    if (checked.kind === 'quantified')
      return {
        consumer: checked.quantifier,
        list: checked.list,
        loop: { slot: checked.slot, body: checked.condition },
      };
    if (checked.kind !== 'operation') return undefined;
    const [list] = checked.operands;
    if (list === undefined) return undefined;
    if (checked.operation === 'count') return { consumer: 'count', list, loop: undefined };
    const loop = resolved(list);
    if (checked.operation !== 'total' || loop.kind !== 'for') return undefined;
    return { consumer: 'total', list: loop.list, loop: { slot: loop.slot, body: loop.result } };
  }

  all([rule.eligible, rule.amount, ...rule.lets.map(({ checked }) => checked)]);
  return plans;
}

interface Loop {
  readonly slot: number;
  readonly body: Checked;
}

interface Shape {
  readonly consumer: FoldPlan['consumer'];
  readonly list: Checked;
  readonly loop: Loop | undefined;
}
