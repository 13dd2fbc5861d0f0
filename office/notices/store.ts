import { type Write, writeTogether } from '../../building/database/together.ts';
import { changeOne } from '../../building/database/changes.ts';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { County, Division } from '../../values/division.ts';
import type { FamilyId, NoticeId, PersonId } from '../../values/id.ts';
import type { Localized } from '../../values/language.ts';
import { type Matter, matterColumns } from '../hall/who/matter.ts';

type Trx = Transaction<Tables>;

export interface NewNotice {
  readonly id: NoticeId;
  readonly personId: PersonId;
  readonly familyId: FamilyId;
  readonly residence: Division;
  readonly matter?: Matter;
  readonly kind: string;
  readonly channel: 'sms' | 'site';
  readonly words: Localized;
  readonly at: Date;
}

/** Writes notices, in one statement with what else the act writes beside them. */
export async function addNotices(
  trx: Trx,
  county: County,
  notices: readonly NewNotice[],
  alongside: readonly Write[] = [],
): Promise<void> {
  const rows = notices.map(({ words, at, matter, ...notice }) => ({
    county,
    ...notice,
    ...matterColumns(matter),
    words: JSON.stringify(words),
    createdAt: at,
  }));
  let others = alongside;
  // A statement takes 65,535 values; a row has a dozen.
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const written = trx.insertInto('notice').values(rows.slice(from, from + rowsPerStatement));
    await writeTogether(trx, [...others, written]);
    others = [];
  }
}

const rowsPerStatement = 2_000;

/** A text message: on its way, or over because it has left or was given up. */
export type SmsMessage =
  | { readonly state: 'waiting'; readonly personId: PersonId; readonly text: string }
  | { readonly state: 'over' };

/** The text message of an id; undefined when the county has none. */
export async function smsMessage(trx: Trx, county: County, id: NoticeId): Promise<SmsMessage | undefined> {
  const row = await trx
    .selectFrom('notice')
    .select(['personId', 'words', 'sentAt', 'failed'])
    .where('county', '=', county)
    .where('id', '=', id)
    .where('channel', '=', 'sms')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.sentAt !== null || row.failed !== null) return { state: 'over' };
  return { state: 'waiting', personId: row.personId as PersonId, text: row.words['zh-CN'] };
}

export async function markSent(trx: Trx, county: County, id: NoticeId, at: Date): Promise<void> {
  await changeOne(trx, trx.updateTable('notice').set({ sentAt: at }).where('county', '=', county).where('id', '=', id));
}

export async function markFailed(trx: Trx, county: County, id: NoticeId, why: string): Promise<void> {
  await changeOne(
    trx,
    trx
      .updateTable('notice')
      .set({ failed: why.slice(0, 300) })
      .where('county', '=', county)
      .where('id', '=', id),
  );
}

/** What a family has been told, newest first, with how far the text message of the same words has come. */
export async function noticesOf(trx: Trx, county: County, family: FamilyId, limit: number) {
  return trx
    .selectFrom('notice as told')
    .leftJoin('notice as sms', (join) =>
      join
        .onRef('sms.county', '=', 'told.county')
        .onRef('sms.familyId', '=', 'told.familyId')
        .onRef('sms.personId', '=', 'told.personId')
        .onRef('sms.createdAt', '=', 'told.createdAt')
        .onRef('sms.kind', '=', 'told.kind')
        .on('sms.channel', '=', 'sms'),
    )
    .select([
      'told.id',
      'told.createdAt',
      'told.kind',
      'told.words',
      'told.matterKind',
      'told.matterId',
      'sms.id as smsId',
      'sms.sentAt',
      'sms.failed',
    ])
    .where('told.county', '=', county)
    .where('told.familyId', '=', family)
    .where('told.channel', '=', 'site')
    .orderBy('told.createdAt', 'desc')
    .orderBy('told.id', 'desc')
    .limit(limit)
    .execute();
}
