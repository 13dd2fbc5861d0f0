import { aboutStep, type Fault, neverAsked } from './fault.ts';
import { inLet } from './faulty-expressions.ts';

/** Other values for the parameter `rate`. */
const inValues = (values: string): Pick<Fault, 'from' | 'to'> => ({
  from: '{ 2025-01-01: 100.00, 2027-01-01: 120.00 }',
  to: values,
});

const inBenefits = (policy: string): Pick<Fault, 'from' | 'to'> => ({
  from: 'facts:\n',
  to: `benefits: { other: ${policy} }\nfacts:\n`,
});

/** What is told where the rule itself makes every example and every cell of the table go wrong. */
const noExampleRight = [
  'bad-example { elder: { birth: 1965-12-31, nights: 10, local: true }, period: 2025, amount: 1000.00 }',
  'bad-example { elder: { birth: 1966-01-01, nights: 10, local: true }, period: 2025, outcome: not-eligible }',
  'bad-example { elder: { birth: 1950-05-05, nights: 120, local: true }, period: 2027, amount: 10800.00 }',
  'bad-example { elder: { birth: 1950-05-05, local: true }, period: 2025, undetermined: [elder.nights] }',
  'bad-example -',
  'bad-example -',
  'bad-example -',
  'bad-example 100',
  'bad-example 100',
  'bad-example 120',
  'bad-example ?',
  'bad-example ?',
  'bad-example ?',
];

