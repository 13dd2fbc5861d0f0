import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  array,
  assert,
  constant,
  constantFrom,
  letrec,
  nat,
  oneof,
  property,
  stringMatching,
  tuple,
  uniqueArray,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportOn } from '../check/report.ts';
import { sourceText } from '../source-text.ts';
import { readMarkdown } from './markdown.ts';
import { readUsualYaml } from './usual-yaml.ts';
import { readAnyYaml } from './yaml.ts';
import type { YamlNode, YamlText } from './yaml-node.ts';

const law = join(import.meta.dirname, '../../law');

/** Where each character stands, and two beyond the last. */
const offsets = ({ text, offsetOf }: YamlText): readonly number[] =>
  Array.from({ length: text.length + 2 }, (_, index) => offsetOf(index));

function plainly(node: YamlNode): unknown {
  const { start, end } = node;
  if (node.kind === 'text') return { start, end, text: node.text, offsets: offsets(node) };
  if (node.kind === 'list') return { start, end, items: node.items.map(plainly) };
  return { start, end, entries: node.entries.map(({ key, value }) => [plainly(key), plainly(value)]) };
}

/** What the library makes of the text; undefined if it finds a fault in it. */
function byLibrary(text: string, start = 0, end = text.length): unknown {
  const report = reportOn(sourceText('a.yaml', text));
  const node = readAnyYaml(report, start, end);
  return report.findings.length > 0 || node === undefined ? undefined : plainly(node);
}

/** What stands here is read as the library reads it, or left to the library. */
function agrees(text: string, start = 0, end = text.length): boolean {
  const usual = readUsualYaml(text, start, end);
  if (usual !== undefined) expect(plainly(usual)).toEqual(byLibrary(text, start, end));
  return usual !== undefined;
}

const vocabulary = readFileSync(join(law, 'vocabulary.yaml'), 'utf8');
const pack = readFileSync(join(law, 'childcare-subsidy/policy.md'), 'utf8');

const usualTexts = [
  'a: 1\nb:\n  c: 2\n  # x\n  d: 3\n\n# z\ne: 5\n',
  'a: >-\n  b c\n  d\n\n\nb: 1\n',
  'a: >\n  b\n# x\nc: |\n  q\n  r\nd: |-\n  # no comment\n  s',
  'a:\n  - x\n  - y: z\n    s: { a: "b", c: [ d, e f ], g: {}, h: [] } \n# cc\n',
  "- a:\n    - b\n    - c\n  d: 'e: # f'\n-   f: -1\n    g: text?\n",
  '  a: "x"   \n  b: 《办法》第二条',
];

const strange = [
  ['a value that goes on below', 'a: b\n  c\n'],
  ['a value below its key', 'a:\n  b\n'],
  ['no value', 'a:\nb: c\n'],
  ['an escape', 'a: "b\\n"\n'],
  ['a doubled quote', "a: 'b''c'\n"],
  ['a comment beside a value', 'a: b # c\n'],
  ['a doubled key', 'a: b\na: c\n'],
  ['a doubled key between braces', 'a: { b: c, b: d }\n'],
  ['an anchor', 'a: &b c\n'],
  ['a tag', 'a: !b c\n'],
  ['a key in quotes', '"a": b\n'],
  ['two documents', 'a: b\n---\nc: d\n'],
  ['a line that stands further in', 'a: >-\n  b\n    c\n'],
  ['a blank line within a text', 'a: >-\n  b\n\n  c\n'],
  ['what looks like a comment within a text', 'a: |\n  b\n\n  # c\n'],
  ['a list that stands no further in than its key', 'a:\n- b\n'],
  ['a bracket that closes on another line', 'a: [b,\n  c]\n'],
  ['a bracket that does not close', 'a: [b\n'],
  ['a tab', 'a:\tb\n'],
  ['a comment that the text ends in', 'a: b\n  # c'],
  ['nothing', '# a\n'],
] as const;

