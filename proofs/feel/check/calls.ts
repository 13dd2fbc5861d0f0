import type { Checked } from '../../../rules/check/expression/checked.ts';
import { type Checking, faultAt, marked, typesTold } from '../../../rules/check/expression/fault-at.ts';
import { type Base, isFault, scalar, type Type } from '../../../rules/check/expression/types.ts';
import type { Stretch } from '../../../rules/syntax/expression.ts';
import { checkAt } from './literals.ts';
import { type Parameter, type Signature, signaturesOf } from './functions.ts';
import { base, beyond, durations, faulty } from './types.ts';

/** A call as it is written; with the parameters' names, one for each argument, where it gives them. */
export interface Call extends Stretch {
  readonly name: string;
  readonly names?: readonly string[];
}

function takes({ bases, list, either }: Parameter, { base: given, list: isList }: Type): boolean {
  if (given === 'person' || (list !== isList && !either)) return false;
  if (bases.length > 0) return bases.includes(given);
  return list || given !== base.null;
}

/** Arguments in the order of the parameters; undefined where they don't fit. An optional one may be left out at the end. */
function fitted(
  signature: Signature,
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
function agree({ name, result, parameters }: Signature, given: readonly Checked[]): boolean {
  if (result.base !== 'same' && name !== 'is' && name !== 'list contains' && name !== 'index of') return true;
  const alike = given.filter((_, i) => (parameters[i] ?? parameters.at(-1))?.bases.length === 0);
  const [first] = alike;
  if (first === undefined) return true;
  const ordered: readonly Base[] = [base.number, 'text', 'date', base.dateTime, base.time, ...durations];
  if ((name === 'min' || name === 'max') && !ordered.includes(first.type.base)) return false;
  return alike.every(({ type }) => type.base === first.type.base);
}

/** A call of one of FEEL's functions. */
export function checkCall(checking: Checking, call: Call, given: readonly Checked[]): Checked {
  if (given.some((part) => isFault(part.type))) return faulty(checking, call);
  const known = signaturesOf(call.name);
  const values = { name: call.name };
  if (known.length === 0) return faultAt(checking, call, 'unknown-function', { values });
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
      typesTold(scalar(known[0]?.parameters[0]?.bases[0] ?? base.number), first.type),
    );
  return faultAt(checking, call, 'wrong-argument-count', {
    values: { ...values, wanted: [...new Set(counts)].join(', '), given: String(given.length) },
  });
}

/** Functions that a pack has too, in the form in which it has them. */
const shared = { abs: 'absolute', floor: 'floor', ceiling: 'ceiling', not: 'not', count: 'count' } as const;

function called(checking: Checking, call: Call, signature: Signature, operands: readonly Checked[]): Checked {
  const [first] = operands;
  const { result } = signature;
  const of = result.base === 'same' ? (first?.type.base ?? base.null) : result.base;
  const type: Type = { base: of, list: result.list, nullable: true };
  const operation = shared[call.name as keyof typeof shared];
  const isPacks = operation !== undefined && operands.length === 1 && (of === base.number || of === 'boolean');
  if (isPacks) return { kind: 'operation', operation, operands, type, ...marked(checking, call) };
  if (call.name !== 'duration') return beyond(checking, call, 'call', operands, type, call.name);
  // Of which kind a duration is, its text says: it must stand there.
  if (first?.kind !== 'constant' || typeof first.value !== 'string') return faultAt(checking, call, 'date-wants-text');
  return checkAt(checking, call, first.value, 'duration');
}
