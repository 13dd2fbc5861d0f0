import type { changePasswordProblems } from '../contract/account.ts';
import type { grantDutyProblems, othersAccountProblems } from '../contract/duties.ts';
import type { signInProblems } from '../contract/sign-in.ts';
import { hallStatuses, type Statuses } from '../../hall/routes/refusal-statuses.ts';

type StaffProblem = (
  | typeof changePasswordProblems
  | typeof grantDutyProblems
  | typeof othersAccountProblems
  | typeof signInProblems
)[number];

export const statuses = {
  ...hallStatuses,
  'wrong-name-or-password': 401,
  'wrong-current-password': 422,
  'too-short': 422,
  'too-long': 422,
  'too-simple': 422,
  'same-as-before': 422,
  'holds-the-sign-in-name': 422,
  'unknown-duty': 422,
  'to-oneself': 422,
  'beyond-own-division': 422,
  'four-powers-combined': 422,
  'own-account': 422,
} satisfies Statuses<StaffProblem>;
