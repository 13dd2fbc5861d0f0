import type { ProblemWords } from '../../../building/http/problem.ts';
import type { Localized } from '../../../values/language.ts';
import type { BankFileProblem, CancelProblem, ReleaseProblem } from '../contract/batch.ts';
import type { Cancelled, HeldBack } from '../batch/draft.ts';
import type { Released } from '../batch/release.ts';
import type { BankFileMade } from '../batch/send.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { noSuchRecord } from '../../hall/guard.ts';
import { nobodyActsTwiceWords } from '../../hall/hands.ts';
import { releaseRefusalWords } from './words.ts';

// What is said of a batch that is not drafted, released, cancelled or written for the bank.

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

export function nothingDue(heldBack: readonly HeldBack[]): ProblemWords<'nothing-due'> {
  return {
    code: 'nothing-due',
    title: { 'zh-CN': '到这一天没有可发的款项', en: 'No payment is due by that day' },
    detail: {
      'zh-CN': '没有生成批次。换一个日期，或先处理停用的账户。',
      en: 'No batch was made. Choose another day, or look after closed accounts first.',
    },
    more: { heldBack: heldBack.map(heldBackShown) },
  };
}

export const dayInThePast: ProblemWords<'day-in-the-past'> = {
  code: 'day-in-the-past',
  title: { 'zh-CN': '付款日期已经过了', en: 'That pay day has passed' },
  detail: { 'zh-CN': '请选今天或以后的日期。', en: 'Choose today or a later day.' },
};

/** Why a batch was not released. */
export function releaseProblem(outcome: Exclude<Released, { kind: 'released' }>): ProblemWords<ReleaseProblem> {
  const title: Localized = { 'zh-CN': '没有放行', en: 'Not released' };
  switch (outcome.kind) {
    case 'no-such-batch':
      return noSuchRecord;
    case 'nobody-acts-twice':
      return {
        code: outcome.kind,
        title,
        detail: nobodyActsTwiceWords,
        more: { caseIds: outcome.caseIds },
      };
    case 'stale': {
      const { version, progress } = outcome.batch;
      return {
        code: outcome.kind,
        title,
        detail: releaseRefusalWords(outcome),
        more: { version, state: progress.state },
      };
    }
    case 'not-for-the-file':
    case 'deposit-short':
      return { code: outcome.kind, title, detail: releaseRefusalWords(outcome) };
    case 'already-released':
    case 'cancelled':
    case 'funds-come-first':
    case 'same-person':
    case 'lines-changed':
      return { code: outcome.kind, title, detail: releaseRefusalWords(outcome) };
    default:
      return unreachable(outcome);
  }
}

/** Why a batch was not taken back. */
export function cancelProblem(outcome: Exclude<Cancelled, { kind: 'cancelled' }>): ProblemWords<CancelProblem> {
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
      return { code: 'stale', title, detail, more: { version, state: progress.state } };
    }
    case 'already-released':
      return {
        code: outcome.kind,
        title,
        detail: { 'zh-CN': '钱已经放行给银行，不能再取消。', en: 'The money is released to the bank already.' },
      };
    case 'already-cancelled':
      return { code: outcome.kind, title, detail: releaseRefusalWords({ kind: 'cancelled' }) };
    default:
      return unreachable(outcome);
  }
}

/** Why there is no file for the bank. */
export function bankFileProblem(outcome: Exclude<BankFileMade, { kind: 'made' }>): ProblemWords<BankFileProblem> {
  const title: Localized = { 'zh-CN': '没有生成银行文件', en: 'No file for the bank' };
  switch (outcome.kind) {
    case 'no-such-batch':
      return noSuchRecord;
    case 'not-released':
      return {
        code: outcome.kind,
        title,
        detail: { 'zh-CN': '两次放行之后才生成银行文件。', en: 'It is made after both releases.' },
      };
    case 'made-otherwise':
      return {
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
