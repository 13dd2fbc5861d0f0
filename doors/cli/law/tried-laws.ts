import { createHash } from 'node:crypto';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCheckout } from '../../../building/checkout.ts';
import { engineSources } from '../../../building/engine-sources.ts';

/** Everything that an example's answer may hang on beside the texts. */
export const rooms = ['rules', 'values'] as const;

/** Beside what V8 compiled; `npm ci` empties it. */
export const keptHere = inCheckout('node_modules/.cache/huijia/tried');

/** Texts of the law of which the examples came out, by their digest: a command that determines need not run them again. */
export interface TriedLaws {
  readonly has: (texts: readonly string[]) => boolean;
  readonly add: (texts: readonly string[]) => void;
}

/** The engine by its files' sizes and times: much cheaper than reading them, and one that was touched is taken for another. */
function engineOf(): string {
  // The lock names the packages that it uses.
  const files = [...engineSources(rooms), 'package-lock.json'].map((path) => {
    const { mtimeMs, size } = statSync(inCheckout(path));
    return `${path} ${size} ${mtimeMs}`;
  });
  return [process.version, ...files].join('\n');
}

/**
 * Remembers in a folder, one empty file for each digest. A folder that can't be read or written remembers nothing, which costs time alone.
 * What is remembered is the whole of what an answer hangs on: texts and engine.
 */
export function triedLawsIn(folder: string, engine: () => string = engineOf): TriedLaws {
  let engineKnown: string | undefined;
  const pathOf = (texts: readonly string[]): string => {
    engineKnown ??= engine();
    // Lengths, so that no two lists of texts run together to the same.
    const digest = createHash('sha256').update(engineKnown);
    for (const text of texts) digest.update(`\n${text.length}\n`).update(text);
    return join(folder, digest.digest('hex'));
  };
  return {
    has: (texts) => {
      try {
        return statSync(pathOf(texts)).isFile();
      } catch {
        return false;
      }
    },
    add: (texts) => {
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(pathOf(texts), '');
      } catch {
        // It is run again next time.
      }
    },
  };
}
