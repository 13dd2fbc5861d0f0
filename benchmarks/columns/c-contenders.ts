import { join } from 'node:path';
import { inCheckout } from '../../building/checkout.ts';
import { type Contender, type Prepared, readyOrAbsent } from './contender.ts';
import { converse, order, output, readyBy } from './conversation.ts';

const sources = inCheckout('benchmarks/columns/c');
// gnu17 and these warnings off for brevity of the masks; nothing here changes what the code may assume.
const flags = ['-std=gnu17', '-O3', '-march=native', '-Wall', '-Werror', '-Wno-parentheses'];

async function compiled(source: string, folder: string, name: string, more: readonly string[]): Promise<string> {
  const program = join(folder, name);
  await order('gcc', [...flags, ...more, '-o', program, join(sources, source)], 60);
  return program;
}

async function prepare(name: string, source: string, more: readonly string[], folder: string): Promise<Prepared> {
  if ((await output('gcc', ['--version'])) === undefined) return { kind: 'absent', because: 'gcc is not installed' };
  return readyOrAbsent(async () => {
    const program = await compiled(source, folder, name, more);
    const keeping = await compiled(source, folder, `${name}-keeping`, [...more, '-DKEEP']);
    const orders = { run: 'run', check: 'check' };
    return readyBy(await converse(program, [folder]), orders, () => converse(keeping, [folder]));
  });
}

function contender(name: string, source: string, more: readonly string[]): Contender {
  return { name, prepare: (_, folder) => prepare(name, source, more, folder) };
}

/** Hand-written C at -O3 -march=native: the yardstick, the same with vectors written out, and as one would write it at first. */
export const cContenders: readonly Contender[] = [
  contender('c', 'blocked.c', []),
  contender('cVectors', 'blocked.c', ['-DVECTORS']),
  contender('cNested', 'nested.c', []),
];

/** The compiler that made them, for the figures. */
export async function compilerVersion(): Promise<string> {
  const [first = 'none'] = (await output('gcc', ['--version']))?.split('\n') ?? [];
  return first;
}
