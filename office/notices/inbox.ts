import { inTransaction } from '../../building/database/transaction.ts';
import type { NoticeId } from '../../values/id.ts';
import type { House } from '../hall/house.ts';
import { type FamilyActing, settingsOf } from '../hall/who/acting.ts';
import { matterOf } from '../hall/who/matter.ts';
import type { Notice } from './contract/inbox.ts';
import { noticesOf } from './store.ts';

const longestInbox = 100;

/** What a family has been told, newest first. */
export async function ownNotices(house: House, acting: FamilyActing): Promise<readonly Notice[]> {
  const { family } = acting;
  if (family === undefined) return [];
  const rows = await inTransaction(house.db, settingsOf(acting), (trx) =>
    noticesOf(trx, acting.county, family, longestInbox),
  );
  return rows.map((row) => ({
    id: row.id as NoticeId,
    matter: matterOf(row),
    at: row.createdAt.toISOString(),
    kind: row.kind,
    words: row.words,
    ...(row.failed === 'no-phone'
      ? {}
      : {
          sms:
            row.sentAt !== null ? ('sent' as const) : row.failed !== null ? ('failed' as const) : ('waiting' as const),
        }),
  }));
}
