import { unreachable } from '../../values/unreachable.ts';
import type { BinaryOperator, Expression } from './expression.ts';
import { additive, comparison, loosest, negation, strength, tightest } from './strength.ts';

function strengthOf(expression: Expression): number {
  switch (expression.kind) {
    case 'binary':
      return strength[expression.operator];
    case 'between':
      return comparison;
    case 'negate':
      return negation;
    case 'if':
    case 'quantified':
    case 'for':
    case 'in-range':
    case 'in-list':
    case 'test':
      return loosest;
    case 'number':
    case 'text':
    case 'boolean':
    case 'name':
    case 'member':
    case 'call':
    case 'filter':
    case 'list':
    case 'at':
    case 'range':
    case 'beyond':
      return tightest;
  }
  return unreachable(expression);
}

/** The expression where an operand of at least `wanted` strength is due: in brackets when it is looser. */
function operand(expression: Expression, wanted: number): string {
  const text = print(expression);
  return strengthOf(expression) < wanted ? `(${text})` : text;
}

const several = (items: readonly Expression[]): string => items.map(print).join(', ');

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

function printBinary(operator: BinaryOperator, left: Expression, right: Expression): string {
  const power = strength[operator];
  const leftText = operand(left, power === comparison ? additive : power);
  return `${leftText} ${operator} ${operand(right, power + 1)}`;
}

/** The expression in canonical form; reading it again gives the same expression. */
export function print(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.digits;
    case 'text':
      return quoted(expression.value);
    case 'boolean':
      return String(expression.value);
    case 'name':
      return expression.name;
    case 'member':
      return `${operand(expression.of, tightest)}.${expression.name}`;
    case 'call':
      return `${expression.name}(${several(expression.given)})`;
    case 'at':
      return `@${quoted(expression.text)}`;
    case 'negate':
      return `-${operand(expression.value, negation)}`;
    case 'binary':
      return printBinary(expression.operator, expression.left, expression.right);
    case 'between': {
      const { value, low, high } = expression;
      return `${operand(value, additive)} between ${operand(low, additive)} and ${operand(high, additive)}`;
    }
    case 'in-range': {
      const { value, low, high, lowIncluded, highIncluded } = expression;
      const bounds = `${print(low)}..${operand(high, additive)}`;
      return `${operand(value, additive)} in ${lowIncluded ? '[' : '('}${bounds}${highIncluded ? ']' : ')'}`;
    }
    case 'in-list':
      return `${operand(expression.value, additive)} in (${several(expression.list)})`;
    case 'test':
      return `${expression.operator} ${operand(expression.operand, additive)}`;
    case 'range': {
      const { low, high, lowIncluded, highIncluded } = expression;
      const bounds = `${print(low)}..${operand(high, additive)}`;
      return `${lowIncluded ? '[' : '('}${bounds}${highIncluded ? ']' : ')'}`;
    }
    case 'beyond':
      throw new Error(`Packs have no ${expression.what}`);
    case 'if':
      return `if ${print(expression.condition)} then ${print(expression.whenTrue)} else ${print(expression.whenFalse)}`;
    case 'quantified': {
      const { quantifier, variable, list, condition } = expression;
      return `${quantifier} ${variable} in ${operand(list, additive)} satisfies ${print(condition)}`;
    }
    case 'for':
      return `for ${expression.variable} in ${operand(expression.list, additive)} return ${print(expression.result)}`;
    case 'filter':
      return `${operand(expression.list, tightest)}[${print(expression.condition)}]`;
    case 'list':
      return `[${several(expression.items)}]`;
  }
  return unreachable(expression);
}
