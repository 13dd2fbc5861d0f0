import type { ProblemWords } from '../../../building/http/problem.ts';
import { type Localized, inLanguage, type Language } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { noSuchRecord } from '../../hall/guard.ts';
import { nobodyActsTwiceWords } from '../../hall/hands.ts';
import type { Appropriated } from '../ledger/appropriate.ts';
import type { FaultOfReturnFile } from '../case.ts';
import type { ReturnFileFault } from '../contract/return-file.ts';
import type { Cancelled, HeldBack } from '../batch/draft.ts';
import type { Imported } from '../returns/import.ts';
import type { Mended } from '../returns/correct-account.ts';
import type { ImportedFile } from '../overview/overview-store.ts';
import type { Released } from '../batch/release.ts';
import type { BankFileMade } from '../batch/send.ts';
import { releaseRefusalWords, returnFaultWords } from '../words/words.ts';

// How this desk's refusals are said over HTTP: status, code, what happened, what to do.

/** A payment that waits for somebody to look after its account. */
export function heldBackShown({ paymentId, why }: HeldBack) {
  const words: Record<HeldBack['why'], Localized> = {
    'account-closed': {
      'zh-CN': '账户已停用，请联系家庭更换。',
      en: 'The account is closed; ask the family for another.',
    },
    'holder-died': {
      'zh-CN': '账户所有人已去世，请联系家庭更换。',
      en: 'The account’s holder has died; ask the family for another.',
    },
  };
  return { paymentId, why: words[why] };
}

export function nothingDue(heldBack: readonly HeldBack[]): ProblemWords {
  return {
    status: 409,
    code: 'nothing-due',
    title: { 'zh-CN': '到这一天没有可发的款项', en: 'No payment is due by that day' },
    detail: {
      'zh-CN': '没有生成批次。换一个日期，或先处理停用的账户。',
      en: 'No batch was made. Choose another day, or look after closed accounts first.',
    },
    more: { heldBack: heldBack.map(heldBackShown) },
  };
}

export const dayInThePast: ProblemWords = {
  status: 422,
  code: 'day-in-the-past',
  title: { 'zh-CN': '付款日期已经过了', en: 'That pay day has passed' },
  detail: { 'zh-CN': '请选今天或以后的日期。', en: 'Choose today or a later day.' },
};

/** Why a batch was not released. */
export function releaseProblem(outcome: Exclude<Released, { kind: 'released' }>): ProblemWords {
  const title: Localized = { 'zh-CN': '没有放行', en: 'Not released' };
  switch (outcome.kind) {
    case 'no-such-batch':
      return noSuchRecord;
    case 'nobody-acts-twice':
      return {
        status: 409,
        code: outcome.kind,
        title,
        detail: nobodyActsTwiceWords,
        more: { caseIds: outcome.caseIds },
      };
    case 'stale': {
      const { version, progress } = outcome.batch;
      return {
        status: 409,
        code: outcome.kind,
        title,
        detail: releaseRefusalWords(outcome),
        more: { version, state: progress.state },
      };
    }
    case 'not-for-the-file':
    case 'deposit-short':
      return { status: 422, code: outcome.kind, title, detail: releaseRefusalWords(outcome) };
    case 'already-released':
    case 'cancelled':
    case 'funds-come-first':
    case 'same-person':
    case 'lines-changed':
      return { status: 409, code: outcome.kind, title, detail: releaseRefusalWords(outcome) };
    default:
      return unreachable(outcome);
  }
}

/** Why a batch was not taken back. */
export function cancelProblem(outcome: Exclude<Cancelled, { kind: 'cancelled' }>): ProblemWords {
  const title: Localized = { 'zh-CN': '没有取消', en: 'Not cancelled' };
  switch (outcome.kind) {
    case 'no-such-batch':
      return noSuchRecord;
    case 'stale': {
      const { version, progress } = outcome.batch;
      const detail = {
        'zh-CN': '批次已经有了变化，请看过现在的样子再取消。',
        en: 'The batch has changed. Look at it as it is now, then cancel it.',
      };
      return { status: 409, code: 'stale', title, detail, more: { version, state: progress.state } };
    }
    case 'already-released':
      return {
        status: 409,
        code: outcome.kind,
        title,
        detail: { 'zh-CN': '钱已经放行给银行，不能再取消。', en: 'The money is released to the bank already.' },
      };
    case 'already-cancelled':
      return { status: 409, code: outcome.kind, title, detail: releaseRefusalWords({ kind: 'cancelled' }) };
    default:
      return unreachable(outcome);
  }
}

