import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inCheckout } from '../../building/checkout.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import { readPack } from '../../rules/read-pack.ts';
import { readVocabulary } from '../../rules/vocabulary.ts';
import { day } from '../../values/day.ts';

const folder = inCheckout('benchmarks/columns');

/** The period that all runs here determine, and the day on which they ask. */
export const periodText = '2025';
export const asked = day('2026-01-01');

/** The other parameters of variant `n`: the line, and what a minor is paid. */
const changesOf = (n: number): readonly (readonly [string, string])[] => [
  ['policy: bench/household-support', `policy: bench/household-support-${n}`],
  ['{ 2025-01-01: 1800.00 }', `{ 2025-01-01: ${1800 + 25 * n}.00 }`],
  ['{ 2025-01-01: 300.00 }', `{ 2025-01-01: ${300 + n}.00 }`],
];

function replaced(text: string, [from, to]: readonly [string, string]): string {
  if (!text.includes(from)) throw new Error(`policy.md has no ${from}`);
  return text.replace(from, to);
}

/** The benchmark's policy (variant 0) and others that differ in their parameters. Throws when one has a fault. */
export async function variants(count: number): Promise<readonly Pack[]> {
  const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  const found = readVocabulary({ file: 'vocabulary.yaml', text: await text('vocabulary.yaml') });
  if (found.kind === 'findings') throw new Error(JSON.stringify(found.findings));
  const written = await text('policy.md');
  return Array.from({ length: count }, (_, n) => {
    const changed = n === 0 ? written : changesOf(n).reduce(replaced, written);
    const read = readPack({ file: 'policy.md', text: changed, version: String(n), vocabulary: found.vocabulary });
    if (read.kind === 'findings') throw new Error(read.findings.map(({ words }) => words.en).join('\n'));
    return read.pack;
  });
}
