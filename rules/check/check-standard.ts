import type { Expression, Stretch } from '../syntax/expression.ts';
import type { Checked, CheckedOf } from './checked.ts';
import { type Checking, faultAt, marked, typesTold } from './checking.ts';
import type { StandardOperation } from './standard-operation.ts';
import { type StandardParameter, type StandardSignature, standardSignatures } from './standard-functions.ts';
import { type Base, faultType, isFault, scalar, type Type } from './types.ts';

// What the checker does in the standard profile alone. Every result may be null there, so that its type is nullable.

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

export const isStandard = ({ profile }: Checking): boolean => profile === 'standard';

/** An operation of the standard profile. */
export function standard(
  checking: Checking,
  place: Stretch,
  operation: StandardOperation,
  operands: readonly Checked[],
  type: Type,
  detail?: string,
): CheckedOf<'standard'> {
  const mark = marked(checking, place);
  return { kind: 'standard', operation, operands, type, ...mark, ...(detail === undefined ? {} : { detail }) };
}

const nullable = (base: Base): Type => scalar(base, true);

function faulty(checking: Checking, place: Stretch): Checked {
  return { kind: 'fault', type: faultType, ...marked(checking, place) };
}

const durations: readonly Base[] = ['months-duration', 'days-duration'];
const moments: ReadonlySet<Base> = new Set<Base>(['date', 'time', 'date-time']);

/** What `left operator right` gives beyond numbers; a pair that isn't here has no meaning, or is null in the standard. */
function sumOf(operator: '+' | '-', left: Base, right: Base): Base | undefined {
  if (left === 'text' && right === 'text' && operator === '+') return 'text';
  if (durations.includes(left) && left === right) return left;
  const after = (moment: Base, duration: Base): Base | undefined =>
    moments.has(moment) && durations.includes(duration) && !(moment === 'time' && duration === 'months-duration')
      ? moment
      : undefined;
  if (operator === '+') return after(left, right) ?? after(right, left);
  const areDays = [left, right].every((base) => base === 'date' || base === 'date-time');
  return areDays || (left === 'time' && right === 'time') ? 'days-duration' : after(left, right);
}

function scaledBy(operator: '*' | '/' | '**', left: Base, right: Base): Base | undefined {
  if (operator === '**') return undefined;
  if (durations.includes(left) && right === 'number') return left;
  if (operator === '*') return left === 'number' && durations.includes(right) ? right : undefined;
  return durations.includes(left) && left === right ? 'number' : undefined;
}

const names = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '**': 'power' } as const;
const plain = { '+': 'plus', '-': 'minus', '*': 'times' } as const;

/** Arithmetic in the standard profile. Sums and products of numbers are the same operation as a pack's. */
export function standardArithmetic(
  checking: Checking,
  place: Stretch,
  operator: keyof typeof names,
  left: Checked,
  right: Checked,
): Checked {
  if (isFault(left.type) || isFault(right.type)) return faulty(checking, place);
  const [a, b] = [left.type.base, right.type.base];
  if (!left.type.list && !right.type.list) {
    if (a === 'number' && b === 'number') {
      const operands = [left, right];
      if (operator === '/' || operator === '**')
        return standard(checking, place, names[operator], operands, nullable('number'));
      const operation = plain[operator];
      return { kind: 'operation', operation, operands, type: nullable('number'), ...marked(checking, place) };
    }
    const base = operator === '+' || operator === '-' ? sumOf(operator, a, b) : scaledBy(operator, a, b);
    if (base !== undefined) return standard(checking, place, names[operator], [left, right], nullable(base));
  }
  const { values } = typesTold(left.type, right.type);
  return faultAt(checking, place, 'no-such-arithmetic', { values: { ...values, operator } });
}

