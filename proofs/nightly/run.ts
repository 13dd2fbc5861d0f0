import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { checkout } from '../../building/checkout.ts';

// `npm run nightly -- [name …]`: what takes too long for `npm test`. Exit code 0 when all of it went well, 1 when something didn't, 2 for
// an unknown name.

const vitest = (project: string): readonly string[] =>
  `npx vitest run --config proofs/nightly/vitest.config.ts --project ${project}`.split(' ');
const script = (name: string, ...more: readonly string[]): readonly string[] => ['npm', 'run', name, '--', ...more];

const steps: ReadonlyMap<string, { readonly what: string; readonly words: readonly string[] }> = new Map([
  ['random', { what: 'tests with random input, for longer and from a new seed', words: vitest('random') }],
  ['large', { what: 'what is too large for the day (*.nightly.ts)', words: vitest('large') }],
  [
    'agreement',
    {
      what: 'ten million pairs of random rules and people, every back end',
      words: script('agreement', '--workers', '2', '--sql-every', '3'),
    },
  ],
  ['mutation', { what: 'whether the tests of the rules find a changed program', words: script('mutation') }],
  [
    'figures',
    {
      what: 'the large benchmarks',
      words: script('bench', 'nation', 'scale', 'growth', 'home', 'national-2025', 'start'),
    },
  ],
]);

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs one; gives how it ended. */
async function run(name: string, words: readonly string[]): Promise<{ readonly fine: boolean; readonly said: string }> {
  const [program = '', ...given] = words;
  const from = performance.now();
  const child = spawn(program, given, { cwd: checkout, stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as [number | null];
  const minutes = ((performance.now() - from) / 60_000).toFixed(1);
  return { fine: code === 0, said: `${name}: ${code === 0 ? 'fine' : `ended with ${code}`}, ${minutes} min` };
}

async function runAll(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !steps.has(name));
  if (unknown.length > 0) {
    tell(`Nothing is called ${unknown.join(', ')}. There are:`);
    for (const [name, { what }] of steps) tell(`  ${name.padEnd(10)} ${what}`);
    return 2;
  }
  const ended = [];
  for (const [name, { what, words }] of steps) {
    if (names.length > 0 && !names.includes(name)) continue;
    tell(`\n${name}: ${what}`);
    ended.push(await run(name, words));
  }
  tell(`\n${ended.map(({ said }) => said).join('\n')}`);
  return ended.every(({ fine }) => fine) ? 0 : 1;
}

process.exitCode = await runAll(process.argv.slice(2));
