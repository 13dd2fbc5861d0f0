import { unreachable } from '../../../values/unreachable.ts';
import type { Checked, CheckedOf } from '../../check/expression/checked.ts';
import type { PersonFacts } from '../../facts.ts';
import { monthsOf, type Period } from '../../pack/period.ts';
import { combine, isUnknown, isWithin, kleene, strictly } from './combine.ts';
import { compileBenefit } from './compile-benefit.ts';
import { compileParameterAt } from './compile-parameter-at.ts';
import { OutOfRange } from './operations.ts';
import type { Evaluator, Sight, Step } from './step.ts';
import { compare, gapsOf, isList, type Known, SomeDayOf, Unknown, unknownOf, type Value } from './values.ts';

/** Compiles an expression to closures, once; evaluating it then makes no decision about its form. */
export function compile(checked: Checked): Evaluator {
  switch (checked.kind) {
    case 'constant':
      return constantly({ checked, value: checked.value, children: [] });
    case 'subject':
      return (sight) => ({ checked, value: personNamed(sight, sight.family.subject), children: [] });
    case 'variable':
      return (sight) => ({ checked, value: slotOf(sight, checked.slot), children: [] });
    case 'parameter':
      return (sight) => boundParameter(sight, checked);
    case 'parameter-at':
      return compileParameterAt(checked, compile(checked.at));
    case 'benefit':
      return compileBenefit(checked);
    case 'let':
      return (sight) => letStep(sight, checked.name);
    case 'period':
      return (sight) => ({ checked, value: periodPart(sight.period, checked.part), children: [] });
    case 'on':
      return (sight) => ({ checked, value: sight.family.on, children: [] });
    case 'fact':
      return compileFact(checked);
    case 'relation':
      return compileRelation(checked);
    case 'operation':
      return compileOperation(checked);
    case 'beyond':
      return compileBeyond(checked);
    case 'within':
      return compileWithin(checked);
    case 'if':
      return compileConditional(checked);
    case 'quantified':
      return compileQuantified(checked);
    case 'for':
      return compileLoop(checked);
    case 'filter':
      return compileFilter(checked);
    case 'fault':
      throw new Error('Only a rule without faults is compiled.');
  }
  return unreachable(checked);
}

/** Compiles what the rule gives a name: a `let`, `eligible` or `amount`. One that is another `let` has that below it. */
export function compileNamed(checked: Checked, name: string): Evaluator {
  const evaluate = compile(checked);
  return (sight) => {
    const step = evaluate(sight);
    return checked.kind === 'let' ? { checked, value: step.value, children: [step], name } : { ...step, name };
  };
}

const constantly =
  (step: Step): Evaluator =>
  () =>
    step;

function personNamed(sight: Sight, id: string): PersonFacts {
  const person = sight.family.personOf(id);
  if (person === undefined) throw new Error(`The facts name a person they don't hold: ${id}`);
  return person;
}

function slotOf(sight: Sight, slot: number): Value {
  const value = sight.slots[slot];
  if (value === undefined) throw new Error(`Loop variable ${slot} is read outside its loop.`);
  return value;
}

function boundParameter({ bound, period }: Sight, checked: CheckedOf<'parameter'>): Step {
  const dated = bound.get(checked.name);
  if (dated === undefined) throw new Error(`The parameter ${checked.name} has no value for ${period.text}.`);
  return { checked, value: dated.value, children: [], dated };
}

/** A named step of the rule, worked out once. */
export function letStep(sight: Sight, name: string): Step {
  const known = sight.steps.get(name);
  if (known !== undefined) return known;
  const evaluate = sight.lets.get(name);
  if (evaluate === undefined) throw new Error(`The rule has no let ${name}.`);
  // A let stands outside every loop: its own loops must not write into the slots of the one that asks for it.
  const step = evaluate(sight.slots.length === 0 ? sight : { ...sight, slots: [] });
  sight.steps.set(name, step);
  return step;
}

function periodPart(period: Period, part: CheckedOf<'period'>['part']): Known {
  if (part === 'months') return monthsOf(period);
  return part === 'year' ? BigInt(period.year) : period[part];
}

const isPerson = (value: Value): value is PersonFacts => typeof value === 'object' && 'id' in value;

function personIn(value: Value): PersonFacts {
  if (!isPerson(value)) throw new TypeError('A person was expected: the checker let something else through.');
  return value;
}

const onlyMonth = /^\d{4}-\d{2}$/;

function compileFact(checked: CheckedOf<'fact'>): Evaluator {
  const person = compile(checked.person);
  const { fact, name, type } = checked;
  return (sight) => {
    const owner = personIn(person(sight).value);
    const found = owner[fact];
    const gap = { name, person: owner.id, fact };
    const at = { checked, children: [], person: owner.id };
    if (found === undefined) return { ...at, value: new Unknown([gap]) };
    if (typeof found === 'number') return { ...at, value: BigInt(found) };
    if (type.base === 'date' && typeof found === 'string' && onlyMonth.test(found))
      return { ...at, value: new SomeDayOf(found, gap) };
    return { ...at, value: found };
  };
}