/** `=` and `!=` where null or lists take part; undefined where a pack's own comparison does. */
export function standardEquality(
  checking: Checking,
  place: Stretch,
  operator: string,
  left: Checked,
  right: Checked,
): Checked | undefined {
  if (!isStandard(checking) || (operator !== '=' && operator !== '!=')) return undefined;
  const [a, b] = [left.type, right.type];
  if (isFault(a) || isFault(b) || a.base === 'person' || b.base === 'person') return undefined;
  const sameKind = a.base === b.base && a.list === b.list;
  // The empty list is a list of null.
  const hasNull = [a, b].some(({ base, list }) => base === 'null' && (!list || (a.list && b.list)));
  if (!sameKind && !hasNull) return undefined;
  const equal = standard(checking, place, 'equal', [left, right], scalar('boolean'));
  if (operator === '=') return equal;
  return {
    kind: 'operation',
    operation: 'not',
    operands: [equal],
    type: scalar('boolean'),
    ...marked(checking, place),
  };
}

function takes({ bases, list, either }: StandardParameter, { base, list: isList }: Type): boolean {
  if (base === 'person' || (list !== isList && !either)) return false;
  if (bases.length > 0) return bases.includes(base);
  return list || base !== 'null';
}

/** Arguments in the order of the parameters; undefined where they don't fit. An optional one may be left out at the end. */
function fitted(
  signature: StandardSignature,
  given: readonly Checked[],
  names_?: readonly string[],
): readonly Checked[] | undefined {
  const { parameters } = signature;
  let inOrder = given;
  if (names_ !== undefined) {
    const places = parameters.map(({ name }) => names_.indexOf(name));
    if (names_.length > parameters.length || names_.some((name) => !parameters.some((one) => one.name === name)))
      return undefined;
    const found = places.map((at) => given[at]).filter((part) => part !== undefined);
    const lastGiven = places.findLastIndex((at) => at >= 0);
    if (places.slice(0, lastGiven + 1).includes(-1)) return undefined;
    inOrder = found;
  }
  const [last] = parameters.slice(-1);
  const least = parameters.filter(({ optional }) => !optional).length;
  if (inOrder.length < least || (inOrder.length > parameters.length && last?.repeats !== true)) return undefined;
  const fits = inOrder.every((part, i) => {
    const parameter = parameters[i] ?? last;
    return parameter !== undefined && takes(parameter, part.type);
  });
  return fits && agree(signature, inOrder) ? inOrder : undefined;
}

/** Where the result is of the arguments' type, all that goes into it is. */
function agree({ name, result, parameters }: StandardSignature, given: readonly Checked[]): boolean {
  if (result.base !== 'same' && name !== 'is' && name !== 'list contains' && name !== 'index of') return true;
  const alike = given.filter((_, i) => (parameters[i] ?? parameters.at(-1))?.bases.length === 0);
  const [first] = alike;
  if (first === undefined) return true;
  const ordered: readonly Base[] = ['number', 'text', 'date', 'date-time', 'time', ...durations];
  if ((name === 'min' || name === 'max') && !ordered.includes(first.type.base)) return false;
  return alike.every(({ type }) => type.base === first.type.base);
}

/** A call of one of FEEL's functions. */
export function checkStandardCall(checking: Checking, call: Of<'call'>, given: readonly Checked[]): Checked {
  if (given.some((part) => isFault(part.type))) return faulty(checking, call);
  const known = standardSignatures(call.name);
  const values = { name: call.name };
  if (known.length === 0) return faultAt(checking, call.nameAt, 'unknown-function', { values });
  for (const signature of known) {
    const operands = fitted(signature, given, call.names);
    if (operands !== undefined) return called(checking, call, signature, operands);
  }
  const counts = known.map(({ parameters }) => parameters.length);
  const fits = known.some(
    ({ parameters }) => parameters.length === given.length || parameters.at(-1)?.repeats === true,
  );
  const [first] = given;
  if (fits && first !== undefined)
    return faultAt(
      checking,
      call,
      'wrong-type',
      typesTold(scalar(known[0]?.parameters[0]?.bases[0] ?? 'number'), first.type),
    );
  return faultAt(checking, call, 'wrong-argument-count', {
    values: { ...values, wanted: [...new Set(counts)].join(', '), given: String(given.length) },
  });
}

/** Functions that a pack has too, in the form in which it has them. */
const shared = { abs: 'absolute', floor: 'floor', ceiling: 'ceiling', not: 'not', count: 'count' } as const;