const deep = (levels: number): string =>
  Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:${level === levels - 1 ? ' b' : ''}\n`).join('');

/** Pieces of which packs are written, the strange among them rare enough that many whole texts are usual. */
const piece = oneof(
  {
    weight: 12,
    arbitrary: constantFrom('a: ', 'b: ', '- ', '\n', '\n  ', '\n    ', 'x', '二', 'a:\n  ', 'b:\n    '),
  },
  {
    weight: 6,
    arbitrary: constantFrom('{ ', ' }', '[', ']', ', ', '"x y"', "'z'", '>-\n', '>\n    ', '|\n  ', ' '),
  },
  { weight: 2, arbitrary: constantFrom('# ', ' #', ':', '-', '"', "'", '\\', '?', '&', '*', '!', '%', '\t', '---') },
);

const indented = array(tuple(nat({ max: 3 }), array(piece, { maxLength: 4 })), { minLength: 1, maxLength: 7 }).map(
  (lines) => lines.map(([depth, pieces]) => ' '.repeat(2 * depth) + pieces.join('')).join('\n'),
);

const key = stringMatching(/^[A-Za-z0-9_][\w.-]{0,5}$/);
const word = stringMatching(/^[a-z二三][a-z二三 ,?:{"'-]{0,6}$/);

/** Texts that nearly always are usual. */
const { map: wellWritten } = letrec<{ map: readonly string[]; value: readonly string[]; items: readonly string[] }>(
  (tie) => ({
    map: uniqueArray(tuple(key, tie('value')), { minLength: 1, maxLength: 4, selector: ([name]) => name }).map(
      (entries) =>
        entries.flatMap(([name, [first = '', ...rest]]) =>
          first === ''
            ? [`${name}:`, ...rest.map((line) => `  ${line}`)]
            : [`${name}: ${first}`, ...rest.map((line) => `  ${line}`)],
        ),
    ),
    items: array(
      oneof(
        tie('map'),
        word.map((text) => [text]),
      ),
      { minLength: 1, maxLength: 3 },
    ).map((items) => items.flatMap(([first = '', ...rest]) => [`- ${first}`, ...rest.map((line) => `  ${line}`)])),
    value: oneof(
      { maxDepth: 4 },
      word.map((text) => [text]),
      word.map((text) => [`"${text.replaceAll('"', '')}"`]),
      array(word, { minLength: 1, maxLength: 3 }).map((lines) => ['>-', ...lines]),
      array(word, { minLength: 1, maxLength: 3 }).map((lines) => ['|', ...lines]),
      array(tuple(key, word), { maxLength: 3 }).map((entries) => [
        `{ ${entries.map(([k, v]) => `${k}: ${v}`).join(', ')} }`,
      ]),
      array(word, { maxLength: 3 }).map((items) => [`[${items.join(', ')}]`]),
      tie('map').map((lines) => ['', ...lines]),
      tie('items').map((lines) => ['', ...lines]),
      tie('map').map((lines) => ['', '# a note', '', ...lines]),
    ),
  }),
);

describe('YAML as packs are usually written', () => {
  test.each(usualTexts)('is read without the library: %j', (text) => {
    expect(agrees(text)).toBe(true);
  });

  test('all of the house’s own law is', () => {
    expect(agrees(vocabulary)).toBe(true);
    const report = reportOn(sourceText('policy.md', pack));
    const { frontMatter, fences } = readMarkdown(report);
    const blocks = [frontMatter, ...fences.filter(({ language }) => language !== 'table')];
    for (const block of blocks) expect(agrees(pack, block?.start, block?.end)).toBe(true);
  });

  test('nests as deep as the library’s reading lets it, and no deeper', () => {
    expect(agrees(deep(32))).toBe(true);
    expect(readUsualYaml(deep(33), 0, deep(33).length)).toBeUndefined();
    const brackets = `a: ${'['.repeat(40)}${']'.repeat(40)}`;
    expect(readUsualYaml(brackets, 0, brackets.length)).toBeUndefined();
  });

  test('a million signs of it end no stack', () => {
    const blank = `${' \n'.repeat(500_000)}a: b\n`;
    expect(readUsualYaml(blank, 0, blank.length)).toMatchObject({ kind: 'map' });
    const open = `a: ${'['.repeat(999_000)}`;
    expect(readUsualYaml(open, 0, open.length)).toBeUndefined();
  });
});

describe('YAML written otherwise', () => {
  test.each(strange)('%s is left to the library', (_what, text) => {
    expect(readUsualYaml(text, 0, text.length)).toBeUndefined();
  });
});

describe('whatever the text, it is read as the library reads it, with the same places, or left to the library', () => {
  test('pieces of packs put together at random', () => {
    assert(
      property(indented, (text) => void agrees(text)),
      { numRuns: 3000 },
    );
  });

  test('well-written maps and lists', () => {
    assert(
      property(wellWritten, (lines) => void agrees(lines.join('\n'))),
      { numRuns: 1000 },
    );
  });

  test('the house’s law with a piece set in or a stretch cut out', () => {
    const change = tuple(nat({ max: vocabulary.length }), nat({ max: 12 }), oneof(piece, constant('')));
    assert(
      property(change, ([at, cut, text]) => void agrees(vocabulary.slice(0, at) + text + vocabulary.slice(at + cut))),
      { numRuns: 300 },
    );
  });
});
