import { smallPack } from '../../testing.ts';
import { aboutStep, type Fault, neverAsked } from './fault.ts';

export const inLet = (expression: string): Pick<Fault, 'from' | 'to' | 'isStep'> => ({
  isStep: true,
  from: '  oldEnough: age >= 60',
  to: `  oldEnough: age >= 60\n  extra: ${expression}`,
});

/** The same, with a fact of listed values declared. */
function inCare(expression: string): Pick<Fault, 'from' | 'to' | 'isStep'> {
  const [declared, step] = ['  nights: int\n', '  oldEnough: age >= 60'];
  const from = smallPack.slice(smallPack.indexOf(declared), smallPack.indexOf(step) + step.length);
  return { isStep: true, from, to: `  care: enum\n${from}\n  extra: ${expression}` };
}

/** Faults of an expression: how it is written, its names and its types. */
export const faultyExpressions: readonly Fault[] = [
  { code: 'unclosed-text', ...inLet('elder.local = "CN'), marks: '"' },
  { code: 'full-width-sign', ...inLet('（age）'), marks: '（', didYouMean: '(' },
  { code: 'unexpected-sign', ...inLet('age $ 2'), marks: '$' },
  { code: 'number-with-leading-zero', ...inLet('age + 060'), marks: '060' },
  { code: 'number-too-long', ...inLet('age + 1234567890123456'), marks: '1234567890123456' },
  { code: 'number-runs-into-name', ...inLet('60岁 + 1'), marks: '60岁' },
  { code: 'expression-too-long', ...inLet(Array.from({ length: 600 }, () => 'age').join(' + ')), marks: 'age' },
  { code: 'expression-too-deep', ...inLet(`${'('.repeat(100)}age${')'.repeat(100)}`), marks: '(' },
  { code: 'expression-ends-early', ...inLet('age +') },
  { code: 'unexpected-word', ...inLet('age then 1'), marks: 'then' },
  { code: 'wants-brackets', ...inLet('1 + if oldEnough then 1 else 2'), marks: 'if' },
  { code: 'not-wants-brackets', ...inLet('not oldEnough'), marks: 'not' },
  { code: 'null-is-not-written', ...inLet('elder.local = null'), marks: 'null' },
  { code: 'comparisons-dont-chain', ...inLet('1 < age < 60'), marks: '<' },
  { code: 'range-outside-in', ...inLet('(1..age)'), marks: '(1..age)' },
  { code: 'exponent-not-constant', ...inLet('2 ** age'), marks: '2 ** age' },
  { code: 'exponent-not-constant', ...inLet('age ** 13'), marks: 'age ** 13' },
  { code: 'unknown-name', ...inLet('agee + 1'), marks: 'agee', didYouMean: 'age' },
  { code: 'used-before-declared', ...inLet('counted + 1'), marks: 'counted' },
  { code: 'used-before-declared', ...inLet('extra + 1'), marks: 'extra' },
  { code: 'function-without-brackets', ...inLet('max + 1'), marks: 'max' },
  { code: 'unknown-function', ...inLet('maximum(1, 2)'), marks: 'maximum', didYouMean: 'max' },
  {
    code: 'unknown-function',
    ...inLet('completedYear(elder.birth, on)'),
    marks: 'completedYear',
    didYouMean: 'completedYears',
  },
  { code: 'unknown-member', ...inLet('period.lats'), marks: 'lats', didYouMean: 'last' },
  { code: 'member-of-list', ...inLet('elder.children.nights'), marks: 'nights' },
  { code: 'undeclared-fact', ...inLet('elder.night'), marks: 'night', didYouMean: 'nights' },
  {
    code: 'unknown-fact',
    from: '  nights: int',
    to: '  night: int',
    told: ['unknown-fact night (nights?)', 'unused-name night', 'undeclared-fact nights'],
  },
  {
    code: 'fact-type-differs',
    from: '  nights: int',
    to: '  nights: money',
    told: ['unused-name nights', 'fact-type-differs money', 'undeclared-fact nights'],
  },
  { code: 'wrong-argument-count', ...inLet('completedYears(elder.birth)'), marks: 'completedYears(elder.birth)' },
  { code: 'wrong-type', ...inLet('monthOf(age)'), marks: 'age' },
  { code: 'wrong-type', ...inLet('age and oldEnough'), marks: 'age' },
  { code: 'types-differ', ...inLet('age = elder.birth'), marks: 'age = elder.birth' },
  { code: 'types-differ', ...inLet('if oldEnough then 1 else "CN"'), marks: 'if oldEnough then 1 else "CN"' },
  {
    code: 'no-such-value',
    ...inCare('elder.care = "partail"'),
    told: [...aboutStep, 'no-such-value "partail" (partial?)', neverAsked, neverAsked],
  },
  {
    code: 'no-such-value',
    ...inCare('elder.care in ("full", "ful")'),
    told: [...aboutStep, 'no-such-value "ful" (full?)', neverAsked, neverAsked],
  },
  { code: 'not-ordered', ...inLet('oldEnough > elder.local'), marks: 'oldEnough > elder.local' },
  { code: 'not-comparable', ...inLet('elder.children = elder.parents'), marks: 'elder.children = elder.parents' },
  { code: 'no-such-arithmetic', ...inLet('age + rate'), marks: 'age + rate' },
  { code: 'no-such-arithmetic', ...inLet('elder.birth + 1'), marks: 'elder.birth + 1' },
  { code: 'money-times-money', ...inLet('rate * rate'), marks: 'rate * rate' },
  { code: 'round-first', ...inLet('rate * 0.5'), marks: 'rate * 0.5' },
  { code: 'round-first', ...inLet('age / 12 + 1'), marks: 'age / 12 + 1' },
  { code: 'divisor-not-constant', ...inLet('floor(60 / age)'), marks: '60 / age' },
  { code: 'divisor-not-constant', ...inLet('modulo(age, 0)'), marks: 'modulo(age, 0)' },
  { code: 'nullable-condition', ...inLet('if elder.local then 1 else 2'), marks: 'elder.local' },
  { code: 'nullable-filter', ...inLet('count(elder.children[item.local])'), marks: 'item.local' },
  { code: 'date-wants-text', ...inLet('date(age)'), marks: 'age' },
  { code: 'date-wants-numbers', ...inLet('date(age, age, 1)'), marks: 'date(age, age, 1)' },
  { code: 'no-such-day', ...inLet('date("2025-02-30")'), marks: '"2025-02-30"' },
  { code: 'no-such-day', ...inLet('date(age, 2, 29)'), marks: 'date(age, 2, 29)' },
  { code: 'not-a-list', ...inLet('count(age)'), marks: 'age' },
  { code: 'list-of-lists', ...inLet('count(for c in elder.children return c.parents)'), marks: 'c.parents' },
  { code: 'empty-list', ...inLet('count([])'), marks: '[]' },
  { code: 'name-taken', ...inLet('some age in elder.children satisfies true'), marks: 'elder.children' },
];
