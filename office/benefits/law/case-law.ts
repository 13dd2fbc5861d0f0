import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import type { PackInfo } from '../../../rules/pack/pack.ts';
import { type BenefitCase, closedOn } from '../case/case.ts';
import type { PackShelf } from './packs.ts';
import { packNamed, packPublishedLast } from './read-again.ts';
import { lawNotKept } from './law-not-kept.ts';

/** The law that a case goes by. */
export interface CaseLaw {
  /** What its pages and letters say of the benefit. */
  readonly info: PackInfo;
  /** The pack by which it is determined; undefined when no text of the benefit is kept. */
  readonly pack: Pack | undefined;
  /** The pack of the text that it was last determined by; undefined when that text is not kept. */
  readonly named: Pack | undefined;
}

/**
 * The law of a case: a closed one's is the text that it was decided by, an open one's is what is published today, as long as that covers
 * its period. Where the folder has left `law/`, an open case keeps to the text that it was last determined by.
 */
export async function lawOf(trx: Transaction<Tables>, shelf: PackShelf, found: BenefitCase): Promise<CaseLaw> {
  const { policy, period, determination } = found;
  const named = await packNamed(trx, shelf, policy, determination.version);
  const shelved = shelf.find(policy);
  const present = shelved.kind === 'pack' ? shelved.pack : undefined;
  const inTurn = closedOn(found) === undefined ? [present, named] : [named, present];
  const pack =
    inTurn.find((one) => one?.info.periods.includes(period)) ??
    inTurn.find((one) => one !== undefined) ??
    (await packPublishedLast(trx, shelf, policy));
  return { info: pack?.info ?? lawNotKept(found), pack, named };
}
