import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../values/language.ts';
import { houseLaw } from './law/law-files.ts';
import { main } from './main.ts';

const subsidy = readFileSync(join(houseLaw, 'childcare-subsidy', 'policy.md'), 'utf8');
const family = {
  on: '2026-02-01',
  people: [{ id: 'c', birth: '2023-12-05', nationality: 'CN', alive: true }],
  subject: 'c',
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huijia-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return name;
}

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function run(argv: readonly string[], language: Language = 'en'): Promise<Ran> {
  let [out, err] = ['', ''];
  const at = {
    cwd: folder,
    language,
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
  };
  const status = await main(argv, at);
  return { status, out, err };
}

const explained = (facts: unknown, ...more: readonly string[]): Promise<Ran> => {
  const file = write('facts.json', typeof facts === 'string' ? facts : JSON.stringify(facts));
  return run(['explain', 'cn/childcare-subsidy', '--facts', file, ...more]);
};

describe('huijia check', () => {
  test('the law of this house has no errors', async () => {
    const { status, out } = await run(['check', houseLaw]);
    expect([status, out]).toEqual([0, 'Checked 1 policy pack(s) in 4 file(s): 0 error(s), 0 warning(s).\n']);
  });

  test('a local pack that refers to a national one is checked and explained with it, wherever the two lie', async () => {
    write('both/vocabulary.yaml', readFileSync(join(houseLaw, 'vocabulary.yaml'), 'utf8'));
    write('both/national/policy.md', subsidy);
    const rule = `\`\`\`rule
for: person as kid
benefits: { national: cn/childcare-subsidy }
facts: {}
parameters:
  own: { type: money, values: { 2025-01-01: 4000 }, source: scheme 一, words: { zh: "本地标准", en: local rate } }
eligible: national.eligible
amount: max(national.amount, own)
\`\`\`
\`\`\`examples
- { kid: { birth: 2025-05-01, alive: true, nationality: CN }, period: 2026, amount: 4000.00 }
\`\`\`
`;
    const front = subsidy.slice(0, subsidy.indexOf('# 育儿补贴'));
    const local = front
      .replace('policy: cn/childcare-subsidy', 'policy: he/childcare\nextends: cn/childcare-subsidy')
      .concat(rule);
    const path = write('both/local/policy.md', local);
    expect(await run(['check', path])).toMatchObject({ status: 0, out: expect.stringContaining(': 0 error(s), ') });
    const facts = write('kid.json', JSON.stringify(family));
    const { status, out } = await run(['explain', path, '--facts', facts, '--period', '2026']);
    expect([status, out]).toEqual([0, expect.stringContaining('Childcare subsidy (amount): 3,600 yuan')]);
    const alone = write('alone/policy.md', local.replace('cn/childcare-subsidy }', 'cn/childcare-subsidi }'));
    expect((await run(['check', alone])).out).toContain('= did you mean cn/childcare-subsidy?');
  });

  test('an error is placed, drawn and hinted at, in the language asked for', async () => {
    const path = write('law/a/policy.md', subsidy.replace('monthsCounted > 0', 'monthsCountd > 0'));
    const line = subsidy.slice(0, subsidy.indexOf('monthsCounted > 0')).split('\n').length;
    const english = await run(['check', path]);
    expect(english.status).toBe(1);
    expect(english.out).toContain(
      `law/a/policy.md:${line}:14: error[unknown-name] The name monthsCountd is not declared\n` +
        ` ${line} |   hasMonths: monthsCountd > 0\n     |              ^^^^^^^^^^^^\n = did you mean monthsCounted?\n`,
    );
    const chinese = await run(['check', path, '--lang', 'zh']);
    expect(chinese.out).toContain(`law/a/policy.md:${line}:14: 错误[unknown-name] 没有声明过的名称 monthsCountd\n`);
    expect(chinese.out).toContain(' = 是不是 monthsCounted？\n');
    expect(chinese.out).toMatch(/检查了 1 个政策包、1 个文件：1 个错误，\d+ 个提醒。\n$/);
  });

  test('a caret stands under its word when Chinese characters take two columns before it', async () => {
    const path = write('wide/policy.md', subsidy.replace('law: rules 第九条', 'law: { 条: rules }'));
    const { out } = await run(['check', path]);
    const drawn = out.split('\n');
    const at = drawn.findIndex((line) => line.includes('| law: { 条: rules }'));
    expect(drawn[at + 1]?.trimEnd()).toMatch(/\| {6}\^+$/);
  });

  test('two packs of one name below one folder are told, the second at its name with the file of the first', async () => {
    write('twice/b/policy.md', subsidy);
    write('twice/a/policy.md', subsidy);
    const english = await run(['check', join(folder, 'twice')]);
    expect(english.status).toBe(1);
    expect(english.out).toContain(
      'twice/b/policy.md:2:9: error[policy-named-twice] The pack in twice/a/policy.md is named cn/childcare-subsidy too: rename or move one of them\n' +
        ' 2 | policy: cn/childcare-subsidy\n   |         ^^^^^^^^^^^^^^^^^^^^\n',
    );
    expect(english.out).not.toContain('twice/a/policy.md:2:9');
    const chinese = await run(['check', join(folder, 'twice'), '--lang', 'zh']);
    expect(chinese.out).toContain('twice/a/policy.md 里的政策包也叫 cn/childcare-subsidy：请改名或移走其中一个\n');
    const named = await run(['check', join(folder, 'twice/b/policy.md'), join(folder, 'twice')]);
    expect(named.out.match(/policy-named-twice/g)).toHaveLength(1);
  });

  test('a wrong example tells what came out instead', async () => {
    const path = write('b/policy.md', subsidy.replace('|  300 |    - |', '|  400 |    - |'));
    const { status, out } = await run(['check', path]);
    expect(status).toBe(1);
    expect(out).toContain('error[example-fails] The example fails: expected 400 yuan, came out 300 yuan');
  });

  test('as JSON, every finding with its place', async () => {
    const path = write('c/policy.md', subsidy.replace('period.year between', 'period.yaer between'));
    const { status, out } = await run(['check', path, '--json']);
    const told = JSON.parse(out) as {
      errors: number;
      findings: { code: string; didYouMean?: string; span: { line: number } }[];
    };
    expect(status).toBe(1);
    expect(told.errors).toBe(1);
    expect(told.findings.find(({ code }) => code === 'unknown-member')?.didYouMean).toBe('year');
  });

  test.each([
    ['no path', [], 2, /Say which file/],
    ['a path that is not there', ['nowhere'], 1, /no such file or folder: nowhere/],
    ['a folder without law', ['empty'], 2, /nothing to check in empty/],
    ['an unknown option', ['--fast', '.'], 2, /Unknown option --fast/],
    ['an option of another command', ['.', '--period', '2026'], 2, /Unknown option --period/],
    ['an unknown language', ['.', '--lang', 'fr'], 2, /--lang is one of zh-CN, en, zh-TW, not fr/],
  ] as const)('%s', async (_, argv, status, sentence) => {
    mkdirSync(join(folder, 'empty'), { recursive: true });
    const ran = await run(['check', ...argv]);
    expect(ran.status).toBe(status);
    expect(ran.err).toMatch(sentence);
    expect(ran.out).toBe('');
  });

  test('a file in GB 18030 is told, not garbled', async () => {
    const path = write('gb/policy.md', new Uint8Array([0xbb, 0xdd, 0xbc, 0xd2]));
    const { status, err } = await run(['check', path]);
    expect([status, err]).toEqual([1, 'gb/policy.md is not UTF-8 text.\n']);
  });

  test('a vocabulary beside the pack is used, and its faults are told', async () => {
    write('own/vocabulary.yaml', 'facts:\n  birth: { type: datum }\n');
    const path = write('own/x/policy.md', subsidy);
    const { status, out } = await run(['check', path]);
    expect(status).toBe(1);
    expect(out).toContain('own/vocabulary.yaml:2:18: error[expected-one-of]');
  });
});

