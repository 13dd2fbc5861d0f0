import { type Write, writeTogether } from '../../building/database/together.ts';
import type { Transaction } from '../../building/database/transaction.ts';
import { newId } from '../../building/identity/new-id.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { Division } from '../../values/division.ts';
import type { FamilyId, PersonId } from '../../values/id.ts';
import type { Localized } from '../../values/language.ts';
import type { House } from '../hall/house.ts';
import type { CountyActing } from '../hall/who/acting.ts';
import type { Matter } from '../hall/who/matter.ts';
import { jobsFor, smsQueue } from './queue.ts';
import { addNotices } from './store.ts';

/** What a family is told by an act. */
export interface Telling {
  readonly personId: PersonId;
  readonly familyId: FamilyId;
  readonly residence: Division;
  /** What it is about, where that is a matter. */
  readonly matter?: Matter;
  /** `case.received`, `payment.returned` */
  readonly kind: string;
  /**
   * Short: it goes out as a text message too. It names no other person, no number and no amount that a stranger should not read on a lock
   * screen.
   */
  readonly words: Localized;
}

/**
 * Tells families, in the transaction of the act that there is something to tell: on the site at once, and as a text message by the worker.
 * When the act comes to nothing, nobody was told. `alongside` are other writes of the act, sent in the same statement.
 */
export async function tell(
  trx: Transaction<Tables>,
  house: House,
  acting: CountyActing,
  tellings: Telling | readonly Telling[],
  alongside: readonly Write[] = [],
): Promise<void> {
  const at = house.clock.now();
  const list: readonly Telling[] = 'words' in tellings ? [tellings] : tellings;
  if (list.length === 0) return writeTogether(trx, alongside);
  const notices = list.map((telling) => ({ ...telling, id: newId<'notice'>(), at }));
  await addNotices(trx, acting.county, notices, alongside);
  const jobs = jobsFor(notices.map(({ id }) => id));
  await house.jobs.leave(trx, smsQueue.name, acting.county, jobs);
}
