import type { Day } from '../../values/day.ts';
import { unreachable } from '../../values/unreachable.ts';
import { valueAtDay } from '../check/expression/parameter-at.ts';
import type { Relation } from '../check/expression/checked.ts';
import { baseOf } from '../check/expression/types.ts';
import { relativesOf } from '../explain/facts/relatives.ts';
import type { Facts } from '../facts.ts';
import type { Period } from '../pack/period.ts';
import { codeOf, dateText } from './lower/encode.ts';
import { codeOfFact, monthText } from './lower/fact-code.ts';
import { floorDivided } from './passes/fold.ts';
import { guardsOf } from './passes/guards.ts';
import type { Graph, Node, NodeOf, Scope } from './node.ts';

/** What is not known, with the facts and relations it hangs on. */
export class NotKnown {
  readonly gaps: ReadonlySet<string>;
  constructor(gaps: Iterable<string>) {
    this.gaps = new Set(gaps);
  }
}

type IrConstant = bigint | boolean | string;
export type IrValue = IrConstant | NotKnown;

/** The people that a graph is worked out for, each by a handle of the world's own. */
export interface World<Person> {
  readonly subject: Person;
  /** In the encoding of the graph; undefined where it is not known. */
  readonly fact: (person: Person, fact: NodeOf<'fact'>) => IrConstant | undefined;
  /** Each once; undefined where they are not known. */
  readonly relatives: (person: Person, relation: Relation) => Iterable<Person> | undefined;
}

/** For which period and day a graph is worked out whose parameters are not put in yet. */
export interface Asked {
  readonly period: Period;
  readonly on: Day;
}

/** A family as a graph sees it that is not bound to a register: texts stay texts. A person is an id. */
export function worldOf(facts: Facts): World<string> {
  const people = new Map(facts.people.map((person) => [person.id, person]));
  return {
    subject: facts.subject,
    fact: (person, { fact, type, view }) => codeOfFact(people.get(person)?.[fact], type, view),
    relatives: (person, relation) => relativesOf(facts, person, relation),
  };
}

/** One element of a scope, seen from an element of the scope around; what was worked out for it is kept. */
interface Place<Person> {
  readonly scope: Scope;
  readonly person: Person;
  readonly outer?: Place<Person>;
  readonly values: Map<Node, IrValue>;
  readonly inner: Map<Scope, readonly Place<Person>[] | NotKnown>;
}

const isKnown = (value: IrValue): value is IrConstant => !(value instanceof NotKnown);

function gapsOf(values: readonly IrValue[]): NotKnown {
  return new NotKnown(values.flatMap((value) => (value instanceof NotKnown ? [...value.gaps] : [])));
}

function numberIn(value: IrValue | undefined): bigint {
  if (typeof value === 'bigint') return value;
  throw new TypeError('A number was expected: the graph is not well made.');
}

/** Three-valued: settled by one `settling`, else known when all are. */
function kleene(values: readonly IrValue[], settling: boolean): IrValue {
  if (values.includes(settling)) return settling;
  return values.every(isKnown) ? !settling : gapsOf(values);
}

/**
 * What each node of the graph comes to for the world's subject, worked out when it is asked for and once: the meaning of the graph, against
 * which passes and back ends are held. `asked` is needed while parameters still stand in it by name.
 */
