import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseSync } from 'vite';

// No sentence outside the catalogue: what a person reads stands in a `words/*.json`, and no code asks which language it is.

/** Where sentences stand in the code, and why. */
const besideCode: readonly (readonly [place: RegExp, why: string])[] = [
  [/\.(?:test|bench|journey|nightly)\.tsx?$|(?:^|\/)testing[^/]*(?:\/|\.tsx?$)/, 'tests invent what they read'],
  [/^(?:sample-county|journeys|benchmarks|proofs)\//, 'samples are data, as an office would have written them'],
  [
    /\.examples\.tsx$|^building\/staff-kit\/examples\//,
    'examples of the kit are invented data, and no part of the product',
  ],
  [/^building\/catalogue\//, 'the catalogue itself: its languages, and what Taiwan says otherwise'],
  [/^registers\/build\/cells\.ts$/, 'yes and no as tables write them'],
  [/^office\/payments\/batch\/bank-profile\.ts$/, 'columns and words of the files that a bank reads and writes'],
  [/^office\/families\/case\.ts$/, 'surnames of two characters'],
  [/^office\/benefits\/case\/letter\.ts$/, 'the number of an official document, written one way in every language'],
  [/^office\/hall\/calendar\/law-calendar\.ts$/, 'a notice of the State Council, kept as it is named'],
];

const root = join(import.meta.dirname, '../..');
const files = globSync(['*/**/*.{ts,tsx}'], {
  cwd: root,
  exclude: (name) => ['node_modules', 'dist', 'built', 'made', 'coverage'].includes(name),
}).filter((file) => !besideCode.some(([place]) => place.test(file)));

/** Sentences that stand in the code, and questions after the language, each as it is written. */
export function outsideOfCatalogue(file: string, text: string): readonly string[] {
  if (!/['"](?:zh-CN|zh-TW|en)['"]|\p{Script=Han}/u.test(text)) return [];
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    const one = node as Node;
    if (isSentence(one) || asksForLanguage(one))
      found.push(`${file} says ${text.slice(one.start, one.end).replaceAll(/\s+/g, ' ').slice(0, 80)}`);
    else Object.values(node).forEach(visit);
  };
  visit(parseSync(file, text).program.body);
  return found;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly value?: unknown;
  readonly operator?: string;
  readonly left?: Node;
  readonly right?: Node;
}

/** Chinese in a text of the code; the house's own name alone is alike in every language. */
function isSentence({ type, value }: Node): boolean {
  const text = type === 'TemplateElement' ? (value as { readonly raw: string }).raw : value;
  if (!['Literal', 'TemplateElement', 'JSXText'].includes(type) || typeof text !== 'string') return false;
  return /\p{Script=Han}|[，。：；、（）]/u.test(text) && !/^【?惠家】?$/.test(text.trim());
}

function asksForLanguage({ type, operator, left, right }: Node): boolean {
  if (type !== 'BinaryExpression' || !/^[!=]==?$/.test(operator ?? '')) return false;
  return [left, right].some(
    (side) => side?.type === 'Literal' && ['zh-CN', 'zh-TW', 'en'].includes(String(side.value)),
  );
}

test('every sentence stands in the catalogue, and no code asks which language it is', () => {
  expect(files.length).toBeGreaterThan(300);
  const told = files.flatMap((file) => outsideOfCatalogue(file, readFileSync(join(root, file), 'utf8')));
  expect(told).toEqual([]);
});

test.each([
  `const words = { 'zh-CN': '到账', en: 'Arrived' };`,
  'const said = `${n}笔`;',
  'const shown = <p>到账</p>;',
  `const between = language === 'en' ? ', ' : '; ';`,
])('told: %s', (text) => {
  expect(outsideOfCatalogue('office/a.tsx', text)).toHaveLength(1);
});

test.each([
  `const localized = z.object({ 'zh-CN': z.string(), en: z.string() });`,
  `said(words, 'zh-CN');`,
  'const name = `【惠家】${text}`;',
])('no sentence: %s', (text) => {
  expect(outsideOfCatalogue('office/a.tsx', text)).toEqual([]);
});
