import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { registerFrom, testFolder } from '../../../registers/testing.ts';
import { readVocabulary } from '../../../rules/vocabulary.ts';
import type { Language } from '../../../values/language.ts';
import { houseLaw } from '../law/law-files.ts';
import { main } from '../main.ts';

const folder = testFolder();
const subsidy = readFileSync(join(houseLaw, 'childcare-subsidy', 'policy.md'), 'utf8');
const policy = ['--policy', 'cn/childcare-subsidy', '--period', '2026'];

/** Children and others of so many counties; of each third the nationality is not known. */
function peopleOf(counties: number, each: number): string {
  const lines = Array.from({ length: counties * each }, (_, i) => {
    const county = String(101 + Math.floor(i / each));
    const birth = `${2015 + (i % 11)}-0${1 + (i % 9)}-1${i % 9}`;
    return `p${i},990${county}001001,${birth},${i % 7 === 0 ? 'false' : 'true'},${i % 3 === 0 ? '' : 'CN'}`;
  });
  return `${['id,division,birth,alive,nationality', ...lines].join('\n')}\n`;
}

const registerOf = (counties: number, each: number): Promise<string> => registerWith(peopleOf(counties, each));

async function registerWith(csv: string): Promise<string> {
  const read = readVocabulary({
    file: 'vocabulary.yaml',
    text: readFileSync(join(houseLaw, 'vocabulary.yaml'), 'utf8'),
  });
  if (read.kind === 'findings') throw new Error('The vocabulary has faults');
  const { vocabulary } = read;
  return (await registerFrom(folder, csv, { vocabulary })).folder;
}

