import { expect, test } from 'vitest';
import { dateCode } from './lower/encode.ts';
import { Builder, type Node } from './node.ts';
import { printGraph } from './print.ts';
import { graphOf } from './testing.ts';

const build = new Builder();
const parents = build.within(build.subject, 'parents');
const nights = build.fact(build.subject, 'nights', 'int', 'whole');
const alive = build.fact(parents, 'alive', 'boolean', 'whole');
const born = build.fact(build.subject, 'birth', 'date', 'month');
const two = build.constant(2n);

/** What is printed of the operation alone: the last line that has a number. */
const printed = (node: Node): string | undefined =>
  printGraph(graphOf(build, node))
    .split('\n')
    .findLast((line) => line.startsWith('%'))
    ?.replace(/^%\d+ +/, '')
    .replaceAll(/%\d+/g, '%');

test.each<[Node, string]>([
  [build.binary('add', nights, two), 'integer  subject    subject.nights + 2'],
  [build.binary('subtract', nights, two), 'integer  subject    subject.nights - 2'],
  [build.binary('at-most', nights, two), 'boolean  subject    subject.nights <= 2'],
  [build.binary('minimum', nights, two), 'integer  subject    minimum(subject.nights, 2)'],
  [build.unary('negate', nights), 'integer  subject    negate(subject.nights)'],
  [build.divide('floor-divide', nights, 3n), 'integer  subject    floor(subject.nights / 3)'],
  [build.divide('modulo', nights, 3n), 'integer  subject    subject.nights mod 3'],
  [build.binary('add', born, two), 'integer  subject    subject.birth (its month) + 2'],
  [build.unknown('integer', 'members'), 'integer  household  not known: members'],
  [build.binary('add', build.parameter('rate', 'integer'), two), 'integer  household  parameter rate + 2'],
  [
    build.parameterAt('rate', 'integer', 'month', born),
    'integer  subject    parameter rate at subject.birth (its month)',
  ],
  [
    build.aggregate('some', parents, alive, undefined),
    'boolean  subject    some over subject.parents of subject.parents.alive',
  ],
  [
    build.aggregate('sum', parents, build.constant(1n), alive),
    'integer  subject    sum over subject.parents of 1 where subject.parents.alive',
  ],
  [
    build.aggregate('sum', build.subject, nights, undefined),
    'integer  household  sum over household.members of subject.nights',
  ],
])('%#: an operation is printed with what it works on', (node, text) => {
  expect(printed(node)).toBe(text);
});

test('a graph is printed operands first, then what it comes to, its reasons and its limits', () => {
  const long = build.binary('less', two, nights);
  const both = build.binary('and', long, build.aggregate('some', parents, alive, undefined));
  const twice = build.binary('multiply', nights, two);
  const text = printGraph({
    ...graphOf(build, both),
    amount: twice,
    steps: [
      { name: 'long', node: long, denominator: 1n },
      { name: 'nights', node: nights, denominator: 1n },
    ],
    reasons: [{ code: 'long.yes', when: long }],
    limits: [
      { node: twice, least: 0n, greatest: 200_000n, text: '2 * nights' },
      {
        node: build.binary('add', nights, two),
        least: dateCode('1900-01-01'),
        greatest: dateCode('2199-12-31'),
        text: 'later',
      },
      { node: nights, least: 0n, greatest: 1n, text: 'nights' },
    ],
  });
  expect(`\n${text}`.replaceAll(/%\d+/g, '%')).toMatchInlineSnapshot(`
    "
    %     integer  subject    subject.nights  ; nights
    %     integer  subject    subject.nights + 2
    %    boolean  subject    some over subject.parents of subject.parents.alive
    %    boolean  subject    2 < subject.nights  ; long
    %    boolean  subject    % and %
    %    integer  subject    subject.nights * 2

    eligible: %
    amount: %
    reason long.yes: %
    within 0 … 200000: %  ; 2 * nights
    within 1900-01-01 … 2199-12-31: %  ; later
    "
  `);
});
