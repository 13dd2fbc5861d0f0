import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { readVocabulary, type Vocabulary } from '../rules/vocabulary.ts';
import { day } from '../values/day.ts';
import { type BuildOptions, type Built, buildRegister } from './build/build.ts';
import { openRegister, type Register } from './open/open.ts';

const fact = (name: string, type: string, more = ''): string =>
  `  ${name}: { type: ${type}, words: { zh: "某项", en: something }, from: { zh: "某处", en: somewhere }${more} }`;

/** Facts of every type. Invented, but for the first three. */
const testVocabulary: Vocabulary = vocabularyOf(
  [
    'facts:',
    fact('birth', 'date', ', notBefore: 1900-01-01, notInFuture: true'),
    fact('alive', 'boolean'),
    fact('nationality', 'text', ', form: country'),
    fact('income', 'money'),
    fact('points', 'int'),
    fact('joined', 'month', ', notInFuture: true'),
    fact('home', 'enum', ', values: { own: { zh: "自有", en: own }, rented: { zh: "租住", en: rented } }'),
  ].join('\n'),
);

function vocabularyOf(text: string): Vocabulary {
  const read = readVocabulary({ file: 'vocabulary.yaml', text });
  if (read.kind === 'findings') throw new Error(JSON.stringify(read.findings));
  return read.vocabulary;
}

/** A folder for one test file, gone when its tests are done. Call it at the top level. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huijia-registers-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let count = 0;

/** Builds a register from the text (or bytes) of a CSV, as of 1 January 2026. */
export async function buildFrom(
  folder: string,
  csv: string | Uint8Array,
  options: Partial<BuildOptions> = {},
): Promise<{ readonly built: Built; readonly to: string }> {
  count += 1;
  const file = join(folder, `people-${count}.csv`);
  const to = options.to ?? join(folder, `register-${count}`);
  writeFileSync(file, csv);
  const built = await buildRegister({
    source: { name: 'people.csv', file: () => Promise.resolve(file) },
    vocabulary: testVocabulary,
    asOf: day('2026-01-01'),
    memoryMegabytes: 200,
    ...options,
    to,
  });
  return { built, to };
}

/** The register in the folder, which must be whole. */
export function opened(folder: string): Register {
  const read = openRegister(folder);
  if (read.kind === 'problems') throw new Error(read.problems.map(({ words }) => words.en).join('\n'));
  return read.register;
}

/** Builds and opens a register from a CSV that has no fault. */
export async function registerFrom(
  folder: string,
  csv: string | Uint8Array,
  options: Partial<BuildOptions> = {},
): Promise<Register> {
  const { built, to } = await buildFrom(folder, csv, options);
  if (built.kind === 'problems') throw new Error(JSON.stringify(built.told));
  return opened(to);
}
