import { inTransaction } from '../../building/database/transaction.ts';
import { type NoticeId, readId } from '../../values/id.ts';
import { personWithin } from '../families/find/record.ts';
import type { House } from '../hall/house.ts';
import { settingsOf } from '../hall/who/acting.ts';
import type { County } from '../../values/division.ts';
import { purposeOf } from '../hall/who/purpose.ts';
import { sendingMessages } from './who/purposes.ts';
import * as store from './store.ts';

/**
 * Delivers the text messages of a county's job: the worker's handler of the queue `smsQueue`. Throws when the carrier can't be reached, so that the job
 * comes back; messages that left before are not sent again. A message that is not there is no message that left: whatever else the job names is sent,
 * and then it throws as well.
 */
export async function deliverSms(house: House, county: County, job: Readonly<Record<string, unknown>>): Promise<void> {
  const named = typeof job['notices'] === 'string' ? job['notices'].split(' ') : [];
  const ids = named.map((text) => readId<'notice'>(text));
  const lost: NoticeId[] = [];
  for (const id of ids) {
    if (id === undefined) throw new Error('A job of the SMS queue names its notices');
    if ((await deliverOne(house, county, id)) === 'no-such-message') lost.push(id);
  }
  if (lost.length > 0) throw new Error(`Messages of ${county} that are not there: ${lost.join(' ')}`);
}

async function deliverOne(house: House, county: County, id: NoticeId): Promise<'done' | 'no-such-message'> {
  const settings = settingsOf({ kind: 'system', county, purpose: purposeOf(sendingMessages) });
  const message = await inTransaction(house.db, settings, async (trx) => {
    const found = await store.smsMessage(trx, county, id);
    if (found?.state !== 'waiting') return found?.state;
    const person = await personWithin(trx, house, county, found.personId);
    return { text: `【惠家】${found.text}`, phone: person?.phone };
  });
  if (message === undefined) return 'no-such-message';
  if (message === 'over') return 'done'; // It left in an earlier try, or was given up.
  const { phone, text } = message;
  const outcome =
    phone === undefined ? ({ kind: 'refused', why: 'no-phone' } as const) : await house.sms.send(phone, text);
  await inTransaction(house.db, settings, (trx) =>
    outcome.kind === 'sent'
      ? store.markSent(trx, county, id, house.clock.now())
      : store.markFailed(trx, county, id, outcome.why),
  );
  return 'done';
}
