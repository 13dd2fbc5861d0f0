import type { ProblemWords } from '../../../building/http/problem.ts';
import type { FaultOfReturnFile } from '../case.ts';
import type { ReturnFileFault, ReturnFileProblem } from '../contract/return-file.ts';
import type { ImportedFile } from '../overview/overview-store.ts';
import type { Imported } from '../returns/import.ts';
import { inLanguage, type Language, type Localized } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { noSuchRecord } from '../../hall/guard.ts';
import { returnFaultWords } from './words.ts';

const notImported: Localized = { 'zh-CN': '没有导入', en: 'Not imported' };

export const noReturnFile: ProblemWords<'no-file'> = {
  code: 'no-file',
  title: { 'zh-CN': '没有选文件', en: 'No file was chosen' },
  detail: { 'zh-CN': '请选银行给的回盘文件。', en: 'Choose the file that the bank gave you.' },
};

export const returnFileTooLarge: ProblemWords<'too-large'> = {
  code: 'too-large',
  title: notImported,
  detail: {
    'zh-CN': '文件超过 20 MB，不像是回盘文件。什么都没有改动。',
    en: 'The file is above 20 MB, which no bank’s answer is. Nothing was changed.',
  },
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
        detail: {
          'zh-CN': '这一批还没有放行，不会有银行的回盘文件。',
          en: 'This batch is not released, so the bank has no answer to it.',
        },
      };
    case 'other-batch':
      return {
        code: outcome.kind,
        title: notImported,
        detail: {
          'zh-CN': `这是批次 ${outcome.number} 的回盘文件，请到那一批导入。什么都没有改动。`,
          en: `This is the answer to batch ${outcome.number}: import it there. Nothing was changed.`,
        },
        more: { batchNumber: outcome.number },
      };
    case 'faults':
      return {
        code: 'return-file-has-faults',
        title: notImported,
        detail: {
          'zh-CN': `文件有 ${outcome.faults.length} 处问题，一行也没有导入。请让银行更正后再导入。`,
          en: `The file has ${outcome.faults.length} ${outcome.faults.length === 1 ? 'fault' : 'faults'}; not one line was imported. Have the bank correct it, then import it again.`,
        },
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
    ? {
        'zh-CN': `这份文件已由${importedBy.name}于 ${at} 导入批次 ${batchNumber}。什么都没有改动。`,
        en: `This file was imported into batch ${batchNumber} by ${importedBy.name} at ${at}. Nothing was changed.`,
      }
    : {
        'zh-CN': `批次 ${batchNumber} 的回盘文件已由${importedBy.name}于 ${at} 导入。什么都没有改动。`,
        en: `The answer to batch ${batchNumber} was imported by ${importedBy.name} at ${at}. Nothing was changed.`,
      };
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
