import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inCheckout } from '../../building/checkout.ts';
import { type Absent, type Contender, type Prepared, readyOrAbsent } from './contender.ts';
import { converse, order, output, readyBy } from './conversation.ts';

const sources = inCheckout('benchmarks/columns/openfisca');
const requirements = join(sources, 'requirements.txt');
/** OpenFisca is installed once, beside the packages of npm, and no git knows of it. */
const environment = inCheckout('node_modules/.cache/benchmark-openfisca');
const python = join(environment, 'bin', 'python');

async function isInstalled(): Promise<boolean> {
  const found = await output(python, [
    '-c',
    'from importlib.metadata import version; print(version("openfisca-core"))',
  ]);
  return found === '46.0.1';
}

async function install(): Promise<Absent | undefined> {
  if (await isInstalled()) return undefined;
  if ((await output('python3', ['--version'])) === undefined)
    return { kind: 'absent', because: 'python3 is not installed' };
  try {
    await mkdir(environment, { recursive: true });
    await order('python3', ['-m', 'venv', '--clear', environment], 120);
    await order(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements], 300);
    await access(python);
  } catch (error) {
    const [first = ''] = String(error).trim().split('\n').slice(-1);
    return { kind: 'absent', because: `pip could not install openfisca-core 46.0.1: ${first.slice(0, 200)}` };
  }
  return undefined;
}

function contender(name: string, dates: 'dates' | 'packed', orderToRun: 'calculate' | 'all'): Contender {
  return {
    name,
    async prepare(_, folder): Promise<Prepared> {
      const absent = await install();
      if (absent !== undefined) return absent;
      return readyOrAbsent(async () => {
        // -B: no compiled files in the sources' folder.
        const conversation = await converse(python, ['-B', join(sources, 'serve.py'), folder, dates]);
        return readyBy(conversation, { run: orderToRun, check: 'check' });
      });
    },
  };
}

/**
 * OpenFisca on the same people: the variables alone, and with building the simulation from arrays, as its users write; then the variables
 * alone as fast as it can be, on dates packed as ours are.
 */
export const openFiscaContenders: readonly Contender[] = [
  contender('openFiscaCalculate', 'dates', 'calculate'),
  contender('openFiscaAll', 'dates', 'all'),
  contender('openFiscaPackedCalculate', 'packed', 'calculate'),
];
