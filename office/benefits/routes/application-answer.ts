import { Problem } from '../../../building/http/problem.ts';
import type { Language } from '../../../values/language.ts';
import { entryProblem } from '../../families/routes/routes.ts';
import type { ApplyOutcome } from '../apply/apply.ts';
import type { Applied } from '../contract/apply.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { isRefusal } from '../case/refusal.ts';
import { determinationToWire } from '../determine/facts-wire.ts';
import type { CaseActing } from '../review/one-act.ts';
import { applyProblem } from './problems.ts';

/** An application's outcome as it is answered; a refusal is thrown as a problem. */
export function applicationAnswer(outcome: ApplyOutcome, acting: CaseActing, language: Language): Applied {
  if (isRefusal(outcome)) throw new Problem(applyProblem(outcome, language));
  switch (outcome.kind) {
    case 'received': {
      const { found, determination, already, warnings } = outcome;
      const { id, receipt, dueOn, dueProvisional, workingDays } = found;
      return {
        id,
        receipt,
        dueOn,
        dueProvisional,
        workingDays,
        determination: determinationToWire(determination),
        already,
        warnings: [...warnings],
      };
    }
    case 'faults':
    case 'no-such-family':
    case 'identity-of-another':
    case 'phone-of-another':
      throw entryProblem(outcome, acting, language);
    case 'unknown-policy':
    case 'no-longer-offered':
    case 'answer-faults':
    case 'no-such-photo':
    case 'one-live-case':
    case 'no-such-person':
    case 'not-a-caregiver':
    case 'no-such-account':
      throw new Problem(applyProblem(outcome, language));
    default:
      return unreachable(outcome);
  }
}
