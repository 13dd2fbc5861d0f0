import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCheckout } from '../../building/checkout.ts';
import { given } from './fresh-process.ts';

// What is imported here would be loaded before the clock runs: all else is imported below.

export interface ColdStartOptions {
  /** Its folder below `law/`. */
  readonly pack: string;
  readonly by: 'columns' | 'explain';
  /** Whether the pack's examples are run, or known by its digest to come out. */
  readonly examples: 'run' | 'known';
  /** From nothing once, or again and again in the same process. */
  readonly repeats: number;
}

/** Milliseconds of each part, once. */
export interface ColdStartFound {
  /** From the operating system's start of the process to our first line. */
  readonly processStart: number;
  /** Loading all that is needed. */
  readonly modules: number;
  readonly vocabulary: number;
  readonly pack: number;
  /** Of `columns` only. */
  readonly compile: number;
  readonly determine: number;
  /** From the texts in memory to the answer: the four parts above. */
  readonly total: number;
  readonly amountFen: string;
  /** The same a second time in the same process, and the last of `repeats`; 0 where it was done once. */
  readonly second: number;
  readonly warm: number;
}

const law = inCheckout('law');

/** A mother, a father and their child, in columns. */
async function run({ pack: name, by, examples, repeats }: ColdStartOptions): Promise<ColdStartFound> {
  const processStart = performance.now();
  const [{ readVocabulary }, { readPacks }, { determineHousehold }] = await Promise.all([
    import('../../rules/vocabulary.ts'),
    import('../../rules/referring-packs.ts'),
    by === 'columns' ? import('./cold-columns.ts') : import('./cold-explain.ts'),
  ]);
  const modules = performance.now() - processStart;
  const vocabularyText = readFileSync(join(law, 'vocabulary.yaml'), 'utf8');
  const packText = readFileSync(join(law, name, 'policy.md'), 'utf8');
  const once = (): Omit<ColdStartFound, 'processStart' | 'modules' | 'second' | 'warm'> => {
    const from = performance.now();
    const read = readVocabulary({ file: 'law/vocabulary.yaml', text: vocabularyText });
    if (read.kind === 'findings') throw new Error(JSON.stringify(read.findings));
    const vocabularyRead = performance.now();
    const file = { file: `law/${name}/policy.md`, text: packText, version: '0', tried: examples === 'known' };
    const [pack] = readPacks([file], read.vocabulary);
    if (pack?.kind !== 'pack') throw new Error('The pack has a fault');
    const packRead = performance.now();
    const { compiledAt, amountFen } = determineHousehold(pack.pack);
    const end = performance.now();
    return {
      vocabulary: vocabularyRead - from,
      pack: packRead - vocabularyRead,
      compile: compiledAt - packRead,
      determine: end - compiledAt,
      total: end - from,
      amountFen: String(amountFen),
    };
  };
  const first = once();
  const again = Array.from({ length: repeats }, () => once().total);
  return { processStart, modules, ...first, second: again[0] ?? 0, warm: again.at(-1) ?? 0 };
}

process.stdout.write(JSON.stringify(await run(given() as ColdStartOptions)));
