import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { BenefitsHouse } from '../house.ts';
import type { Actor } from '../case/case.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import { type FamilyActing, settingsOf, type StaffActing, type SystemActing } from '../../hall/who/acting.ts';

/** Who may act on a case. */
export type CaseActing = StaffActing | FamilyActing | SystemActing;

/** Carries a refusal out of its transaction, which leaves nothing behind. */
class Undone extends Error {
  readonly outcome: unknown;

  constructor(outcome: unknown) {
    super('An act was refused and undone');
    this.outcome = outcome;
  }
}

/** Leaves the act with a refusal; whatever was written in it is undone. */
export type Undo<Outcome> = (refusal: Outcome) => never;

/** One act, one transaction: all of it happens or, after `undo`, nothing of it. */
export async function inOneAct<Outcome>(
  house: BenefitsHouse,
  acting: CaseActing,
  work: (trx: Transaction<Tables>, undo: Undo<Outcome>) => Promise<Outcome>,
): Promise<Outcome> {
  const mine: Undone[] = [];
  const undo: Undo<Outcome> = (refusal) => {
    const undone = new Undone(refusal);
    mine.push(undone);
    throw undone;
  };
  try {
    return await inTransaction(house.db, settingsOf(acting), (trx) => work(trx, undo), { byKeys: true });
  } catch (error) {
    if (error instanceof Undone && mine.includes(error)) return error.outcome as Outcome;
    throw error;
  }
}

/** Who did it, as the timeline keeps it. Throws for a family that is not in the register: it has no case. */
export function actorOf(acting: CaseActing): Actor {
  switch (acting.kind) {
    case 'staff':
      return { kind: 'staff', id: acting.who, name: acting.name, office: acting.office, duty: acting.duty };
    case 'family':
      if (acting.who === undefined) throw new Error('A family that is not in the register has no case');
      return { kind: 'family', id: acting.who, name: acting.name ?? '' };
    case 'system':
      return { kind: 'system', name: '惠家' };
  }
}