/** Why there is no file for the bank. */
export function bankFileProblem(outcome: Exclude<BankFileMade, { kind: 'made' }>): ProblemWords {
  const title: Localized = { 'zh-CN': '没有生成银行文件', en: 'No file for the bank' };
  switch (outcome.kind) {
    case 'no-such-batch':
      return noSuchRecord;
    case 'not-released':
      return {
        status: 409,
        code: outcome.kind,
        title,
        detail: { 'zh-CN': '两次放行之后才生成银行文件。', en: 'It is made after both releases.' },
      };
    case 'made-otherwise':
      return {
        status: 409,
        code: outcome.kind,
        title,
        detail: {
          'zh-CN': '这一批已经按另一种格式设置生成过文件，银行可能已收到。请先改回原来的设置，避免重复付款。',
          en: 'This batch was made into a file under another layout, and the bank may hold it. Restore that layout first, so that nothing is paid twice.',
        },
      };
    default:
      return unreachable(outcome);
  }
}

const notImported: Localized = { 'zh-CN': '没有导入', en: 'Not imported' };

export const noReturnFile: ProblemWords = {
  status: 422,
  code: 'no-file',
  title: { 'zh-CN': '没有选文件', en: 'No file was chosen' },
  detail: { 'zh-CN': '请选银行给的回盘文件。', en: 'Choose the file that the bank gave you.' },
};

export const returnFileTooLarge: ProblemWords = {
  status: 413,
  code: 'too-large',
  title: notImported,
  detail: {
    'zh-CN': '文件超过 20 MB，不像是回盘文件。什么都没有改动。',
    en: 'The file is above 20 MB, which no bank’s answer is. Nothing was changed.',
  },
};

/** Why the bank's answer was not imported. */
export function importProblem(outcome: Exclude<Imported, { kind: 'imported' }>, language: Language): ProblemWords {
  switch (outcome.kind) {
    case 'no-such-batch':
      return noSuchRecord;
    case 'too-large':
      return returnFileTooLarge;
    case 'already-imported':
    case 'already-reconciled':
      return {
        status: 409,
        code: outcome.kind,
        title: notImported,
        detail: importedBefore(outcome.kind, outcome.before),
        more: { before: beforeShown(outcome.before) },
      };
    case 'not-released':
      return {
        status: 409,
        code: outcome.kind,
        title: notImported,
        detail: {
          'zh-CN': '这一批还没有放行，不会有银行的回盘文件。',
          en: 'This batch is not released, so the bank has no answer to it.',
        },
      };
    case 'other-batch':
      return {
        status: 409,
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
        status: 422,
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

/** Why an appropriation was not entered. */
export function appropriationProblem(
  outcome: Extract<Appropriated, { kind: 'not-an-amount' | 'day-in-the-future' }>,
): ProblemWords {
  const title: Localized = { 'zh-CN': '没有入账', en: 'Not entered' };
  if (outcome.kind === 'day-in-the-future') {
    return {
      status: 422,
      code: outcome.kind,
      title,
      detail: { 'zh-CN': '到账日期还没到。', en: 'That day is still to come.' },
    };
  }
  return { status: 422, code: outcome.kind, title, detail: amountWords(outcome.why), more: { why: outcome.why } };
}

function amountWords(why: Extract<Appropriated, { kind: 'not-an-amount' }>['why']): Localized {
  switch (why) {
    case 'empty':
      return { 'zh-CN': '请填写金额。', en: 'Enter the amount.' };
    case 'not-a-number':
      return { 'zh-CN': '金额不是数，例如 1,200,000.00。', en: 'The amount is not a number, such as 1,200,000.00.' };
    case 'more-than-two-decimals':
      return { 'zh-CN': '金额最多两位小数，钱只到分。', en: 'An amount has at most two decimals: money ends at fen.' };
    case 'too-large':
      return { 'zh-CN': '金额太大了，请核对。', en: 'That amount is too large. Please check it.' };
    case 'not-above-zero':
      return { 'zh-CN': '拨款金额要大于零。', en: 'An appropriation is above zero.' };
    default:
      return unreachable(why);
  }
}

/** Why a returned payment does not go out again yet. */
export function mendProblem(outcome: Exclude<Mended, { kind: 'mended' }>): ProblemWords {
  const title: Localized = { 'zh-CN': '账户没有改动', en: 'The account was not changed' };
  switch (outcome.kind) {
    case 'no-such-payment':
      return noSuchRecord;
    case 'not-returned':
      return {
        status: 409,
        code: outcome.kind,
        title,
        detail: {
          'zh-CN': '这笔钱现在不是退汇状态，可能已经改好或已在发放。',
          en: 'This payment is not waiting for an account: it may be mended already, or on its way.',
        },
      };
    case 'no-such-account':
      return {
        status: 422,
        code: outcome.kind,
        title,
        detail: { 'zh-CN': '没有找到这个账户，请重新选择。', en: 'That account was not found. Choose again.' },
      };
    case 'entry-refused':
      return { status: 409, code: outcome.kind, title, detail: outcome.words };
    case 'faults':
      return {
        status: 422,
        code: outcome.kind,
        title,
        detail: {
          'zh-CN': '请改正下面几处。您填写的内容还在。',
          en: 'Please correct the places below. What you filled in is still here.',
        },
        more: { entryFaults: outcome.faults },
      };
    default:
      return unreachable(outcome);
  }
}
