import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inCheckout, moduleBeside } from '../building/checkout.ts';
import { compare } from './compare/compare.ts';
import { type Benchmark, type Figures, machine } from './benchmark.ts';

// `npm run bench -- [name …] [--json] [--save] [--counties N]`, and `npm run bench -- compare` (see compare/)

const ending = '.bench.ts';
const results = inCheckout('benchmarks/results');

interface Asked {
  readonly names: readonly string[];
  readonly json: boolean;
  readonly save: boolean;
  readonly counties?: string;
}

async function known(): Promise<readonly string[]> {
  const names = await readdir(inCheckout('benchmarks'));
  return names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
}

function readAsked(): Asked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
      counties: { type: 'string' },
    },
  });
  return { names: positionals, ...values };
}

async function load(name: string): Promise<Benchmark> {
  const loaded = (await import(moduleBeside(import.meta.url, `${name}.bench`).href)) as { benchmark: Benchmark };
  return loaded.benchmark;
}

function show(name: string, { title, aim }: Benchmark, figures: Figures): void {
  const flat = Object.entries(figures).flatMap(([key, value]) =>
    typeof value === 'object' ? Object.entries(value).map(([inner, one]) => [`${key}.${inner}`, one]) : [[key, value]],
  );
  const width = Math.max(...flat.map(([key]) => String(key).length));
  const rows = flat.map(([key, value]) => `  ${String(key).padEnd(width)}  ${value}`);
  process.stdout.write(`${name}: ${title}\n  aim: ${aim}\n${rows.join('\n')}\n\n`);
}

async function save(name: string, figures: Figures, before: Figures): Promise<void> {
  await mkdir(results, { recursive: true });
  const measured = { measuredOn: new Date().toISOString().slice(0, 10), ...figures, machine: before };
  await writeFile(join(results, `${name}.json`), `${JSON.stringify(measured, undefined, 2)}\n`);
}

async function runAll({ names, json, save: keep, counties }: Asked): Promise<void> {
  const all = await known();
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`No benchmark ${unknown.join(', ')}. There are: ${all.join(', ')}\n`);
    process.exitCode = 1;
    return;
  }
  const found: Record<string, Figures> = {};
  for (const name of names.length > 0 ? names : all) {
    const benchmark = await load(name);
    const before = machine();
    const figures = await benchmark.run(counties === undefined ? {} : { counties: Number(counties) });
    found[name] = figures;
    if (!json) show(name, benchmark, figures);
    if (keep) {
      await save(name, figures, before);
      await benchmark.keep?.(figures);
    }
  }
  const [only] = names.length === 1 ? names : [];
  if (json) process.stdout.write(`${JSON.stringify(only === undefined ? found : found[only], undefined, 2)}\n`);
}

const [first, ...more] = process.argv.slice(2);
if (first === 'compare') process.exitCode = await compare(more);
else await runAll(readAsked());
