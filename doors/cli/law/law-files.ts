import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { inCheckout } from '../../../building/checkout.ts';
import type { FurtherLanguage } from '../../../rules/pack/text/further.ts';
import type { Finding } from '../../../rules/finding.ts';
import { referencesIn } from '../../../rules/pack/text/references.ts';
import type { PackRead } from '../../../rules/read-pack.ts';
import { type LawText, readPackAmong } from '../../../rules/referring-packs.ts';
import { readVocabulary, type Vocabulary } from '../../../rules/vocabulary.ts';
import { type FileText, policyTextOf } from '../../../office/benefits/law/policy-text.ts';
import type { TriedLaws } from './tried-laws.ts';

/** Larger files are not read into memory at all; the reader's own limit is stricter. */
const mostBytes = 64 * 1024 * 1024;

/** The law of this checkout. */
export const houseLaw = inCheckout('law');

export type TextRead =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' | 'unreadable' | 'not-utf-8' | 'too-large' };

/** Reads a file as UTF-8, strictly: a GB 18030 file is told, not garbled. */
export function readText(path: string): TextRead {
  try {
    if (statSync(path).size > mostBytes) return { kind: 'too-large' };
    const bytes = readFileSync(path);
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'not-utf-8' };
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { kind: missing ? 'missing' : 'unreadable' };
  }
}

export type LawFile =
  | { readonly kind: 'pack'; readonly path: string }
  | { readonly kind: 'vocabulary'; readonly path: string }
  | { readonly kind: 'notice'; readonly path: string };

/** What a file is, by where it lies; a Markdown file named by hand is taken for a pack. */
function lawFile(path: string, named: boolean): LawFile | undefined {
  const name = basename(path);
  if (name === 'policy.md' || (named && name.endsWith('.md'))) return { kind: 'pack', path };
  if (name === 'vocabulary.yaml') return { kind: 'vocabulary', path };
  return basename(dirname(path)) === 'working-days' && name.endsWith('.yaml') ? { kind: 'notice', path } : undefined;
}

export type FilesFound =
  | { readonly kind: 'files'; readonly files: readonly LawFile[] }
  | { readonly kind: 'missing' | 'unreadable' };

/** The files of the law at or under the path, in order of name. */
export function findLawFiles(path: string): FilesFound {
  try {
    if (!statSync(path).isDirectory()) {
      const file = lawFile(path, true);
      return { kind: 'files', files: file ? [file] : [] };
    }
    const entries = readdirSync(path, { withFileTypes: true, recursive: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !relative(path, file).split(/[\\/]/).includes('node_modules'))
      .toSorted()
      .map((file) => lawFile(file, false))
      .filter((file) => file !== undefined);
    return { kind: 'files', files };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { kind: missing ? 'missing' : 'unreadable' };
  }
}

/** The vocabulary that a pack uses: the nearest above it, else this house's. */
function vocabularyFor(pack: string): string {
  for (let folder = dirname(resolve(pack)); ; folder = dirname(folder)) {
    const path = join(folder, 'vocabulary.yaml');
    if (existsSync(path)) return path;
    if (folder === dirname(folder)) return join(houseLaw, 'vocabulary.yaml');
  }
}

export type PackAtPath =
  | PackRead
  | { readonly kind: 'unread'; readonly why: Exclude<TextRead['kind'], 'text'>; readonly path: string }
  | { readonly kind: 'no-vocabulary'; readonly findings: readonly Finding[] };

function readVocabularyAt(
  path: string,
  shown: string,
  further: readonly FurtherLanguage[],
): { readonly vocabulary: Vocabulary; readonly text: string } | PackAtPath {
  const read = readText(path);
  if (read.kind !== 'text') return { kind: 'unread', why: read.kind, path: shown };
  const vocabulary = readVocabulary({ file: shown, text: read.text, further });
  if (vocabulary.kind === 'findings') return { kind: 'no-vocabulary', findings: vocabulary.findings };
  return { vocabulary: vocabulary.vocabulary, text: read.text };
}

/** Every pack below the folder but one; a file that cannot be read is left out, and told when it is checked itself. */
function packTexts(folder: string, but: string, shown: (path: string) => string): readonly FileText[] {
  const found = findLawFiles(folder);
  const paths = found.kind === 'files' ? found.files.filter(({ kind }) => kind === 'pack').map(({ path }) => path) : [];
  return paths.flatMap((path) => {
    const read = resolve(path) === resolve(but) ? undefined : readText(path);
    return read?.kind === 'text' ? [{ file: shown(path), text: read.text }] : [];
  });
}

/** Where a pack's vocabulary and the packs that it refers to are looked for, and whether its examples are always run. */
interface ReadingAt {
  /** How a path is written in findings. */
  readonly shown: (path: string) => string;
  /** A folder of the law that was named gives vocabulary and packs; without one they lie above the pack. */
  readonly law?: string | undefined;
  /** Laws of which the examples came out before; without it they are run. */
  readonly tried?: TriedLaws;
  readonly further: readonly FurtherLanguage[];
}

/** Reads and checks the pack at the path. */
export function readPackAt(path: string, { shown, law, tried, further }: ReadingAt): PackAtPath {
  const read = readText(path);
  if (read.kind !== 'text') return { kind: 'unread', why: read.kind, path: shown(path) };
  const named = law === undefined ? undefined : join(law, 'vocabulary.yaml');
  const vocabularyPath = named !== undefined && existsSync(named) ? named : vocabularyFor(path);
  const found = readVocabularyAt(vocabularyPath, shown(vocabularyPath), further);
  if ('kind' in found) return found;
  const own: FileText = { file: shown(path), text: read.text };
  // The packs it may refer to lie where its vocabulary lies.
  const others = referencesIn(own).length === 0 ? [] : packTexts(dirname(vocabularyPath), path, shown);
  const texts = [found.text, own.text, ...others.map(({ text }) => text)];
  const known = tried?.has(texts) === true;
  // As a case names it, so that both can be compared.
  const { digest: version } = policyTextOf(own, others, found.text);
  const trusted = (text: FileText): LawText => ({ ...text, version, tried: known, further });
  const pack = readPackAmong(trusted(own), others.map(trusted), found.vocabulary);
  if (pack.kind === 'pack' && !known) tried?.add(texts);
  return pack;
}
