import { inTransaction } from '../../building/database/transaction.ts';
import type { JobData } from '../../building/jobs/jobs.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { NoticeId } from '../../values/id.ts';
import { personWithin } from '../families/find/record.ts';
import type { House } from '../hall/house.ts';
import { settingsOf } from '../hall/who/acting.ts';
import type { County } from '../../values/division.ts';
import { purposeOf } from '../hall/who/purpose.ts';
import { messagesOf } from './queue.ts';
import { sendingMessages } from './who/purposes.ts';
import * as store from './store.ts';

/** A worker that has a message in hand for longer is dead. */
const inHandMs = 120_000;

/**
 * Delivers the text messages of a county's job: the worker's handler of the queue `smsQueue`. One that does not leave keeps no other back;
 * in the end it throws, so that the job comes back. Messages that left before, or that another worker has in hand, are not sent again.
 */
export async function deliverSms(house: House, county: County, job: JobData): Promise<void> {
  const ids = messagesOf(job);
  const failed: Error[] = [];
  for (const id of ids) {
    await deliverOne(house, county, id).catch((error: unknown) => {
      failed.push(new Error(`${id}: ${error instanceof Error ? error.message : String(error)}`, { cause: error }));
    });
  }
  const [first] = failed;
  if (first !== undefined)
    throw new AggregateError(
      failed,
      `${failed.length} of ${ids.length} messages of ${county} did not leave: ${first.message}`,
    );
}

async function deliverOne(house: House, county: County, id: NoticeId): Promise<void> {
  const settings = settingsOf({ kind: 'system', county, purpose: purposeOf(sendingMessages) });
  const message = await inTransaction(house.db, settings, async (trx) => {
    const now = house.clock.now();
    const taken = await store.takeInHand(trx, county, id, { now, until: new Date(now.getTime() + inHandMs) });
    if (taken.kind !== 'in-hand') return taken.kind;
    const person = await personWithin(trx, house, county, taken.personId);
    return { text: `【惠家】${taken.text}`, phone: person?.phone };
  });
  if (message === 'no-such-message') throw new Error(`${county} has no such message`);
  if (message === 'over') return; // It left in an earlier try, was given up, or another worker has it in hand.
  const { phone, text } = message;
  const within = <T>(work: Parameters<typeof inTransaction<Tables, T>>[2]) => inTransaction(house.db, settings, work);
  if (phone === undefined) return within((trx) => store.markFailed(trx, county, id, 'no-phone'));
  const outcome = await house
    .smsOf(county)
    .send(phone, text)
    .catch(async (error: unknown) => {
      await within((trx) => store.putBack(trx, county, id));
      throw error;
    });
  await within((trx) =>
    outcome.kind === 'sent'
      ? store.markSent(trx, county, id, house.clock.now())
      : store.markFailed(trx, county, id, outcome.why),
  );
}