function called(
  checking: Checking,
  call: Of<'call'>,
  signature: StandardSignature,
  operands: readonly Checked[],
): Checked {
  const [first] = operands;
  const { base, list } = signature.result;
  const type: Type = { base: base === 'same' ? (first?.type.base ?? 'null') : base, list, nullable: true };
  const operation = shared[call.name as keyof typeof shared];
  const isPacks = operation !== undefined && operands.length === 1 && ['number', 'boolean'].includes(type.base);
  if (isPacks) return { kind: 'operation', operation, operands, type, ...marked(checking, call) };
  if (call.name !== 'duration') return standard(checking, call, 'call', operands, type, call.name);
  // Of which kind a duration is, its text says: it must stand there.
  if (first?.kind !== 'constant' || typeof first.value !== 'string') return faultAt(checking, call, 'date-wants-text');
  return checkAt(checking, call, first.value, 'duration');
}

const temporal: readonly (readonly [Base, RegExp])[] = [
  ['months-duration', /^-?P(?=\d)(\d+Y)?(\d+M)?$/],
  ['days-duration', /^-?P(?=[\dT])(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/],
  ['date-time', /^-?\d{4,9}-\d\d-\d\dT/],
  ['date', /^-?\d{4,9}-\d\d-\d\d$/],
  ['time', /^\d\d:\d\d:\d\d/],
];

/** `@"…"` and `duration("…")`: the text says of which type it is. */
export function checkAt(checking: Checking, place: Stretch, text: string, of?: 'duration'): Checked {
  const base = temporal.find(([, pattern]) => pattern.test(text))?.[0];
  if (base === undefined || (of === 'duration' && !durations.includes(base)))
    return faultAt(checking, place, 'no-such-day', { values: { found: text } });
  return standard(checking, place, 'at', [], nullable(base), text);
}

const parts: Readonly<Partial<Record<Base, readonly string[]>>> = {
  date: ['weekday'],
  time: ['hour', 'minute', 'second', 'time offset', 'timezone'],
  'date-time': ['year', 'month', 'day', 'weekday', 'hour', 'minute', 'second', 'time offset', 'timezone'],
  'months-duration': ['years', 'months'],
  'days-duration': ['days', 'hours', 'minutes', 'seconds'],
};

/** A part of a time or duration; undefined where the standard profile has none beyond a pack's. */
export function standardPart(checking: Checking, expression: Of<'member'>, of: Checked): Checked | undefined {
  const { name } = expression;
  if (!isStandard(checking) || of.type.list || parts[of.type.base]?.includes(name) !== true) return undefined;
  const base = name === 'time offset' ? 'days-duration' : name === 'timezone' ? 'text' : 'number';
  return standard(checking, expression, 'part', [of], nullable(base), name);
}

const typeNames: Readonly<Record<string, Base>> = {
  number: 'number',
  string: 'text',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'date-time',
  'years and months duration': 'months-duration',
  'days and time duration': 'days-duration',
};

/** `x instance of type`: the checker knows, but for null, which is an instance of nothing. */
export function checkInstanceOf(checking: Checking, expression: Of<'instance-of'>, value: Checked): Checked {
  if (isFault(value.type)) return value;
  const { base, list } = value.type;
  const [wanted, ofList] = [typeNames[expression.type], /^list<(.*)>$/.exec(expression.type)?.[1]];
  if (wanted === undefined && ofList === undefined && !/^(Any|function<.*>->.*)$/.test(expression.type))
    return faultAt(checking, expression, 'unknown-name', { values: { name: expression.type } });
  const isOne =
    expression.type === 'Any' || (list ? ofList === 'Any' || typeNames[ofList ?? ''] === base : wanted === base);
  // A list of numbers may hold null, which is no number.
  if (list && isOne && ofList !== 'Any' && expression.type !== 'Any')
    return faultAt(checking, expression, 'unknown-name', { values: { name: expression.type } });
  const nothing = standard(checking, expression, 'null', [], nullable('null'));
  const isNull = standard(checking, expression, 'equal', [value, nothing], scalar('boolean'));
  const mark = marked(checking, expression);
  if (!isOne) return { kind: 'constant', value: false, type: scalar('boolean'), ...mark };
  return { kind: 'operation', operation: 'not', operands: [isNull], type: scalar('boolean'), ...mark };
}