/** Faults of the rule as a whole, its parameters and words, and of what stands around it. */
export const faultyRules: readonly Fault[] = [
  {
    code: 'name-taken',
    from: '  age: completed',
    to: '  max: 1\n  age: completed',
    told: ['name-taken max', 'unused-name max', 'step-without-words max', neverAsked],
  },
  {
    code: 'name-taken',
    from: '  age: completed',
    to: '  rate: 1\n  age: completed',
    told: ['name-taken rate', 'step-without-words rate', neverAsked],
  },
  {
    code: 'bad-name',
    from: '  age: completed',
    to: '  1st: 1\n  age: completed',
    told: ['bad-name 1st', 'unused-name 1st', 'step-without-words 1st', neverAsked],
  },
  {
    code: 'bad-subject',
    from: 'for: person as elder',
    to: 'for: elder',
    told: [
      'bad-subject elder',
      'unused-name birth',
      'unused-name nights',
      'unused-name local',
      'unknown-name elder',
      'unknown-name elder',
      'unknown-name elder',
    ],
  },
  {
    code: 'bad-type',
    from: '  nights: int',
    to: '  nights: integer',
    told: ['unused-name nights', 'bad-type integer (int?)', 'undeclared-fact nights'],
  },
  { code: 'bad-value', from: '2024-01-01: 90', to: '2024-01-01: 090', marks: '090' },
  { code: 'bad-value', from: '2025-01-01: 100.00', to: '2025-01-01: 100.005', marks: '100.005' },
  { code: 'parameter-without-value', from: '{ 2024-01-01: 90 }', to: '{}', marks: '{}' },
  { code: 'parameter-not-in-order', from: '2027-01-01: 120.00', to: '2024-01-01: 120.00', marks: '2024-01-01' },
  { code: 'parameter-starts-late', from: '2024-01-01: 90', to: '2026-01-01: 90', marks: '{ 2026-01-01: 90 }' },
  {
    code: 'parameter-not-in-order',
    ...inValues('[{ from: 2025-01-01, value: 1 }, { from: 2025-01-01, value: 2 }]'),
    marks: '{ from: 2025-01-01, value: 2 }',
  },
  {
    code: 'parameter-not-in-order',
    ...inValues('[{ from: 2025-01-01, value: 1 }, { from: 2025-02-01, value: 2, published: 2024-12-01 }]'),
    marks: '{ from: 2025-02-01, value: 2, published: 2024-12-01 }',
  },
  { code: 'parameter-without-value', ...inValues('[]'), marks: '[]' },
  { code: 'missing-key', ...inValues('[{ from: 2025-01-01 }]'), marks: '{ from' },
  { code: 'expected-day', ...inValues('[{ from: 2025-02-30, value: 1 }]'), marks: '2025-02-30' },
  { code: 'bad-value', ...inValues('[{ from: 2025-01-01, value: 1.005 }]'), marks: '1.005' },
  {
    code: 'parameter-starts-late',
    ...inValues('[{ from: 2024-01-01, value: 1, published: 2024-06-01 }]'),
    marks: '[{ from: 2024-01-01, value: 1, published: 2024-06-01 }]',
  },
  {
    code: 'parameter-changes-within',
    from: '2027-01-01: 120',
    to: '2026-07-01: 120',
    told: [
      'parameter-changes-within rate',
      'parameter-changes-within {rate}',
      'parameter-changes-within {rate}',
      neverAsked,
    ],
  },
  {
    code: 'parameter-changes-within',
    ...inValues('[{ from: 2025-01-01, value: 1 }, { from: 2025-07-01, value: 2, published: 2026-03-01 }]'),
    told: [
      'parameter-changes-within rate',
      'parameter-changes-within {rate}',
      'parameter-changes-within {rate}',
      neverAsked,
    ],
  },
  { code: 'value-at-wants-parameter', ...inLet('valueAt(age, on)'), marks: 'age' },
  { code: 'value-at-wants-parameter', ...inLet('valueAt(rat, on)'), marks: 'rat', didYouMean: 'rate' },
  { code: 'value-at-wants-parameter', ...inLet('valueAt(rate + 1, on)'), marks: 'rate + 1' },
  { code: 'value-at-wants-parameter', ...inLet('valueAt(rate(1), on)'), marks: 'rate(1)' },
  { code: 'value-at-wants-parameter', ...inLet('valueAt(period.last, on)'), marks: 'period.last' },
  { code: 'wrong-argument-count', ...inLet('valueAt(rate)'), marks: 'valueAt(rate)' },
  { code: 'wrong-type', ...inLet('valueAt(rate, age)'), marks: 'age' },
  { code: 'wrong-type', ...inLet('valueAt(rate, period.months)'), marks: 'period.months' },
  { code: 'value-before-first', ...inLet('valueAt(rate, date("2024-12-31"))'), marks: 'date("2024-12-31")' },
  { code: 'function-without-brackets', ...inLet('valueAt + 1'), marks: 'valueAt' },
  {
    code: 'unknown-benefit',
    ...inBenefits('test/oldre-care'),
    told: ['unused-name other', 'unknown-benefit test/oldre-care (test/older-care?)', neverAsked],
  },
  {
    code: 'benefit-period-not-covered',
    ...inBenefits('test/older-care'),
    told: ['unused-name other', 'benefit-period-not-covered test/older-care', neverAsked],
  },
  { code: 'unknown-benefit', from: 'division:', to: 'extends: test/hospital\ndivision:', marks: 'test/hospital' },
  { code: 'bad-policy-id', from: 'division:', to: 'extends: Hospital\ndivision:', marks: 'Hospital' },
  {
    code: 'amount-not-money',
    from: 'amount: rate * counted',
    to: 'amount: counted',
    told: ['amount-not-money counted'],
  },
  {
    code: 'eligible-not-boolean',
    from: 'eligible: oldEnough and elder.local and counted > 0',
    to: 'eligible: counted',
    told: ['unused-name local', 'unused-name oldEnough', 'eligible-not-boolean counted'],
  },
  { code: 'unknown-label', from: '  oldEnough:\n', to: '  oldEnuogh:\n', marks: 'oldEnuogh', didYouMean: 'oldEnough' },
  {
    code: 'unknown-label',
    from: '  counted: { zh',
    to: '  countd: { zh',
    told: ['step-without-words counted', 'unknown-label countd (counted?)', neverAsked],
  },
  { code: 'step-without-words', ...inLet('age > 90'), told: [...aboutStep, neverAsked] },
  { code: 'parameter-without-words', from: /^ {4}words: .*rate a night \}\n/m, to: '', marks: 'rate' },
  { code: 'because-wants-yes-no', from: '    yes: {', to: '    words: {', marks: 'words' },
  { code: 'because-wants-words', from: '    words: { zh: "{rate}', to: '    yes: { zh: "{rate}', marks: 'yes' },
  { code: 'bad-placeholder', from: '满 {age} 岁', to: '满 {aeg} 岁', marks: '{aeg}', didYouMean: 'age' },
  { code: 'bad-placeholder', from: '满 {age} 岁', to: '满 {age + 1} 岁', marks: '{age + 1}' },
  { code: 'unused-name', ...inLet('age + 1'), told: [...aboutStep, neverAsked] },
  {
    code: 'unknown-question-fact',
    from: 'fact: elder.birth',
    to: 'fact: elder.brith',
    told: [neverAsked, neverAsked, 'unknown-question-fact elder.brith (elder.birth?)'],
  },
  {
    code: 'question-answer-differs',
    from: 'fact: elder.local, value: true',
    to: 'fact: elder.nights, value: 1',
    told: [neverAsked, neverAsked, 'question-answer-differs 1'],
  },
  {
    code: 'fact-never-asked',
    from: 'fact: elder.birth',
    to: 'fact: elder.nights',
    told: [neverAsked, 'missing-key fact'],
  },
  { code: 'no-examples', from: /```examples[^]*$/, to: '' },
  {
    code: 'bad-example',
    from: 'birth: 1965-12-31',
    to: 'birth: 1965-02-30',
    told: [
      neverAsked,
      'bad-example { elder: { birth: 1965-02-30, nights: 10, local: true }, period: 2025, amount: 1000.00 }',
    ],
  },
  {
    code: 'bad-example',
    from: 'nights: 10, local: true }, period: 2025, amount',
    to: 'night: 10, local: true }, period: 2025, amount',
    told: [
      neverAsked,
      'bad-example { elder: { birth: 1965-12-31, night: 10, local: true }, period: 2025, amount: 1000.00 }',
    ],
  },
  {
    code: 'bad-example',
    from: 'completedYears(elder.birth, period.last)',
    to: 'completedYears(elder.birth, date(elder.birth.year + 9000, 1, 1))',
    told: [neverAsked, ...noExampleRight],
  },
  {
    code: 'bad-example',
    from: '  oldEnough: age >= 60',
    to: `  p0: age\n${Array.from({ length: 60 }, (_, i) => `  p${i + 1}: p${i} * p${i}\n`).join('')}  oldEnough: p60 >= 60`,
    told: [...Array.from({ length: 61 }, (_, i) => `step-without-words p${i}`), neverAsked, ...noExampleRight],
  },
  {
    code: 'example-fails',
    from: 'amount: 1000.00',
    to: 'amount: 999.00',
    told: [
      neverAsked,
      'example-fails { elder: { birth: 1965-12-31, nights: 10, local: true }, period: 2025, amount: 999.00 }',
    ],
  },
  { code: 'example-fails', from: '|  120 |', to: '|  100 |', told: [neverAsked, 'example-fails 100'] },
  {
    code: 'example-fails',
    from: '[elder.nights]',
    to: '[elder.birth]',
    told: [
      neverAsked,
      'example-fails { elder: { birth: 1950-05-05, local: true }, period: 2025, undetermined: [elder.birth] }',
    ],
  },
  {
    code: 'bad-table',
    from: '| 1      |  100 |  100 |  120 |',
    to: '| 1      |  100 |  100 |',
    told: [neverAsked, 'bad-table 1'],
  },
  {
    code: 'period-not-covered',
    from: '| nights | 2025 |',
    to: '| nights | 2024 |',
    told: [neverAsked, 'period-not-covered -', 'period-not-covered 100', 'period-not-covered ?'],
  },
];
