import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import type { Finding } from '../../../rules/finding.ts';
import { contains, type Division } from '../../../values/division.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import { words } from '../words/made/all.ts';
import { madeLanguages } from '../../../building/catalogue/written.ts';
import { engineDigest } from '../../../building/engine-sources.ts';
import { lawFolder } from '../../hall/law-folder.ts';
import { nearest } from '../../../rules/check/tell/nearest.ts';
import { readPacks } from '../../../rules/referring-packs.ts';
import { readVocabulary } from '../../../rules/vocabulary.ts';
import { type FileText, type PolicyText, policyTextOf } from './policy-text.ts';

/** The law as this house applies it: every pack of the folder that is without a fault. */
export interface PackShelf {
  readonly packs: readonly Pack[];
  /** Names the engine that carries them out, by the digest of its own source. */
  readonly engine: string;
  /** The texts of these packs, as they are kept for good when they are published. */
  readonly texts: readonly PolicyText[];
  /** Packs that left the folder, as far as cases asked for them; undefined is one that this engine no longer takes. */
  readonly readAgain: Map<string, Pack | undefined>;
  /** Every fault of every pack; a pack with errors is not on the shelf, the others are. */
  readonly findings: readonly Finding[];
  /** The pack of a policy (`cn/home-care`), or the published policy whose name is nearest to what was asked for. */
  find(
    policy: string,
  ): { readonly kind: 'pack'; readonly pack: Pack } | { readonly kind: 'unknown-policy'; readonly nearest?: string };
}

/**
 * Reads every `policy.md` below the folder: `law/<name>/` and `law/cn/<name>/`, and `law/<six digits>/<name>/` of a province, city or
 * county, which publishes for its own division alone. Throws when the folder has no vocabulary: then there is no law to apply.
 */
export async function openShelf(folder: string = lawFolder): Promise<PackShelf> {
  const vocabulary = await readFile(join(folder, 'vocabulary.yaml'), 'utf8');
  const read = readVocabulary({ file: 'law/vocabulary.yaml', text: vocabulary, further: madeLanguages });
  if (read.kind === 'findings') return shelfOf([], [], read.findings);
  const files = await policyFiles(folder);
  const texts = files.map((file) => policyTextOf(file, files, vocabulary));
  const packs: Pack[] = [];
  const findings: Finding[] = [];
  const lawTexts = files.map((file, i) => ({ ...file, version: texts[i]?.digest ?? '', further: madeLanguages }));
  const fileOf = new Map(lawTexts.map(({ version, file }) => [version, file]));
  for (const found of readPacks(lawTexts, read.vocabulary)) {
    findings.push(...(found.kind === 'pack' ? found.warnings : found.findings));
    if (found.kind !== 'pack') continue;
    const beyond = beyondItsFolder(fileOf.get(found.pack.info.version) ?? '', found.pack.info);
    if (beyond === undefined) packs.push(found.pack);
    else findings.push(beyond);
  }
  const shelved = new Set(packs.map(({ info }) => info.version));
  return shelfOf(
    packs,
    texts.filter(({ digest }) => shelved.has(digest)),
    findings,
  );
}

async function policyFiles(folder: string): Promise<readonly FileText[]> {
  const names = await foldersIn(folder);
  const inner = await Promise.all(
    names.map(async (name) => (await foldersIn(join(folder, name))).map((one) => `${name}/${one}`)),
  );
  const files = await Promise.all(
    [...names, ...inner.flat()].map(async (name) => {
      const text = await readFile(join(folder, name, 'policy.md'), 'utf8').catch(absent);
      return text === undefined ? [] : [{ file: `law/${name}/policy.md`, text }];
    }),
  );
  return files.flat();
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** A pack in a folder of six digits is of that province, city or county, or of a division within it: nobody publishes law for others. */
function beyondItsFolder(file: string, { division }: Pack['info']): Finding | undefined {
  const [, code] = /^law\/(\d{6})\//.exec(file) ?? [];
  if (code === undefined || contains(`${code}000000` as Division, division as Division)) return undefined;
  return {
    code: 'beyond-its-division',
    severity: 'error',
    words: inEveryLanguage(words, (w) => w.shelf.beyondItsDivision({ division, code })),
    span: { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** As many as name it, and no more in each case's row. */
const engineDigits = 16;

function shelfOf(packs: readonly Pack[], texts: readonly PolicyText[], findings: readonly Finding[]): PackShelf {
  const byPolicy = new Map(packs.map((pack) => [pack.info.policy, pack]));
  return {
    packs,
    engine: engineDigest(['rules', 'values']).slice(0, engineDigits),
    texts,
    readAgain: new Map(),
    findings,
    find(policy) {
      const pack = byPolicy.get(policy);
      if (pack !== undefined) return { kind: 'pack', pack };
      const near = nearest(policy, byPolicy.keys());
      return { kind: 'unknown-policy', ...(near !== undefined && { nearest: near }) };
    },
  };
}
