import type { applyProblems, myApplicationProblems } from '../contract/apply.ts';
import type { checkProblems } from '../contract/check.ts';
import type { correctProblems, myCorrectionProblems } from '../contract/correct.ts';
import type { photoProblems } from '../contract/photo.ts';
import type { confirmProblems } from '../contract/review.ts';
import { hallStatuses, type Statuses } from '../../hall/routes/refusal-statuses.ts';

type BenefitsProblem = (
  | typeof applyProblems
  | typeof myApplicationProblems
  | typeof checkProblems
  | typeof correctProblems
  | typeof myCorrectionProblems
  | typeof photoProblems
  | typeof confirmProblems
)[number];

/** 403 where somebody else may, 409 where the case stands otherwise than was thought, 422 where what was sent must be corrected. */
export const statuses = {
  ...hallStatuses,
  'another-duty': 403,
  'unknown-policy': 404,
  'stale-version': 409,
  'case-is-closed': 409,
  'law-not-kept': 409,
  'clock-paused': 409,
  'not-this-step': 409,
  'nobody-acts-twice': 409,
  'determination-changed': 409,
  'everything-missing-is-said-once': 409,
  'nothing-to-correct': 409,
  'granted-before': 409,
  'one-live-case': 409,
  'come-to-the-counter': 409,
  'identity-of-another': 409,
  'phone-of-another': 409,
  'no-longer-offered': 410,
  'too-large': 413,
  'documents-missing': 422,
  undetermined: 422,
  'not-eligible': 422,
  'nothing-asked-for': 422,
  'not-in-the-policy': 422,
  'a-refusal-gives-its-reason': 422,
  'still-missing': 422,
  faults: 422,
  'no-such-photo': 422,
  'not-a-caregiver': 422,
  'no-such-account': 422,
  'no-photo': 422,
  'not-an-image': 422,
  damaged: 422,
  'too-many-pixels': 422,
} satisfies Statuses<BenefitsProblem>;
