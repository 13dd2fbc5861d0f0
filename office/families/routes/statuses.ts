import type { correctionProblems } from '../contract/correction.ts';
import type { lookUpProblems } from '../contract/look-up.ts';
import type { enterFamilyProblems } from '../contract/register.ts';
import type { askForCodeProblems, signInProblems } from '../contract/sign-in.ts';
import { hallStatuses, type Statuses } from '../../hall/routes/refusal-statuses.ts';

type FamiliesProblem = (
  | typeof correctionProblems
  | typeof lookUpProblems
  | typeof enterFamilyProblems
  | typeof askForCodeProblems
  | typeof signInProblems
)[number];

export const statuses = {
  ...hallStatuses,
  'stale-version': 409,
  'identity-of-another': 409,
  'phone-of-another': 409,
  'come-to-the-counter': 409,
  faults: 422,
  'phone-empty': 422,
  'phone-wrong': 422,
  'wrong-code': 422,
  'code-over': 422,
  'not-sent': 502,
} satisfies Statuses<FamiliesProblem>;
