import { words } from './made/all.ts';
import type { ProblemWords } from '../../../building/http/problem.ts';
import type { FaultOfReturnFile } from '../case.ts';
import type { ReturnFileFault, ReturnFileProblem } from '../contract/return-file.ts';
import type { ImportedFile } from '../returns/return-store.ts';
import type { Imported } from '../returns/import.ts';
import { inEveryLanguage, inLanguage, type Language, type Localized } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { noSuchRecord } from '../../hall/guard.ts';
import { returnFaultWords } from './sentences.ts';

const notImported: Localized = inEveryLanguage(words, (w) => w.returnFileProblems.notImported);

export const noReturnFile: ProblemWords<'no-file'> = {
  code: 'no-file',
  title: inEveryLanguage(words, (w) => w.returnFileProblems.noReturnFileTitle),
  detail: inEveryLanguage(words, (w) => w.returnFileProblems.noReturnFileDetail),
};

export const returnFileTooLarge: ProblemWords<'too-large'> = {
  code: 'too-large',
  title: notImported,
  detail: inEveryLanguage(words, (w) => w.returnFileProblems.returnFileTooLargeDetail),
};

/** Why the bank's answer was not imported. */
export function importProblem(
  outcome: Exclude<Imported, { kind: 'imported' }>,
  language: Language,
): ProblemWords<ReturnFileProblem> {
  switch (outcome.kind) {
    case 'no-such-batch':
      return noSuchRecord;
    case 'too-large':
      return returnFileTooLarge;
    case 'already-imported':
    case 'already-reconciled':
      return {
        code: outcome.kind,
        title: notImported,
        detail: importedBefore(outcome.kind, outcome.before),
        more: { before: beforeShown(outcome.before) },
      };
    case 'not-released':
      return {
        code: outcome.kind,
        title: notImported,
        detail: inEveryLanguage(words, (w) => w.returnFileProblems.notReleasedDetail),
      };
    case 'other-batch':
      return {
        code: outcome.kind,
        title: notImported,
        detail: inEveryLanguage(words, (w) => w.returnFileProblems.otherBatchDetail({ number: outcome.number })),
        more: { batchNumber: outcome.number },
      };
    case 'faults':
      return {
        code: 'return-file-has-faults',
        title: notImported,
        detail: inEveryLanguage(words, (w) => w.problems.faultsDetail({ faults: outcome.faults.length })),
        more: {
          lines: outcome.faults.map(faultShown),
          faults: outcome.faults.map((fault) => placedFault(fault, language)),
        },
      };
    default:
      return unreachable(outcome);
  }
}

function importedBefore(
  kind: 'already-imported' | 'already-reconciled',
  { batchNumber, importedAt, importedBy }: ImportedFile,
): Localized {
  const at = new Date(importedAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  return kind === 'already-imported'
    ? inEveryLanguage(words, (w) =>
        w.returnFileProblems.fileWasImportedIntoBatch({ name: importedBy.name, at, batchNumber }),
      )
    : inEveryLanguage(words, (w) =>
        w.returnFileProblems.answerBatchWasImportedNothing({ batchNumber, name: importedBy.name, at }),
      );
}

function beforeShown({ batchNumber, importedAt, importedBy }: ImportedFile) {
  return { batchNumber, importedAt: importedAt.toISOString(), importedBy };
}

function faultShown(fault: FaultOfReturnFile): ReturnFileFault {
  const { line, record, reference, why } = fault;
  return {
    ...(line === undefined ? {} : { line }),
    ...(record === undefined ? {} : { record }),
    ...(reference === undefined ? {} : { reference }),
    why,
    words: returnFaultWords(fault),
  };
}

function placedFault(fault: FaultOfReturnFile, language: Language): { at: string; detail: string } {
  return {
    at: fault.line === undefined ? '/file' : `/file/${fault.line}`,
    detail: inLanguage(returnFaultWords(fault), language),
  };
}
