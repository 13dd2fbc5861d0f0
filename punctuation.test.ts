import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSync } from 'vite';

/**
 * Chinese that people read is punctuated in Chinese: an ASCII mark beside a Chinese character is easy to type and easy to miss. Every text
 * of the house is read: strings and page text of the code, policy packs, guides.
 */
const fault = /\p{Script=Han}[,.:;?!()]|[,:;?!()]\p{Script=Han}/u;

const root = import.meta.dirname;
const notOurs = new Set(['node_modules', '.git', 'dist', 'built', '.data', 'coverage', '.vite']);

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (notOurs.has(name)) return [];
    return statSync(path).isDirectory() ? filesBelow(path) : [relative(root, path)];
  });
}

interface Text {
  readonly text: string;
  readonly line: number;
}

/** Every string, template and page text of a TypeScript file. Patterns and comments are for those who write the code. */
export function textsOfCode(file: string, source: string): readonly Text[] {
  const { program } = parseSync(file, source);
  const texts: Text[] = [];
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length;
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    const { type, value, start = 0 } = node as { type?: string; value?: unknown; start?: number };
    if (type === 'TemplateLiteral') texts.push({ text: wholeTemplate(node), line: lineAt(start) });
    else if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string')
      texts.push({ text: value, line: lineAt(start) });
    Object.values(node).forEach(visit);
  };
  visit(program.body);
  return texts;
}

/** The template with a mark in place of what is filled in, so that a colon before it counts as beside what comes. */
function wholeTemplate(node: object): string {
  const { quasis } = node as { quasis: readonly { value: { cooked?: string } }[] };
  return quasis.map(({ value }) => value.cooked ?? '').join('\u{FFFC}');
}

/** Lines of a text file. What stands between fences of a guide is code; of a policy pack it is words. */
export function textsOfLines(source: string, { fencesAreCode }: { fencesAreCode: boolean }): readonly Text[] {
  let inFence = false;
  return source.split('\n').flatMap((line, i) => {
    if (line.trimStart().startsWith('```')) inFence = !inFence;
    if (inFence && fencesAreCode) return [];
    return [{ text: line.replaceAll(/`[^`]*`|\]\([^)]*\)/g, ''), line: i + 1 }];
  });
}

const withoutAddresses = (text: string): string => text.replaceAll(/\w+:\/\/[^\s，。）]+/g, '');

function faultsOf(file: string): readonly string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const texts = /\.tsx?$/.test(file)
    ? textsOfCode(file, source)
    : textsOfLines(source, { fencesAreCode: !file.startsWith('law/') });
  return texts
    .map(({ text, line }) => ({ text: withoutAddresses(text), line }))
    .filter(({ text }) => fault.test(text))
    .map(({ text, line }) => `${file}:${line}: ${fault.exec(text)?.[0]} in ${text.trim().slice(0, 80)}`);
}

const all = filesBelow(root).sort();
const code = all.filter((file) => /\.tsx?$/.test(file) && !/(\.test|\.journey|\.bench)\.tsx?$|\.d\.ts$/.test(file));
const words = all.filter((file) => /(^|\/)words\/zh-(CN|TW)\.json$/.test(file));
const prose = all.filter((file) => /^law\/.+\.(md|yaml)$|zh-CN\.md$/.test(file));

describe('Chinese is punctuated in Chinese', () => {
  test('in every words file, page and sentence of the code', () => {
    expect(words.length).toBeGreaterThan(3);
    expect([...words, ...code].flatMap(faultsOf)).toEqual([]);
  });

  test('in every policy pack and every Chinese guide', () => {
    expect(prose.some((file) => /^law\/.+policy\.md$/.test(file))).toBe(true);
    expect(prose.flatMap(faultsOf)).toEqual([]);
  });
});

describe('the reading of texts', () => {
  test.each([
    "const a = '你好,世界';",
    'const a = `共${n}天:好`;',
    'const a = <p>好吗?</p>;',
    "const a = { zh: '(见附件)' };",
  ])('finds the fault in %s', (source) => {
    expect(textsOfCode('a.tsx', source).some(({ text }) => fault.test(text))).toBe(true);
  });

  test.each([
    "const a = '你好，世界';",
    '// 注释,不算\nconst a = 1;',
    'const a = /年.月/;',
    "const a = '2025-01-01 3.5元';",
  ])('lets %s pass', (source) => {
    expect(textsOfCode('a.tsx', source).some(({ text }) => fault.test(text))).toBe(false);
  });
});
