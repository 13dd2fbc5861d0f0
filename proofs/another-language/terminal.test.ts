import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../doors/cli/main.ts';
import { openShelf } from '../../office/benefits/law/packs.ts';
import { findingCodes, findingOf } from '../../rules/check/tell/findings.ts';
import { type Data, leaksInText, sentencesOf, textsIn } from './leaks.ts';
import { pseudo } from './pseudo.ts';

// The command line in a language that a folder of files added.

const folder = mkdtempSync(join(tmpdir(), 'huijia-language-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { packs } = await openShelf();
const [pack] = packs;
const policy = pack?.info.policy ?? '';

/** What a pack says, names of files, and what is typed at a terminal: commands, options and their values. */
const data: Data = [
  ...sentencesOf(pack?.rule.because ?? new Map()),
  /\[\w+: .*\]|people\[0\]\.birth|\S+\.json/g,
  ...textsIn([pack?.info, pack?.vocabulary.facts, pack?.rule.words]),
  policy,
  pack?.info.version.slice(0, 12) ?? '',
  /--?[a-z][\w-]*/g,
  'cn/nothing',
  'explane',
];

interface Ran {
  readonly status: number;
  readonly told: string;
}

async function run(...argv: readonly string[]): Promise<Ran> {
  let told = '';
  const add = (text: string): void => void (told += text);
  const status = await main([...argv, '--lang', pseudo], { cwd: folder, language: 'en', out: add, err: add });
  return { status, told };
}

const facts = (birth: string | undefined): string => {
  const person = { id: 'c', alive: true, nationality: 'CN', ...(birth === undefined ? {} : { birth }) };
  const path = join(folder, `${birth ?? 'none'}.json`);
  writeFileSync(path, JSON.stringify({ on: '2026-03-01', people: [person], subject: 'c' }));
  return path;
};

test.each<[string, number, () => readonly string[]]>([
  ['what comes of a family', 0, () => ['explain', policy, '--facts', facts('2024-05-02'), '--period', '2026']],
  ['what does not', 0, () => ['explain', policy, '--facts', facts('2019-05-02'), '--period', '2026']],
  ['what is not known', 0, () => ['explain', policy, '--facts', facts(undefined), '--period', '2026']],
  ['facts that cannot be', 1, () => ['explain', policy, '--facts', facts('2029-05-02'), '--period', '2026']],
  ['a policy that there is not', 1, () => ['explain', 'cn/nothing', '--facts', facts('2024-05'), '--period', '2026']],
  ['a period that it does not cover', 1, () => ['explain', policy, '--facts', facts('2024-05'), '--period', '1999']],
  ['a command that there is not', 2, () => ['explane']],
  ['an option that there is not', 2, () => ['explain', policy, '--fact', 'x']],
])('huijia %s', async (_, expected, argv) => {
  const { status, told } = await run(...argv());
  expect(told).toContain('⟦');
  expect(leaksInText(told, data)).toEqual([]);
  expect(status).toBe(expected);
});

test('huijia help is in it, but for what is typed', async () => {
  const { told } = await run('help');
  expect(told).toContain('⟦');
});

test('every finding is said in it', () => {
  const span = { file: 'x', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const said = findingCodes.map((code) => findingOf(code, span).words[pseudo] ?? code);
  expect(leaksInText(said.join('\n').replaceAll('undefined', ''), [])).toEqual([]);
  expect(said.length).toBeGreaterThan(80);
});
