import { inTransaction } from '../../building/database/transaction.ts';
import { type NoticeId, readId } from '../../values/id.ts';
import { personWithin } from '../families/find/record.ts';
import type { House } from '../hall/house.ts';
import { settingsOf } from '../hall/who/acting.ts';
import * as store from './store.ts';

/**
 * Delivers the text messages of a job: the worker's handler of the queue `smsQueue`. Throws when the carrier can't be reached, so that the job comes
 * back; messages that left before are not sent again.
 */
export async function deliverSms(house: House, job: Readonly<Record<string, unknown>>): Promise<void> {
  const named = typeof job['notices'] === 'string' ? job['notices'].split(' ') : [];
  const ids = named.map((text) => readId<'notice'>(text));
  for (const id of ids) {
    if (id === undefined) throw new Error('A job of the SMS queue names its notices');
    await deliverOne(house, id);
  }
}

async function deliverOne(house: House, id: NoticeId): Promise<void> {
  const settings = settingsOf({ kind: 'system', county: house.county, purpose: '发送短信通知' });
  const message = await inTransaction(house.db, settings, async (trx) => {
    const waiting = await store.waitingSms(trx, house.county, id);
    if (waiting === undefined) return undefined; // It left in an earlier try.
    const person = await personWithin(trx, house, waiting.personId);
    return { text: `【惠家】${waiting.text}`, phone: person?.phone };
  });
  if (message === undefined) return;
  const { phone, text } = message;
  const outcome =
    phone === undefined ? ({ kind: 'refused', why: 'no-phone' } as const) : await house.sms.send(phone, text);
  await inTransaction(house.db, settings, (trx) =>
    outcome.kind === 'sent'
      ? store.markSent(trx, house.county, id, house.clock.now())
      : store.markFailed(trx, house.county, id, outcome.why),
  );
}
