import { inTransaction } from '../../building/database/transaction.ts';
import { readId } from '../../values/id.ts';
import { personWithin } from '../families/record.ts';
import type { House } from '../house.ts';
import { settingsOf } from '../staff/acting.ts';
import * as store from './store.ts';

/** Delivers one text message: the worker's handler of the queue `smsQueue`. Throws when the carrier can't be reached, so that the job comes back. */
export async function deliverSms(house: House, job: Readonly<Record<string, unknown>>): Promise<void> {
  const id = typeof job['notice'] === 'string' ? readId<'notice'>(job['notice']) : undefined;
  if (id === undefined) throw new Error('A job of the SMS queue names a notice');
  const settings = settingsOf({ kind: 'system', county: house.county, purpose: '发送短信通知' });
  const message = await inTransaction(house.db, settings, async (trx) => {
    const waiting = await store.waitingSms(trx, house.county, id);
    const person = waiting === undefined ? undefined : await personWithin(trx, house, waiting.personId);
    return waiting === undefined ? undefined : { text: `【惠家】${waiting.text}`, phone: person?.phone };
  });
  if (message === undefined) return; // It left in an earlier try.
  const outcome =
    message.phone === undefined
      ? ({ kind: 'refused', why: 'no-phone' } as const)
      : await house.sms.send(message.phone, message.text);
  await inTransaction(house.db, settings, (trx) =>
    outcome.kind === 'sent'
      ? store.markSent(trx, house.county, id, house.clock.now())
      : store.markFailed(trx, house.county, id, outcome.why),
  );
}