describe('huijia explain', () => {
  test('a pack of two below the folder of the law is not determined: which of them is meant?', async () => {
    for (const name of ['twin/vocabulary.yaml', 'twin/a/policy.md', 'twin/b/policy.md'])
      write(name, name.endsWith('md') ? subsidy : readFileSync(join(houseLaw, 'vocabulary.yaml'), 'utf8'));
    const { status, out, err } = await explained(family, '--period', '2026', '--law', 'twin');
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain('Two packs are named cn/childcare-subsidy: ');
    expect(err).toContain('Move or rename one of them; nothing was determined.');
    const chinese = await explained(family, '--period', '2026', '--law', 'twin', '--lang', 'zh');
    expect(chinese.err).toContain('cn/childcare-subsidy');
    expect(chinese.status).toBe(1);
  });

  test('a file outside the named folder of the law takes its vocabulary from there', async () => {
    write('named/vocabulary.yaml', readFileSync(join(houseLaw, 'vocabulary.yaml'), 'utf8'));
    // Beside the file there is none that would do.
    write('draft/vocabulary.yaml', 'facts: {}\n');
    const path = write('draft/policy.md', subsidy);
    const facts = write('outside.json', JSON.stringify(family));
    const asked = ['explain', path, '--facts', facts, '--period', '2026'];
    expect((await run(asked)).status).toBe(1);
    const { status, out } = await run([...asked, '--law', 'named']);
    expect([status, out]).toEqual([0, expect.stringContaining('3,600 yuan')]);
  });

  test('facts that lead a rule out of the calendar are told in words, without a trace of the program', async () => {
    const eligible = 'eligible: isLiving and isChinese and';
    const path = write(
      'early.md',
      subsidy.replace(
        eligible,
        `${eligible} (if child.birth.year < 1950 then child.birth < date(child.birth.year + 9000, 1, 1) else true) and`,
      ),
    );
    const facts = { ...family, people: [{ id: 'c', birth: '1949-05-05', nationality: 'CN', alive: true }] };
    const file = write('early.json', JSON.stringify(facts));
    const argv = ['explain', path, '--facts', file, '--period', '2026', '--json'];
    const { status, out, err } = await run(argv);
    expect([status, err]).toEqual([1, expect.stringContaining('comes to a day outside the calendar')]);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'out-of-range' } });
  });

  test('one family as JSON', async () => {
    const { status, out } = await explained(family, '--period', '2026', '--json');
    const determination = JSON.parse(out) as Record<string, unknown>;
    expect(status).toBe(0);
    expect(determination).toMatchObject({
      policy: 'cn/childcare-subsidy',
      period: '2026',
      outcome: 'eligible',
      amountFen: '360000',
      missing: [],
    });
    expect(determination['version']).toMatch(/^[0-9a-f]{64}$/);
    expect(determination['because']).toHaveLength(2);
    expect(determination['trace']).toMatchObject({ value: 'eligible', decisive: true });
  });

  test('one family in words, Chinese by default', async () => {
    const file = write('facts.json', JSON.stringify(family));
    const { out } = await run(['explain', 'cn/childcare-subsidy', '--facts', file, '--period', '2026'], 'zh-CN');
    expect(out).toContain('育儿补贴（cn/childcare-subsidy） 2026\n可以领：3,600 元\n');
    expect(out).toContain('孩子 2023 年 12 月出生，到 2026 年 12 月满三周岁，2026 年算 12 个月。');
    expect(out).toContain('（待核实）');
    expect(out).not.toMatch(/undefined|\[object/);
  });

  test('the trace says each step in words first, and only then how the pack writes it', async () => {
    const { out: english } = await explained(family, '--period', '2026');
    const steps = english.slice(english.indexOf('How it was worked out')).split('\n').slice(1);
    expect(steps).toContain('    ● the child is a national of China: yes  [isChinese: child.nationality = "CN"]');
    expect(steps).toContain('      ● nationality of the child: China');
    const { out: chinese } = await explained(family, '--period', '2026', '--lang', 'zh');
    const shown = chinese.slice(chinese.indexOf('怎样算出来的')).split('\n').slice(1);
    const lines = shown.filter((line) => /[●○]/.test(line));
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(line).toMatch(/^ +[●○] [^A-Za-z]+(?: {2}\[[^]+\])?$/);
  });

  test('a step that the pack has no words for is a warning', async () => {
    const path = write('wordless/policy.md', subsidy.replace(/^ {2}isChinese: \{.*\n/m, ''));
    const { status, out } = await run(['check', path]);
    expect(status).toBe(0);
    expect(out).toMatch(/warning\[step-without-words\] isChinese has no words/);
  });

  test('what is missing is named; the amount is null', async () => {
    const { out } = await explained(
      { ...family, people: [{ id: 'c', birth: '2023-12-05', alive: true }] },
      '--period',
      '2026',
      '--json',
    );
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'undetermined',
      amountFen: null,
      missing: [{ name: 'child.nationality', person: 'c', question: 'nationality' }],
    });
  });

  test('the smallest change that would change it, as JSON and in words', async () => {
    const older = { ...family, people: [{ id: 'c', birth: '2022-12-31', nationality: 'CN', alive: true }] };
    const { out } = await explained(older, '--period', '2026', '--json');
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'not-eligible',
      wouldChange: {
        outcome: 'eligible',
        amountFen: '30000',
        changes: [
          {
            person: 'c',
            name: 'child.birth',
            from: '2022-12-31',
            to: '2023-01-01',
            among: { least: '2023-01-01', greatest: '2023-01-31' },
          },
        ],
      },
    });
    const { out: text } = await explained(older, '--period', '2026', '--lang', 'zh');
    expect(text).toContain(
      '改变什么，结果会不同（最小的改变）\n  如果孩子的出生日期在 2023 年 1 月 1 日到 2023 年 1 月 31 日之间，2026 年可以领 300 元。\n',
    );
  });

  test('while a fact is missing: what it would have to be', async () => {
    const open = { ...family, people: [{ id: 'c', birth: '2025-12-05', alive: true }] };
    const { out } = await explained(open, '--period', '2026', '--json');
    expect(JSON.parse(out)).toMatchObject({
      wouldChange: {
        outcome: 'eligible',
        amountFen: '360000',
        changes: [{ fact: 'nationality', from: null, to: 'CN' }],
      },
    });
  });

  test('a pack may be named by its file', async () => {
    const policy = write('file/policy.md', subsidy);
    const facts = write('facts.json', JSON.stringify(family));
    const { status, out } = await run(['explain', policy, '--facts', facts, '--period', '2025']);
    expect(status).toBe(0);
    expect(out).toContain('eligible: 3,600 yuan');
  });

  test.each([
    ['JSON that is not', '{"on": "2026-02-01",\n "people": [}', 'facts.json, line 2, column 13: this is not JSON.'],
    ['an empty file', '', 'facts.json, line 1, column 1: this is not JSON.'],
    ['a trailing comma', '[1, 2,]', 'facts.json, line 1, column 7: this is not JSON.'],
    ['a list', '[]', 'a JSON object is expected, not []'],
    [
      'a birth in the future',
      { ...family, people: [{ id: 'c', birth: '2026-05-01' }] },
      'people[0].birth: "2026-05-01" is later than the day of asking, 2026-02-01',
    ],
    [
      'a misspelt fact',
      { ...family, people: [{ id: 'c', brith: '2023-12-05' }] },
      'people[0].brith: unknown field "brith"; did you mean birth?',
    ],
  ])('%s', async (_, facts, sentence) => {
    const { status, out, err } = await explained(facts, '--period', '2026');
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/ at .*\.ts/);
  });

  test.each([
    [
      'an unknown policy',
      ['cn/childcare-subsidies'],
      1,
      /no policy cn\/childcare-subsidies\.\ndid you mean cn\/childcare-subsidy\?/,
    ],
    ['no policy', [], 2, /Say which policy/],
    ['two policies', ['a/b', 'c/d'], 2, /One policy at a time/],
    ['a period outside', ['cn/childcare-subsidy', '--period', '2029'], 1, /does not cover 2029; it covers 2025–2028/],
    ['a period that is none', ['cn/childcare-subsidy', '--period', 'soon'], 1, /does not cover soon/],
    [
      'facts that are not there',
      ['cn/childcare-subsidy', '--facts', 'none.json'],
      1,
      /no such file or folder: none\.json/,
    ],
    ['no value for an option', ['cn/childcare-subsidy', '--period'], 2, /--period wants a value/],
  ] as const)('%s: a sentence, the status, and the same as JSON', async (_, argv, status, sentence) => {
    write('facts.json', JSON.stringify(family));
    const given = ['explain', ...argv];
    if (!given.includes('--facts')) given.push('--facts', 'facts.json');
    if (!given.includes('--period')) given.push('--period', '2026');
    const ran = await run([...given, '--json']);
    expect(ran.status).toBe(status);
    expect(ran.err).toMatch(sentence);
    expect(JSON.parse(ran.out)).toHaveProperty('error.code');
  });

  test('a pack with errors is not worked out', async () => {
    const policy = write('bad/policy.md', subsidy.replace('amount: if', 'amount: 12 + if'));
    const facts = write('facts.json', JSON.stringify(family));
    const { status, err } = await run(['explain', policy, '--facts', facts, '--period', '2026']);
    expect(status).toBe(1);
    expect(err).toContain('nothing is worked out');
    expect(err).toContain('error[wants-brackets]');
  });
});

describe('the command itself', () => {
  const command = fileURLToPath(new URL('huijia.js', import.meta.url));
  const shell = promisify(execFile);

  test('runs from any folder, tells its usage, and gives the shell its status', async () => {
    const environment = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' };
    const help = await shell(process.execPath, [command, '--help'], { cwd: tmpdir(), env: environment });
    expect(help.stdout).toContain('huijia explain <policy>');
    const failed = shell(process.execPath, [command, 'fly'], { cwd: tmpdir(), env: environment });
    await expect(failed).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no command fly.'),
    });
  });

  test('an unknown command and none at all are wrong use', async () => {
    expect((await run(['fly'])).status).toBe(2);
    expect((await run([])).status).toBe(2);
    expect((await run(['help'])).status).toBe(0);
  });
});