function compileRelation(checked: CheckedOf<'relation'>): Evaluator {
  const person = compile(checked.person);
  const { relation, name } = checked;
  return (sight) => {
    const owner = personIn(person(sight).value);
    const at = { checked, children: [], person: owner.id };
    const ids = sight.family.relativesOf(owner.id, relation);
    if (ids === undefined) return { ...at, value: new Unknown([{ name, person: owner.id, fact: relation }]) };
    return { ...at, value: Array.from(ids, (id) => personNamed(sight, id)) };
  };
}

function compileOperation(checked: CheckedOf<'operation'>): Evaluator {
  const operands = checked.operands.map(compile);
  const { operation } = checked;
  const isFolded = operation === 'count' || operation === 'total';
  return (sight) => {
    const folded = isFolded ? sight.fold?.(checked, sight) : undefined;
    if (folded !== undefined) return { checked, value: folded, children: [] };
    const children = operands.map((operand) => operand(sight));
    const value = combine(
      operation,
      children.map((child) => child.value),
      checked,
    );
    return { checked, value, children };
  };
}

function compileBeyond(checked: CheckedOf<'beyond'>): Evaluator {
  const operands = checked.operands.map(compile);
  return (sight) => {
    if (sight.beyond === undefined) throw new Error(`Nobody told what ${checked.operation} comes to.`);
    const children = operands.map((operand) => operand(sight));
    const value = sight.beyond(
      checked,
      children.map((child) => child.value),
    );
    return { checked, value, children };
  };
}

function compileWithin(checked: CheckedOf<'within'>): Evaluator {
  const operands = checked.operands.map(compile);
  return (sight) => {
    const children = operands.map((operand) => operand(sight));
    const value = strictly(
      children.map((child) => child.value),
      'all',
      (known) => isWithin(known, checked.ends),
    );
    return { checked, value, children };
  };
}

/** Takes one branch when the condition is known; both when it isn't, and they may still agree. */
function compileConditional(checked: CheckedOf<'if'>): Evaluator {
  const condition = compile(checked.condition);
  const whenTrue = compile(checked.whenTrue);
  const whenFalse = compile(checked.whenFalse);
  return (sight) => {
    const test = condition(sight);
    if (test.value === true || test.value === false) {
      const taken = (test.value ? whenTrue : whenFalse)(sight);
      return { checked, value: taken.value, children: [test, taken] };
    }
    const a = branchOf(checked.whenTrue, whenTrue, sight, test);
    const b = branchOf(checked.whenFalse, whenFalse, sight, test);
    const agree = !isUnknown(a.value) && !isUnknown(b.value) && isSimple(a.value) && compare(a.value, b.value) === 0;
    const value = agree ? a.value : unknownOf([test.value, a.value, b.value]);
    return { checked, value, children: [test, a, b] };
  };
}

/** A branch that may not be the one: what leaves the calendar in it is no fault while it is open whether anybody comes there. */
function branchOf(checked: Checked, evaluate: Evaluator, sight: Sight, test: Step): Step {
  try {
    return evaluate(sight);
  } catch (error) {
    if (!(error instanceof OutOfRange)) throw error;
    return { checked, value: unknownOf([test.value]), children: [] };
  }
}

const isSimple = (value: Known): boolean => !isList(value) && !isPerson(value);

/** Evaluates the body for each item, the item in its slot. */
function eachItem(sight: Sight, slot: number, list: readonly Value[], body: Evaluator): readonly Step[] {
  return list.map((item) => {
    sight.slots[slot] = item;
    // A let may not depend on a loop's item, so what lets came to stays valid.
    return body(sight);
  });
}

function compileQuantified(checked: CheckedOf<'quantified'>): Evaluator {
  const list = compile(checked.list);
  const condition = compile(checked.condition);
  return (sight) => {
    const folded = sight.fold?.(checked, sight);
    if (folded !== undefined) return { checked, value: folded, children: [] };
    const among = list(sight);
    if (!isList(among.value)) return { checked, value: unknownOf([among.value]), children: [among] };
    const tests = eachItem(sight, checked.slot, among.value, condition);
    const value = kleene(
      tests.map((test) => test.value),
      checked.quantifier === 'some',
    );
    return { checked, value, children: [among, ...tests] };
  };
}

function compileLoop(checked: CheckedOf<'for'>): Evaluator {
  const list = compile(checked.list);
  const result = compile(checked.result);
  return (sight) => {
    const among = list(sight);
    if (!isList(among.value)) return { checked, value: unknownOf([among.value]), children: [among] };
    const results = eachItem(sight, checked.slot, among.value, result);
    return { checked, value: results.map((step) => step.value), children: [among, ...results] };
  };
}

function compileFilter(checked: CheckedOf<'filter'>): Evaluator {
  const list = compile(checked.list);
  const condition = compile(checked.condition);
  return (sight) => {
    const among = list(sight);
    const { value } = among;
    if (!isList(value)) return { checked, value: unknownOf([value]), children: [among] };
    const tests = eachItem(sight, checked.slot, value, condition);
    const unsure = tests.flatMap((test) => gapsOf(test.value));
    const kept = unsure.length > 0 ? new Unknown(unsure) : value.filter((_, i) => tests[i]?.value === true);
    return { checked, value: kept, children: [among, ...tests] };
  };
}
