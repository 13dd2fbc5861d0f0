import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { checkout } from '../checkout.ts';
import { freshen } from './freshen.ts';

// A checkout in little: this folder, one source of its own, and the compiler of the house.

const base = mkdtempSync(join(tmpdir(), 'huijia-compiled-'));
let root = '';
let count = 0;

afterAll(() => rmSync(base, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = join(base, String((count += 1)));
  for (const name of [
    'tsconfig.base.json',
    'tsconfig.house.json',
    'tsconfig.built.json',
    'building/compiled',
    'building/catalogue',
  ])
    cpSync(join(checkout, name), join(root, name), { recursive: true });
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
  write('package.json', '{ "type": "module" }');
  write(
    'doors/one.ts',
    `import { word } from './two.tsx';\nprocess.stdout.write(word + process.argv.slice(2).join());\n`,
  );
  write('doors/two.tsx', `export const word: string = 'first';\n`);
  for (const language of ['zh-CN', 'en']) write(`values/words/${language}.json`, '{ "yes": "1" }');
});

function launch(...given: readonly string[]): { status: number | null; said: string; complained: string } {
  const launcher = join(root, 'building/compiled/launch.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...given], { encoding: 'utf8' });
  return { status, said: stdout, complained: stderr };
}

test('sources are compiled once, and again only when one of them was edited, added or taken away', () => {
  expect(freshen(root)).toEqual({ kind: 'compiled' });
  expect(freshen(root)).toEqual({ kind: 'fresh' });
  write('doors/two.tsx', `export const word: string = 'first';\n`);
  expect(freshen(root)).toEqual({ kind: 'fresh' });
  write('doors/two.tsx', `export const word: string = 'second';\n`);
  expect(freshen(root)).toEqual({ kind: 'compiled' });
  write('doors/three.ts', '');
  expect(freshen(root)).toEqual({ kind: 'compiled' });
  rmSync(join(root, 'doors/three.ts'));
  expect(freshen(root)).toEqual({ kind: 'compiled' });
  expect(existsSync(join(root, 'built/doors/three.js'))).toBe(false);
  write('doors/one.test.ts', 'a test is no part of what runs');
  expect(freshen(root)).toEqual({ kind: 'fresh' });
});

test('words that were edited are made anew', () => {
  write('doors/one.ts', `import { words } from '../values/words/made/en.ts';\nprocess.stdout.write(words.yes);\n`);
  expect(launch('doors/one.ts').said).toBe('1');
  write('values/words/en.json', '{ "yes": "2" }');
  expect(launch('doors/one.ts').said).toBe('2');
  write('values/words/en.json', '{ "no": "2" }');
  expect(launch('doors/one.ts')).toMatchObject({ status: 1, complained: expect.stringContaining('values/words') });
});

test('what is started is what stands in the sources, and hears its own arguments', () => {
  expect(launch('doors/one.ts', 'a', 'b')).toEqual({
    status: 0,
    said: 'firsta,b',
    complained: expect.stringContaining('compiled again'),
  });
  expect(launch('doors/one.ts')).toEqual({ status: 0, said: 'first', complained: '' });
  write('doors/two.tsx', `export const word: string = 'second';\n`);
  expect(launch('doors/one.ts').said).toBe('second');
});

test('an error names the line that somebody wrote', () => {
  write(
    'doors/one.ts',
    `interface Gone {\n  readonly a: 1;\n}\n\nconst found: Gone | undefined = undefined;\nthrow new Error('here');\n`,
  );
  expect(launch('doors/one.ts').complained).toContain('doors/one.ts:6:7');
});

test('a program that people start is joined with what it loads, knows its place in the tree and names the lines of its sources', () => {
  write(
    'doors/start.ts',
    `import { where } from './where.ts';\nimport { z } from 'zod';\nprocess.stdout.write(where);\n\nz.int().parse('x');\n`,
  );
  write(
    'doors/where.ts',
    `interface Gone {\n  readonly a: 1;\n}\nexport const where: Gone | string = import.meta.url;\n`,
  );
  const { said, complained } = launch('doors/start.ts');
  expect(existsSync(join(root, 'built/bundled/doors-start.js'))).toBe(true);
  expect(said).toBe(pathToFileURL(join(root, 'built/doors/where.js')).href);
  expect(complained).toContain('doors/start.ts:5:9');
});

test('a source that can’t be read is told with its line, and the tree that was there stays', () => {
  freshen(root);
  write('doors/two.tsx', 'export const word = ;\n');
  const { status, said, complained } = launch('doors/one.ts');
  expect([status, said]).toEqual([1, '']);
  expect(complained).toContain('doors/two.tsx(1,21)');
  expect(readFileSync(join(root, 'built/doors/two.js'), 'utf8')).toContain('first');
});

test('installed without the compiler it runs what was compiled, and says so when the sources are others', () => {
  freshen(root);
  rmSync(join(root, 'node_modules'));
  expect(launch('doors/one.ts')).toEqual({ status: 0, said: 'first', complained: '' });
  write('doors/two.tsx', `export const word: string = 'second';\n`);
  expect(launch('doors/one.ts')).toEqual({
    status: 1,
    said: '',
    complained: expect.stringContaining('no compiler is installed here'),
  });
});