export function interpret<Person>(graph: Graph, world: World<Person>, asked?: Asked): (node: Node) => IrValue {
  const { builder } = graph;
  const household = placeOf(builder.household, world.subject);
  const subject = placeOf(builder.subject, world.subject, household);

  /** The people over whom an aggregate of that place runs. The household's own are its members, the subject among them. */
  function elements(at: Place<Person>, over: Scope): readonly Place<Person>[] | NotKnown {
    const known = at.inner.get(over);
    if (known !== undefined) return known;
    if (over.outer === undefined) throw new Error('An aggregate runs over a relation.');
    const { relation, of } = over.outer;
    const people = world.relatives(around(at, of).person, relation);
    const found =
      people === undefined
        ? new NotKnown([relation])
        : Array.from(people, (person) =>
            over === builder.subject && person === world.subject ? subject : placeOf(over, person, at),
          );
    at.inner.set(over, found);
    return found;
  }

  function valueAt(place: Place<Person>, node: Node): IrValue {
    const at = around(place, node.scope);
    const known = at.values.get(node);
    if (known !== undefined) return known;
    const value = work(at, node);
    at.values.set(node, value);
    return value;
  }

  function work(at: Place<Person>, node: Node): IrValue {
    switch (node.op) {
      case 'constant':
        return node.value;
      case 'unknown':
        return new NotKnown([node.gap]);
      case 'fact':
        return world.fact(at.person, node) ?? new NotKnown([node.fact]);
      case 'parameter':
        return parameterOn(node.key, asked?.period.first);
      case 'parameter-at':
        return dated(node, at);
      case 'aggregate':
        return aggregated(node, at);
      case 'select':
        return selected(node, at);
      case 'needs':
        return behindGuards(node, at);
      case 'and':
      case 'or':
        return kleene(worked(at, node), node.op === 'or');
      case 'floor-divide':
      case 'modulo':
        return strictly(node.op, node.by, worked(at, node));
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'minimum':
      case 'maximum':
      case 'equal':
      case 'less':
      case 'at-most':
      case 'both':
      case 'negate':
      case 'absolute':
      case 'not':
        return strictly(node.op, 1n, worked(at, node));
    }
    return unreachable(node);
  }

  const worked = (at: Place<Person>, { args }: Node): readonly IrValue[] => args.map((arg) => valueAt(at, arg));

  function selected({ args }: Node, at: Place<Person>): IrValue {
    const [condition, whenTrue, whenFalse] = args;
    if (!condition || !whenTrue || !whenFalse) throw new Error('A select has three operands.');
    const test = valueAt(at, condition);
    if (isKnown(test)) return valueAt(at, test === true ? whenTrue : whenFalse);
    const [a, b] = [valueAt(at, whenTrue), valueAt(at, whenFalse)];
    return isKnown(a) && a === b ? a : gapsOf([test, a, b]);
  }

  function behindGuards(node: Node, at: Place<Person>): IrValue {
    const { guards, value } = guardsOf(node);
    const tests = guards.map((guard) => valueAt(at, guard));
    return tests.every(isKnown) ? valueAt(at, value) : gapsOf(tests);
  }

  function aggregated({ aggregation, over, args }: NodeOf<'aggregate'>, at: Place<Person>): IrValue {
    const [body, guard] = args;
    const among = elements(at, over);
    if (body === undefined) throw new Error('An aggregate has a body.');
    if (among instanceof NotKnown) return among;
    const guards = guard === undefined ? [] : among.map((element) => valueAt(element, guard));
    if (!guards.every(isKnown)) return gapsOf(guards);
    const values = among.filter((_, i) => guards[i] !== false).map((element) => valueAt(element, body));
    if (aggregation !== 'sum') return kleene(values, aggregation === 'some');
    return values.every(isKnown) ? values.reduce<bigint>((sum, value) => sum + numberIn(value), 0n) : gapsOf(values);
  }

  /** Before its first value, and where it is asked for without a period: not to be worked out. */
  function parameterOn(key: string, day: Day | undefined): IrConstant {
    const found = graph.parameters.get(key);
    const value = found && asked && day && valueAtDay(found.parameter, day, asked.on)?.value;
    if (found === undefined || value === undefined)
      throw new RangeError(`The parameter ${key} has no value on ${day}.`);
    return codeOf(value, baseOf(found.parameter.type), found.denominator);
  }

  function dated({ key, unit, args }: NodeOf<'parameter-at'>, at: Place<Person>): IrValue {
    const [when] = args;
    const value = when && valueAt(at, when);
    if (value instanceof NotKnown) return value;
    const code = numberIn(value);
    return parameterOn(key, (unit === 'date' ? dateText(code) : `${monthText(code)}-01`) as Day);
  }

  return (node) => valueAt(subject, node);
}

/** The place itself, or the one around it that is of the scope. */
function around<Person>(place: Place<Person>, scope: Scope): Place<Person> {
  let at: Place<Person> | undefined = place;
  while (at !== undefined && at.scope !== scope) at = at.outer;
  if (at === undefined) throw new Error('A node was asked for outside its scope.');
  return at;
}

function placeOf<Person>(scope: Scope, person: Person, outer?: Place<Person>): Place<Person> {
  return { scope, person, ...(outer && { outer }), values: new Map(), inner: new Map() };
}

type StrictOp = Exclude<
  Node['op'],
  'constant' | 'unknown' | 'fact' | 'parameter' | 'parameter-at' | 'aggregate' | 'select' | 'and' | 'or' | 'needs'
>;

/** An operation of which every operand must be known; `by` is the divisor of one that divides. */
function strictly(op: StrictOp, by: bigint, values: readonly IrValue[]): IrValue {
  if (!values.every(isKnown)) return gapsOf(values);
  const [a, b] = values;
  const number = (): bigint => numberIn(a);
  switch (op) {
    case 'add':
      return number() + numberIn(b);
    case 'subtract':
      return number() - numberIn(b);
    case 'multiply':
      return number() * numberIn(b);
    case 'minimum':
      return number() < numberIn(b) ? number() : numberIn(b);
    case 'maximum':
      return number() > numberIn(b) ? number() : numberIn(b);
    case 'equal':
      return a === b;
    case 'less':
      return number() < numberIn(b);
    case 'at-most':
      return number() <= numberIn(b);
    case 'both':
      return a === true && b === true;
    case 'negate':
      return -number();
    case 'absolute':
      return number() < 0n ? -number() : number();
    case 'not':
      return a === false;
    case 'floor-divide':
      return floorDivided(number(), by);
    case 'modulo':
      return number() - floorDivided(number(), by) * by;
  }
  return unreachable(op);
}
