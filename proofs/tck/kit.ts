import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Given, readCases, type TestCase } from './cases.ts';
import { type Model, readModel } from './model.ts';
import { UnreadableFile } from './xml.ts';

/** One literal result: a result node of a test case whose decision is a literal expression. */
export interface LiteralResult {
  /** The test file, from the kit's folder. */
  readonly file: string;
  readonly testCase: TestCase;
  readonly model: Model;
  readonly decision: string;
  readonly expression: string;
  readonly expected: Given;
}

/** The folder can't be run; the message is one sentence that says why and what to do. */
export class NoKit extends Error {}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

async function resultsOf(folder: string, file: string, others: ReadonlySet<string>): Promise<readonly LiteralResult[]> {
  const { model: name, cases } = await readCases(file);
  const path = join(file, '..', name);
  if (!others.has(path)) throw new UnreadableFile(`${file} tests the model ${name}, which does not lie beside it.`);
  const model = await readModel(path);
  return cases.flatMap((testCase) =>
    testCase.results.flatMap(({ decision, expected }) => {
      const expression = model.decisions.get(decision)?.expression;
      if (expression === undefined) return [];
      return [{ file: relative(folder, file), testCase, model, decision, expression, expected }];
    }),
  );
}

/** Every literal result of the kit in `folder`. Throws {@link NoKit} or {@link UnreadableFile}. */
export async function literalResults(folder: string): Promise<readonly LiteralResult[]> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true)
    throw new NoKit(`There is no folder ${folder}: name the folder that holds the kit's test cases.`);
  const files = await filesBelow(folder);
  const tests = files.filter((file) => file.endsWith('.xml'));
  if (tests.length === 0) throw new NoKit(`The folder ${folder} holds no test case (*.xml with a *.dmn beside it).`);
  const others = new Set(files);
  const results: LiteralResult[] = [];
  for (const file of tests) results.push(...(await resultsOf(folder, file, others)));
  return results;
}