let register = '';
beforeAll(async () => {
  register = await registerOf(3, 220);
});

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function run(argv: readonly string[], language: Language = 'en'): Promise<Ran> {
  let [out, err] = ['', ''];
  const status = await main(argv, {
    cwd: folder,
    language,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { status, out, err };
}

const determine = (...more: readonly string[]): Promise<Ran> =>
  run(['determine', '--register', register, ...policy, '--workers', '1', ...more]);

describe('huijia determine', () => {
  test('prints a summary by division, with reasons and missing facts, and nobody’s own result', async () => {
    const { status, out, err } = await determine();
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('Childcare subsidy (cn/childcare-subsidy) 2026\n');
    expect(out).toMatch(/^990101000000 +220 /m);
    expect(out).toMatch(/^all +660 /m);
    expect(out).toMatch(/^ {2}isLiving\.no +\d+ {2}not so: the child is living$/m);
    expect(out).toMatch(/^ {2}inFullYears\.yes +\d+ {2}this year is paid in full$/m);
    expect(out).toMatch(/^ {2}fullAmount +\d+ {2}the full amount$/m);
    expect(out).toMatch(/^ {2}nationality +\d+ {2}nationality$/m);
    expect(out).not.toContain('p12');
    const chinese = await run(['determine', '--register', register, ...policy, '--workers', '1'], 'zh-CN');
    expect(chinese.out).toMatch(/^合计 +660 /m);
    expect(chinese.out).toMatch(/^ {2}isLiving\.no +\d+ {2}不符合“孩子健在”$/m);
  });

  test('--json gives totals and rates', async () => {
    const { out } = await determine('--json', '--out', 'json.parquet');
    const { totals, rates, ...head } = JSON.parse(out) as Record<string, Record<string, unknown>>;
    expect(head).toMatchObject({
      policy: 'cn/childcare-subsidy',
      period: '2026',
      on: '2026-01-01',
      out: 'json.parquet',
    });
    expect(totals).toMatchObject({ people: 660, subjects: 660, skipped: { people: 0, shards: 0 }, level: 'county' });
    const { eligible, notEligible, undetermined, amountFen } = totals as Record<string, number>;
    expect((eligible ?? 0) + (notEligible ?? 0) + (undetermined ?? 0)).toBe(660);
    expect(amountFen).toMatch(/^[1-9]\d*00$/);
    expect(Object.keys(rates ?? {}).toSorted()).toEqual([
      'determiningPersonsPerSecond',
      'peakMemoryBytes',
      'personsPerSecond',
      'seconds',
    ]);
  });

  test.each([
    [['--policy', 'cn/childcare-subsidi'], 'did you mean cn/childcare-subsidy?'],
    [['--period', '2035'], 'cn/childcare-subsidy does not cover 2035; it covers 2025–2028.'],
    [['--period', '2027'], 'The register shows 2026-01-01, before the first day of 2027'],
    [['--register', 'nowhere'], 'nowhere: is no register'],
    [['--on', '2025-12-31'], '--on 2025-12-31 is before 2026-01-01, the day of the register'],
    [['--by', 'street'], '--by is one of county, township, village, not street.'],
    [['--engine', 'steam'], '--engine is one of wasm, js, not steam.'],
    [['--workers', '0'], '--workers wants a whole number from 1 to 256, not 0.'],
    [['--on', '2025-02-30'], '--on wants a day of the calendar'],
    [['--out', 'people.csv'], '--out wants a .parquet file, not people.csv'],
    [['stray'], 'What is stray?'],
  ])('%j is refused with a sentence, as JSON too, before anything is written', async (given, sentence) => {
    const { status, err, out } = await determine('--json', '--out', 'refused.parquet', ...given);
    expect(status).toBeGreaterThan(0);
    expect(err).toContain(sentence);
    expect((JSON.parse(out) as { error: { message: string } }).error.message).toContain(sentence);
    expect(readdirSync(folder).filter((name) => name.startsWith('refused'))).toEqual([]);
  });

  test('a folder that is no register is not called a broken one, and how to make one is said', async () => {
    const { status, err } = await determine('--register', 'nowhere');
    expect([status, err.split('\n')]).toEqual([
      1,
      [
        'There is no register; nothing was determined and no result was written:',
        '  - nowhere: is no register: it has no register.json. Make one with huijia register build --from people.csv --to FOLDER',
        '',
      ],
    ]);
  });

  test('--skip-broken is offered where shards can be left out, and not where the whole register is broken', async () => {
    const spoilt = await registerOf(2, 10);
    truncateSync(join(spoilt, 'shards', '990101', 'birth.col'), 4);
    expect((await determine('--register', spoilt)).err).toContain('or add --skip-broken');
    truncateSync(join(spoilt, 'register.json'), 100);
    const { err } = await determine('--register', spoilt);
    expect(err).toContain('register.json: is broken: JSON\nBuild the register again.\n');
  });

  test('what is not given is asked for', async () => {
    expect((await run(['determine', ...policy])).err).toContain('Name the folder of the register with --register.');
    expect((await run(['determine', '--register', register])).err).toContain('Name the policy with --policy');
  });
});

describe('a run that is killed', () => {
  const huijia = fileURLToPath(new URL('../huijia.js', import.meta.url));

  test('goes on at its next shard when it is run again, and comes to the same', async () => {
    const many = await registerOf(60, 1000);
    const argv = ['determine', '--register', many, ...policy, '--workers', '1', '--json', '--out'];
    const whole = JSON.parse((await run([...argv, 'whole.parquet'])).out) as { totals: unknown };
    const out = join(folder, 'killed.parquet');
    const child = spawn(process.execPath, [huijia, ...argv, out], { stdio: 'ignore' });
    const ended = new Promise((resolve) => void child.once('exit', (_, signal) => resolve(signal)));
    const hasPart = (): boolean =>
      existsSync(`${out}.parts`) && readdirSync(`${out}.parts`).some((name) => /^\d.*\.json$/.test(name));
    while (child.exitCode === null && !hasPart()) await setImmediate();
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect(existsSync(out)).toBe(false);
    const again = JSON.parse((await run([...argv, 'killed.parquet'])).out) as {
      totals: unknown;
      resumedShards: number;
    };
    expect(again.resumedShards).toBeGreaterThan(0);
    expect(again.resumedShards).toBeLessThan(60);
    expect(again.totals).toEqual(whole.totals);
    expect(readFileSync(out)).toEqual(readFileSync(join(folder, 'whole.parquet')));
  });
});

describe('a run that is asked to stop', () => {
  const huijia = fileURLToPath(new URL('../huijia.js', import.meta.url));
  // Progress is drawn on a terminal: here a pipe is taken for one.
  const asTerminal = 'data:text/javascript,process.stderr.isTTY = true';

  /** Everybody is compared with everybody at home, and of what is not known of them all that may be is tried. */
  const slow = subsidy.replaceAll(/```(?:examples|table)\n.*?```\n/gs, '').replace(
    /```rule\n.*?```\n/s,
    `\`\`\`rule
for: person as child
facts: { birth: date, alive: boolean?, nationality: text? }
parameters:
  each: { type: money, values: { 2020-01-01: 1.00 }, source: scheme 一, words: { zh: "标准", en: rate } }
let:
  led: every p in child.members satisfies (p.alive or (some q in p.members satisfies (q.alive and q.birth < p.birth)))
eligible: led and child.nationality = "CN"
amount: each
\`\`\`

\`\`\`examples
- { child: { birth: 2025-05-01, alive: true, nationality: FR }, period: 2026, outcome: not-eligible }
\`\`\`
`,
  );

  /** A county of three people, and one where so many live in one home, which takes minutes. */
  function slowRegister(people: number): Promise<string> {
    const home = Array.from({ length: people }, (_, i) => {
      const birth = `${1940 + (i % 80)}-0${1 + (i % 9)}-1${i % 9}`;
      return `p${i},990101001001,home,${birth},${i % 20 === 0 ? '' : 'false'},CN`;
    });
    const few = Array.from({ length: 3 }, (_, i) => `q${i},990102001001,near,2020-01-01,true,CN`);
    return registerWith(`${['id,division,household,birth,alive,nationality', ...few, ...home].join('\n')}\n`);
  }

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends it within a shard; how far that was is shown, and what is finished is kept',
    async (signal) => {
      const slowly = await slowRegister(90);
      writeFileSync(join(folder, 'slow.md'), slow);
      const out = join(folder, `${signal}.parquet`);
      const policyFile = join(folder, 'slow.md');
      const argv = ['determine', '--register', slowly, '--policy', policyFile, '--period', '2026', '--out', out];
      const child = spawn(
        process.execPath,
        ['--import', asTerminal, huijia, ...argv, '--workers', '2', '--lang', 'en'],
        {
          stdio: ['ignore', 'ignore', 'pipe'],
        },
      );
      let [err, asked] = ['', false];
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text;
        // Three people are one shard; what gets on beyond them is the other.
        const done = [...err.matchAll(/% {2}(\d+) people/g)].map(([, people]) => Number(people));
        if (asked || !done.includes(3) || !done.some((people) => people > 3)) return;
        asked = true;
        child.kill(signal);
      });
      const status = await new Promise((resolve) => void child.once('close', resolve));
      expect([err, asked]).toEqual([expect.stringContaining('Stopped; 1 of 2 shard(s) were finished.'), true]);
      expect(err).toContain(`${signal}.parquet.parts; the same command goes on from there.`);
      expect(status).toBeGreaterThan(0);
      expect([existsSync(out), existsSync(`${out}.parts`)]).toEqual([false, true]);
    },
    60_000,
  );
});

