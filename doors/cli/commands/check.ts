import { resolve } from 'node:path';
import { readWorkingDays } from '../../../rules/calendar.ts';
import type { Finding } from '../../../rules/finding.ts';
import { namedTwice } from '../../../rules/pack/text/references.ts';
import { readVocabulary } from '../../../rules/vocabulary.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { Given } from '../arguments.ts';
import { findingText, linesOf, pathFrom, unreadText } from '../law/findings.ts';
import { exit, type Exit, type Io } from '../io.ts';
import { findLawFiles, type LawFile, readPackAt, readText } from '../law/law-files.ts';
import { wordsIn } from '../words/made/all.ts';

interface Checked {
  readonly packs: number;
  readonly files: number;
  readonly findings: readonly Finding[];
  /** Files that could not be read at all, in words. */
  readonly unread: readonly string[];
}

type FileChecked = { readonly findings: readonly Finding[] } | { readonly unread: string };

function checkPack(io: Io, path: string): FileChecked {
  const read = readPackAt(path, { shown: pathFrom(io.cwd), further: io.further });
  switch (read.kind) {
    case 'pack':
      return { findings: read.warnings };
    case 'findings':
    case 'no-vocabulary':
      return { findings: read.findings };
    case 'unread':
      return { unread: unreadText(read.why, read.path, wordsIn(io.language)) };
  }
  return unreachable(read);
}

/** A vocabulary or a holiday notice: a text of which the reader tells the faults. */
function checkText(io: Io, path: string, faults: (file: string, text: string) => readonly Finding[]): FileChecked {
  const shown = pathFrom(io.cwd)(path);
  const read = readText(path);
  if (read.kind !== 'text') return { unread: unreadText(read.kind, shown, wordsIn(io.language)) };
  return { findings: faults(shown, read.text) };
}

function checkFile(io: Io, { kind, path }: LawFile): FileChecked {
  switch (kind) {
    case 'pack':
      return checkPack(io, path);
    case 'vocabulary':
      return checkText(io, path, (file, text) => {
        const read = readVocabulary({ file, text });
        return read.kind === 'findings' ? read.findings : [];
      });
    case 'notice':
      return checkText(io, path, (file, text) => {
        const read = readWorkingDays([{ file, text }]);
        return read.kind === 'findings' ? read.findings : [];
      });
  }
  return unreachable(kind);
}

/** Commands that determine refuse a name that two packs have. */
function checkNames(io: Io, files: readonly LawFile[]): readonly Finding[] {
  const packs = files.flatMap(({ kind, path }) => {
    const read = kind === 'pack' ? readText(path) : undefined;
    return read?.kind === 'text' ? [{ file: pathFrom(io.cwd)(path), text: read.text }] : [];
  });
  return namedTwice(packs);
}

function checkAll(io: Io, files: readonly LawFile[]): Checked {
  const results = files.map((file) => checkFile(io, file));
  const told = results.flatMap((result) => ('findings' in result ? result.findings : []));
  const findings = [...told, ...checkNames(io, files)];
  const unique = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return {
    packs: files.filter(({ kind }) => kind === 'pack').length,
    files: files.length,
    findings: [...unique.values()],
    unread: results.flatMap((result) => ('unread' in result ? [result.unread] : [])),
  };
}

function printText(io: Io, checked: Checked, errors: number): void {
  const lines = new Map<string, readonly string[]>();
  const linesIn = (file: string): readonly string[] => {
    const known = lines.get(file);
    if (known !== undefined) return known;
    const read = readText(resolve(io.cwd, file));
    const found = read.kind === 'text' ? linesOf(read.text) : [];
    lines.set(file, found);
    return found;
  };
  for (const sentence of checked.unread) io.err(`${sentence}\n`);
  for (const finding of checked.findings) io.out(findingText(finding, linesIn(finding.span.file), io.language));
  const warnings = checked.findings.filter(({ severity }) => severity === 'warning').length;
  io.out(`${wordsIn(io.language).summary({ packs: checked.packs, files: checked.files, errors, warnings })}\n`);
}

/** `huijia check <path…>`: every fault of packs, vocabularies and holiday notices. */
export function check(io: Io, given: Given): Exit {
  const words = wordsIn(io.language);
  const asJson = given.values['json'] === true;
  const refuse = (code: string, message: string, status: Exit): Exit => {
    io.err(`${message}\n`);
    if (asJson) io.out(`${JSON.stringify({ error: { code, message } })}\n`);
    return status;
  };
  if (given.positionals.length === 0) return refuse('usage', words.noPath, exit.usage);
  const files = new Map<string, LawFile>();
  for (const written of given.positionals) {
    const found = findLawFiles(resolve(io.cwd, written));
    if (found.kind !== 'files') return refuse(found.kind, unreadText(found.kind, written, words), exit.faults);
    // A check that read nothing has shown nothing.
    if (found.files.length === 0)
      return refuse('nothing-to-check', words.nothingToCheck({ path: written }), exit.usage);
    for (const file of found.files) files.set(file.path, file);
  }
  const checked = checkAll(io, [...files.values()]);
  const errors = checked.findings.filter(({ severity }) => severity === 'error').length + checked.unread.length;
  if (asJson) io.out(`${JSON.stringify({ ...checked, errors }, null, 2)}\n`);
  else printText(io, checked, errors);
  return errors === 0 ? exit.fine : exit.faults;
}
