import { words as catalogue } from './made/all.ts';
import type { ProblemWords } from '../../../building/http/problem.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { BankFileProblem, CancelProblem, ReleaseProblem } from '../contract/batch.ts';
import type { Cancelled, HeldBack } from '../batch/draft.ts';
import type { Released } from '../batch/release.ts';
import type { BankFileMade } from '../batch/send.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { noSuchRecord } from '../../hall/guard.ts';
import { nobodyActsTwiceWords } from '../../hall/lend-hand.ts';
import { releaseRefusalWords } from './sentences.ts';

// What is said of a batch that is not drafted, released, cancelled or written for the bank.

/** A payment that waits for somebody to look after its account. */
export function heldBackShown({ paymentId, why }: HeldBack) {
  const words: Record<HeldBack['why'], Localized> = {
    'account-closed': inEveryLanguage(catalogue, (w) => w.batchProblems.accountClosed),
    'holder-died': inEveryLanguage(catalogue, (w) => w.batchProblems.holderDied),
  };
  return { paymentId, why: words[why] };
}

export function nothingDue(heldBack: readonly HeldBack[]): ProblemWords<'nothing-due'> {
  return {
    code: 'nothing-due',
    title: inEveryLanguage(catalogue, (w) => w.batchProblems.nothingDueTitle),
    detail: inEveryLanguage(catalogue, (w) => w.batchProblems.nothingDueDetail),
    more: { heldBack: heldBack.map(heldBackShown) },
  };
}

export const dayInThePast: ProblemWords<'day-in-the-past'> = {
  code: 'day-in-the-past',
  title: inEveryLanguage(catalogue, (w) => w.batchProblems.dayInThePastTitle),
  detail: inEveryLanguage(catalogue, (w) => w.batchProblems.dayInThePastDetail),
};

/** Why a batch was not released. */
export function releaseProblem(outcome: Exclude<Released, { kind: 'released' }>): ProblemWords<ReleaseProblem> {
  const title: Localized = inEveryLanguage(catalogue, (w) => w.batchProblems.title);
  switch (outcome.kind) {
    case 'no-such-batch':
      return noSuchRecord;
    case 'nobody-acts-twice':
      return {
        code: outcome.kind,
        title,
        detail: nobodyActsTwiceWords,
        more: { matters: outcome.matters },
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
    case 'no-payer':
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
  const title: Localized = inEveryLanguage(catalogue, (w) => w.batchProblems.title2);
  switch (outcome.kind) {
    case 'no-such-batch':
      return noSuchRecord;
    case 'stale': {
      const { version, progress } = outcome.batch;
      const detail = inEveryLanguage(catalogue, (w) => w.batchProblems.detail);
      return { code: 'stale', title, detail, more: { version, state: progress.state } };
    }
    case 'already-released':
      return {
        code: outcome.kind,
        title,
        detail: inEveryLanguage(catalogue, (w) => w.batchProblems.alreadyReleasedDetail),
      };
    case 'already-cancelled':
      return { code: outcome.kind, title, detail: releaseRefusalWords({ kind: 'cancelled' }) };
    default:
      return unreachable(outcome);
  }
}

/** Why there is no file for the bank. */
export function bankFileProblem(outcome: Exclude<BankFileMade, { kind: 'made' }>): ProblemWords<BankFileProblem> {
  const title: Localized = inEveryLanguage(catalogue, (w) => w.batchProblems.title3);
  switch (outcome.kind) {
    case 'no-such-batch':
      return noSuchRecord;
    case 'not-released':
      return {
        code: outcome.kind,
        title,
        detail: inEveryLanguage(catalogue, (w) => w.batchProblems.notReleasedDetail),
      };
    case 'no-payer':
      return { code: outcome.kind, title, detail: releaseRefusalWords(outcome) };
    case 'made-otherwise':
      return {
        code: outcome.kind,
        title,
        detail: inEveryLanguage(catalogue, (w) => w.batchProblems.madeOtherwiseDetail),
      };
    default:
      return unreachable(outcome);
  }
}
