import { unreachable } from '../../../values/unreachable.ts';
import type { Expression, Stretch } from '../../syntax/expression.ts';
import type { Checked, Relation } from './checked.ts';
import { type Checking, faultAt, marked } from './fault-at.ts';
import { functionNames } from './functions.ts';
import { nearest } from '../tell/nearest.ts';
import type { CheckedBenefit, FactUse } from '../rule/rule.ts';
import type { Meaning } from './scope.ts';
import { baseOf, faultType, isFault, listType, scalar, type Type, typeWords } from './types.ts';

const relations: ReadonlySet<string> = new Set<Relation>(['members', 'parents', 'children', 'spouse', 'guardians']);
const isRelation = (name: string): name is Relation => relations.has(name);
type Member = Extract<Expression, { kind: 'member' }>;

const dateParts = { year: 'year-of', month: 'month-number-of', day: 'day-of' } as const;
const periodParts = {
  first: scalar('date'),
  last: scalar('date'),
  year: scalar('int'),
  months: listType('month'),
} as const;

/** What a name stands for here. */
export function checkName(checking: Checking, place: Stretch, name: string): Checked {
  const { scope } = checking;
  const meaning = scope.names.get(name);
  if (meaning !== undefined) {
    scope.used.add(name);
    return named(checking, place, name, meaning);
  }
  const values = { name };
  if (scope.later.has(name)) return faultAt(checking, place, 'used-before-declared', { values });
  if (functionNames.has(name)) return faultAt(checking, place, 'function-without-brackets', { values });
  return faultAt(checking, place, 'unknown-name', { values, didYouMean: nearest(name, scope.names.keys()) });
}

function named(checking: Checking, place: Stretch, name: string, meaning: Meaning): Checked {
  const mark = marked(checking, place);
  switch (meaning.kind) {
    case 'subject':
      return { kind: 'subject', name, type: scalar('person'), ...mark };
    case 'variable':
      return { kind: 'variable', name, slot: meaning.slot, type: meaning.type, ...mark };
    case 'parameter': {
      const { changesWithin: period } = meaning;
      if (period !== undefined)
        return faultAt(checking, place, 'parameter-changes-within', { values: { name, period } });
      return { kind: 'parameter', name, type: meaning.type, ...mark };
    }
    case 'benefit':
      return { kind: 'benefit', benefit: name, part: '', name, type: scalar('benefit'), ...mark };
    case 'let':
      return isFault(meaning.type)
        ? { kind: 'fault', type: faultType, ...mark }
        : { kind: 'let', name, type: meaning.type, ...mark };
    case 'period':
      return { kind: 'period', part: 'year', type: scalar('period'), ...mark };
    case 'on':
      return { kind: 'on', type: scalar('date'), ...mark };
  }
  return unreachable(meaning);
}

/** A part of something: a fact of a person, the year of a date, the first day of the period. */
export function checkMember(checking: Checking, expression: Member, of: Checked): Checked {
  const { name } = expression;
  const mark = marked(checking, expression);
  if (isFault(of.type)) return of;
  if (of.type.list) return faultAt(checking, expression.nameAt, 'member-of-list', { values: { name } });
  if (of.type.base === 'person') return checkFact(checking, expression, of);
  if (of.kind === 'benefit' && of.type.base === 'benefit') return checkBenefitPart(checking, expression, of.benefit);
  if (of.type.base === 'period') {
    if (name !== 'first' && name !== 'last' && name !== 'year' && name !== 'months')
      return unknownMember(checking, expression, of.type, Object.keys(periodParts));
    return { kind: 'period', part: name, type: periodParts[name], ...mark };
  }
  if (of.type.base === 'date' || (of.type.base === 'month' && name !== 'day')) {
    if (name !== 'year' && name !== 'month' && name !== 'day')
      return unknownMember(checking, expression, of.type, Object.keys(dateParts));
    const type = scalar('int', of.type.nullable);
    return { kind: 'operation', operation: dateParts[name], operands: [of], type, ...mark };
  }
  return unknownMember(checking, expression, of.type, []);
}

function unknownMember(checking: Checking, expression: Member, of: Type, known: readonly string[]): Checked {
  const values = { name: expression.name, of: typeWords(of) };
  return faultAt(checking, expression.nameAt, 'unknown-member', {
    values,
    didYouMean: nearest(expression.name, known),
  });
}

/** What another benefit may be asked for, with the type of each: whether, how much, and its steps that are one value. */
function partsOf({ rule }: CheckedBenefit): ReadonlyMap<string, Type> {
  const steps = rule.lets.filter(({ checked: { type } }) => !type.list && type.base !== 'person');
  const nullable = rule.eligible.type.nullable || rule.amount.type.nullable;
  return new Map([
    ['eligible', rule.eligible.type],
    ['amount', scalar('money', nullable)],
    ...steps.map(({ name, checked }) => [name, checked.type] as const),
  ]);
}

/** `national.amount`: what another benefit comes to for the same person and period. */
function checkBenefitPart(checking: Checking, expression: Member, benefit: string): Checked {
  const meaning = checking.scope.names.get(benefit);
  const parts = meaning?.kind === 'benefit' ? partsOf(meaning.benefit) : new Map<string, Type>();
  const { name: part } = expression;
  const type = parts.get(part);
  if (type === undefined) return unknownMember(checking, expression, scalar('benefit'), [...parts.keys()]);
  return { kind: 'benefit', benefit, part, name: `${benefit}.${part}`, type, ...marked(checking, expression) };
}

function factType({ type, nullable, values }: FactUse): Type {
  return { ...scalar(baseOf(type), nullable), ...(values && { values }) };
}

/** A fact is used as the rule declares it, of whomever. */
function checkFact(checking: Checking, expression: Member, person: Checked): Checked {
  const { scope } = checking;
  const { name: fact } = expression;
  const mark = marked(checking, expression);
  const owner = person.kind === 'subject' || person.kind === 'variable' ? person.name : person.text;
  const name = `${owner}.${fact}`;
  if (isRelation(fact)) return { kind: 'relation', person, relation: fact, name, type: listType('person'), ...mark };
  const use = scope.facts.get(fact);
  if (use !== undefined) {
    scope.used.add(fact);
    return { kind: 'fact', person, fact, name, type: factType(use), ...mark };
  }
  const didYouMean = nearest(fact, [...scope.facts.keys(), ...relations]);
  return faultAt(checking, expression.nameAt, 'undeclared-fact', { values: { name }, didYouMean });
}
