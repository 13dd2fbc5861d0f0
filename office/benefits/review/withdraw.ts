import type { BenefitsHouse } from '../house.ts';
import type { CaseOutcome } from './review.ts';
import type { WithdrawRefusal } from '../case/refusal.ts';
import { withdraw } from '../case/decide.ts';
import { happen } from './happen.ts';
import { type CaseActing, inOneAct } from './one-act.ts';
import { type CaseKey, openForAct } from './open-case.ts';

export type WithdrawOutcome = CaseOutcome<WithdrawRefusal>;

/** The family takes its application back, by itself or at the counter, as long as it is not decided. It may apply again. */
export async function withdrawCase(
  house: BenefitsHouse,
  acting: CaseActing,
  key: CaseKey,
  version: number,
): Promise<WithdrawOutcome> {
  return inOneAct<WithdrawOutcome>(house, acting, async (trx, undo) => {
    const opened = await openForAct(trx, house, acting.county, key, version);
    if (opened.kind !== 'open') return undo(opened);
    const { stored, info: pack, told } = opened;
    const answer = withdraw(stored.found, told.today);
    if (answer.kind !== 'done') return undo(answer);
    const after = await happen(trx, house, acting, stored.found, { happening: answer.happening, pack });
    return { kind: 'done', after };
  });
}