describe('huijia rehearse', () => {
  const cheaper = subsidy
    .replace('{ 2025-01-01: 3600.00 }', '{ 2025-01-01: 4200.00 }')
    .replaceAll(/```(?:examples|table)\n.*?```\n/gs, '')
    .concat(
      '\n```examples\n- { child: { birth: 2025-05-01, alive: true, nationality: CN }, period: 2026, amount: 4200.00 }\n```\n',
    );

  test('tells who gains when one parameter changes, small counts hidden', async () => {
    writeFileSync(join(folder, 'more.md'), cheaper);
    const argv = ['rehearse', '--register', register, '--policy', 'more.md', '--against', 'cn/childcare-subsidy'];
    const { status, out, err } = await run([...argv, '--period', '2026', '--workers', '1']);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('in place of cn/childcare-subsidy 2026');
    expect(out).toMatch(/^eligible for more +\d+$/m);
    expect(out).toMatch(/^500–1,000 yuan +\d+ +0$/m);
    const json = await run([...argv, '--period', '2026', '--workers', '1', '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ leastShown: 10, people: 660, changes: { newly: 0, less: 0 } });
  });

  test('a policy that is not there is refused on either side', async () => {
    const argv = ['rehearse', '--register', register, '--period', '2026', '--policy', 'cn/childcare-subsidy'];
    expect((await run(argv)).err).toContain('Name the policy to compare with');
    expect((await run([...argv, '--against', 'cn/nothing'])).err).toContain('There is no policy cn/nothing.');
  });

  test('a day of asking before that of the register is refused', async () => {
    const sides = ['--policy', 'cn/childcare-subsidy', '--against', 'cn/childcare-subsidy', '--period', '2026'];
    const { status, err } = await run(['rehearse', '--register', register, ...sides, '--on', '2025-12-31'], 'zh-CN');
    expect([status, err]).toEqual([1, expect.stringContaining('--on 2025-12-31 早于名册的日期 2026-01-01')]);
  });
});
