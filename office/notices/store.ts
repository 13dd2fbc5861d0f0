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

/** A text message that a worker asks for. */
export type TakenMessage =
  | { readonly kind: 'in-hand'; readonly personId: PersonId; readonly text: string }
  /** It has left or was given up, or another worker has it in hand. */
  | { readonly kind: 'over' }
  | { readonly kind: 'no-such-message' };

/** Takes a message in hand until then, or until it is marked or put back: no other worker gets it meanwhile. */
export async function takeInHand(
  trx: Trx,
  county: County,
  id: NoticeId,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<TakenMessage> {
  const [taken] = await trx
    .updateTable('notice')
    .set({ sendingUntil: until })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .where('failed', 'is', null)
    .where((eb) => eb.or([eb('sendingUntil', 'is', null), eb('sendingUntil', '<=', now)]))
    .returning(['personId', 'words'])
    .execute();
  if (taken !== undefined) return { kind: 'in-hand', personId: taken.personId as PersonId, text: taken.words['zh-CN'] };
  const there = await trx
    .selectFrom('notice')
    .select('id')
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return { kind: there === undefined ? 'no-such-message' : 'over' };
}

/** Puts a message back that did not leave: the next try may take it. */
export async function putBack(trx: Trx, county: County, id: NoticeId): Promise<void> {
  await changeOne(
    trx,
    trx.updateTable('notice').set({ sendingUntil: null }).where('county', '=', county).where('id', '=', id),
  );
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

/** Gives up the messages that have waited since before then. Returns how many. */
export async function giveUp(trx: Trx, county: County, before: Date): Promise<number> {
  const given = await trx
    .updateTable('notice')
    .set({ failed: 'gave-up' })
    .where('county', '=', county)
    .where('sentAt', 'is', null)
    .where('failed', 'is', null)
    .where('createdAt', '<', before)
    .returning('id')
    .execute();
  return given.length;
}

/** The messages that have waited since before then, oldest first. */
export async function waitingSince(trx: Trx, county: County, before: Date): Promise<readonly NoticeId[]> {
  const rows = await trx
    .selectFrom('notice')
    .select('id')
    .where('county', '=', county)
    .where('sentAt', 'is', null)
    .where('failed', 'is', null)
    .where('createdAt', '<', before)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id as NoticeId);
}

/** What a family has been told, newest first, with how far each text message has come. */
export async function noticesOf(trx: Trx, county: County, family: FamilyId, limit: number) {
  return trx
    .selectFrom('notice')
    .select(['id', 'createdAt', 'kind', 'words', 'matterKind', 'matterId', 'sentAt', 'failed'])
    .where('county', '=', county)
    .where('familyId', '=', family)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
