import type { bankFileProblems, cancelProblems, draftProblems, releaseProblems } from '../contract/batch.ts';
import type { appropriateProblems } from '../contract/ledger.ts';
import type { returnFileProblems } from '../contract/return-file.ts';
import type { correctProblems, myCorrectProblems } from '../contract/returns.ts';
import { hallStatuses, type Statuses } from '../../hall/routes/refusal-statuses.ts';

type PaymentsProblem = (
  | typeof appropriateProblems
  | typeof bankFileProblems
  | typeof cancelProblems
  | typeof draftProblems
  | typeof correctProblems
  | typeof myCorrectProblems
  | typeof releaseProblems
  | typeof returnFileProblems
)[number];

/** 409 where the money stands otherwise than was thought, 422 where what was sent must be corrected. */
export const statuses = {
  ...hallStatuses,
  'nothing-due': 409,
  'nobody-acts-twice': 409,
  stale: 409,
  'already-released': 409,
  'already-cancelled': 409,
  cancelled: 409,
  'funds-come-first': 409,
  'same-person': 409,
  'lines-changed': 409,
  'not-released': 409,
  'no-payer': 409,
  'made-otherwise': 409,
  'already-imported': 409,
  'already-reconciled': 409,
  'other-batch': 409,
  'not-returned': 409,
  'entry-refused': 409,
  'sent-otherwise': 409,
  'too-large': 413,
  'day-in-the-past': 422,
  'day-in-the-future': 422,
  'not-for-the-file': 422,
  'deposit-short': 422,
  'no-file': 422,
  'return-file-has-faults': 422,
  'not-an-amount': 422,
  'no-such-account': 422,
  faults: 422,
} satisfies Statuses<PaymentsProblem>;
