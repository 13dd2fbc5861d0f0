import type { Language } from '../../../values/language.ts';
import { entryProblem } from '../../families/words/entry-problems.ts';
import type { Refusals } from '../../hall/routes/refusal-statuses.ts';
import type { ApplyOutcome } from '../apply/apply.ts';
import type { Applied, ApplyProblem } from '../contract/apply.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { determinationToWire } from '../decide/facts-wire.ts';
import type { CaseActing } from '../review/one-act.ts';
import { applyProblem } from '../words/apply-problems.ts';

/** An application's outcome as it is answered; a refusal is thrown as a problem. */
export function applicationAnswer(
  refused: Refusals<ApplyProblem>,
  outcome: ApplyOutcome,
  acting: CaseActing,
  language: Language,
): Applied {
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
      throw refused.problem(entryProblem(outcome, acting, language));
    case 'not-in-the-policy':
    case 'unknown-policy':
    case 'no-longer-offered':
    case 'answer-faults':
    case 'no-such-photo':
    case 'one-live-case':
    case 'no-such-person':
    case 'not-a-caregiver':
    case 'no-such-account':
      throw refused.problem(applyProblem(outcome, language));
    default:
      return unreachable(outcome);
  }
}
