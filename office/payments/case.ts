import type { Day } from '../../values/day.ts';
import type { Division } from '../../values/division.ts';
import type { Fen } from '../../values/fen.ts';
import type { AccountId, BatchId, FamilyId, PaymentId, PersonId, StaffId } from '../../values/id.ts';
import type { Localized } from '../../values/language.ts';
import type { Matter } from '../hall/who/matter.ts';

/** What a decision asks of this desk: one amount, once, to one account. */
export interface PaymentOrder {
  /** What the money is for; whoever had a hand in it does not release it. */
  readonly matter: Matter;
  /** The order, by the id that whoever orders gave it. */
  readonly orderId: string;
  readonly familyId: FamilyId;
  readonly residence: Division;
  /** The period that is paid for: `2026`. Paid once per order and period. */
  readonly period: string;
  readonly amount: Fen;
  readonly accountId: AccountId;
  /** The person who holds the account; the one who is told. */
  readonly payeeId: PersonId;
  /** What the money is for, as the bank's statement will say: the benefit's title and the period. */
  readonly purpose: Localized;
  /** From this day the payment may go into a batch; see `dueDayOf` in decide.ts. */
  readonly dueOn: Day;
  /** The instant and the day of the decision, for the ledger. */
  readonly at: Date;
  readonly on: Day;
}

/** How often a benefit is paid out, from its policy pack. */
export type Rhythm = 'monthly' | 'quarterly' | 'yearly' | 'once';

/** Where a payment stands. Only a paid one has a day of arrival, only a returned one a reason. */
export type PaymentState =
  | { readonly state: 'due' }
  | { readonly state: 'in-batch' }
  | { readonly state: 'paid'; readonly paidOn: Day }
  | { readonly state: 'returned'; readonly returnedOn: Day; readonly reason: string }
  | { readonly state: 'cancelled' };

/** The two powers that release a batch, in this order. */
export type Power = 'manage-funds' | 'pay-out';

/** A power's signature over the lines of a batch. */
export interface Release {
  readonly power: Power;
  readonly by: StaffId;
  readonly at: Date;
  readonly digest: string;
}

/** A batch of payments on its way to the bank. Each state holds the signatures that must exist by then. */
export type BatchState =
  | { readonly state: 'draft' }
  | { readonly state: 'funds-released'; readonly funds: Release }
  | { readonly state: 'released'; readonly funds: Release; readonly payOut: Release }
  | { readonly state: 'reconciled'; readonly funds: Release; readonly payOut: Release }
  | { readonly state: 'cancelled' };

export interface Batch {
  readonly id: BatchId;
  /** `2026-0007`: year and running number of the county. */
  readonly number: string;
  readonly lineCount: number;
  readonly total: Fen;
  /** SHA-256 over the lines, hex. */
  readonly digest: string;
  readonly draftedBy: StaffId;
  readonly draftedAt: Date;
  readonly payOn: Day;
  readonly version: number;
  readonly progress: BatchState;
}

/** One line of a batch, as it goes to the bank. */
export interface BatchLine {
  readonly line: number;
  readonly paymentId: PaymentId;
  /** What the bank repeats in its answer; unique for ever. */
  readonly reference: string;
  readonly payee: string;
  readonly bank: string;
  readonly account: string;
  readonly amount: Fen;
  readonly remark: string;
}

/** How a line ended, by the bank's answer. */
export type LineOutcome =
  | { readonly outcome: 'paid'; readonly settledOn: Day }
  | { readonly outcome: 'returned'; readonly settledOn: Day; readonly reason: string };

/** The accounts of the ledger. */
export type LedgerAccount = 'deposit' | 'in-transit' | 'payable' | 'expense' | 'appropriation';

export type LedgerAccountKind = 'asset' | 'liability' | 'expense' | 'source';

export type LedgerEvent = 'appropriation' | 'grant' | 'release' | 'settlement' | 'return' | 'correction';

export interface LedgerEntry {
  readonly account: LedgerAccount;
  readonly side: 'debit' | 'credit';
  readonly amount: Fen;
}

/** One line of the bank's answer, read but not yet held against the batch. */
export interface ReturnLine {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Which answer of a message it is, from 1: a bank may write all of them in one line. */
  readonly record?: number;
  readonly reference: string;
  /** Absent where the bank's message does not repeat it. */
  readonly amount?: Fen;
  readonly outcome: 'paid' | 'returned';
  /** The bank's code or words; present when returned. */
  readonly reason?: string;
  readonly settledOn?: Day;
}

/** One fault of a return file: where, and what was found there. Its sentence is in words/sentences.ts. */
export interface FaultOfReturnFile {
  readonly why: FaultOfReturnFileKind;
  readonly line?: number;
  /** Place in the line, from 1, where nothing further can be read. */
  readonly character?: number;
  /** Which answer of a message, from 1. */
  readonly record?: number;
  readonly reference?: string;
  /** What the file says. */
  readonly found?: string;
  /** What the batch says. */
  readonly expected?: string;
  readonly column?: string;
  /** Where the same reference stood before. */
  readonly firstLine?: number;
  readonly firstRecord?: number;
  readonly batchNumber?: string;
}

type FaultOfReturnFileKind =
  | 'not-text'
  | 'not-csv'
  | 'not-xml'
  | 'xml-with-document-type'
  | 'xml-not-utf-8'
  | 'wrong-document'
  | 'missing-column'
  | 'wrong-column-count'
  | 'empty-file'
  | 'amount-not-a-number'
  | 'amount-with-more-than-two-decimals'
  | 'wrong-amount'
  | 'wrong-currency'
  | 'unknown-status'
  | 'pending-status'
  | 'missing-reason'
  | 'no-such-day'
  | 'day-in-the-future'
  | 'day-before-the-release'
  | 'missing-reference'
  | 'unknown-reference'
  | 'reference-twice'
  | 'line-of-another-batch'
  | 'missing-line';
