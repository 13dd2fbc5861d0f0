import { alike } from '../../../values/language.ts';
import type { County } from '../../../values/division.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Day } from '../../../values/day.ts';
import type { WorkingCalendar } from '../../../values/working-days.ts';
import type { BenefitsHouse } from '../house.ts';
import type { CaseLine } from '../contract/case-list.ts';
import type { CaseRow, Place } from './list-store.ts';
import type { PackInfo } from '../../../rules/pack/pack.ts';
import { readDay } from '../../../values/day.ts';
import { readId } from '../../../values/id.ts';
import { workingDaysBetween } from '../../../values/working-days.ts';
import { maskedName } from '../../families/case.ts';
import { namesOf } from '../../families/find/look-up.ts';
import { divisionsNamed } from '../../hall/divisions/divisions.ts';
import { turnOf } from '../case/case.ts';
import { deadlineStanding } from '../case/deadline.ts';
import { infosOf } from '../law/read-again.ts';
import { photoCounts } from '../store.ts';

type Trx = Transaction<Tables>;

/** The lines of a list: names masked, titles and villages in words. Names, villages and photos are asked for once for the whole list. */
export async function caseLines(
  trx: Trx,
  house: BenefitsHouse,
  county: County,
  rows: readonly CaseRow[],
): Promise<CaseLine[]> {
  const names = await namesOf(
    trx,
    county,
    rows.flatMap(({ subjectId, applicantId }) => [subjectId, applicantId]),
  );
  const villages = await divisionsNamed(
    trx,
    rows.map(({ residence }) => residence),
  );
  const photos = await photoCounts(
    trx,
    county,
    rows.map(({ id }) => id),
  );
  const infos = await infosOf(
    trx,
    house.packs,
    rows.map(({ policy }) => policy),
  );
  const [calendar, today] = [await house.calendar(), house.clock.today()];
  return rows.map((row) => {
    const info = infos.get(row.policy);
    const required = (info?.documents ?? []).filter((document) => document.required);
    const given = photos.get(row.id);
    const there = required.filter(({ key }) => (given?.get(key) ?? 0) > 0).length;
    const nameOf = (id: CaseRow['subjectId']): string => maskedName(names.get(id) ?? '');
    const { id, receipt, policy, period, state, receivedOn, dueOn, dueProvisional, outcome, origin, version } = row;
    return {
      id,
      receipt,
      policy,
      period,
      state,
      receivedOn,
      dueOn,
      dueProvisional,
      outcome,
      origin,
      version,
      ...clockOf(row, today, calendar),
      title: titleOf(info, policy),
      applicant: nameOf(row.applicantId),
      subject: nameOf(row.subjectId),
      residence: villages.get(row.residence) ?? {
        code: row.residence,
        name: alike(row.residence),
      },
      turn: turnOf(state) ?? null,
      amountFen: row.amountFen === null ? null : row.amountFen.toString(),
      documents: { given: there, required: required.length, complete: there === required.length },
    };
  });
}

/** A policy's title; its key when no text of it was ever kept. */
export function titleOf(info: PackInfo | undefined, policy: string): CaseLine['title'] {
  return info?.title ?? alike(policy);
}

/** How a case stands against its deadline, and the working days that are left. */
export function clockOf(
  { state, dueOn }: Pick<CaseRow, 'state' | 'dueOn'>,
  today: Day,
  calendar: WorkingCalendar,
): Pick<CaseLine, 'standing' | 'workingDaysLeft'> {
  const waiting = state === 'correcting';
  const closed = turnOf(state) === undefined;
  const standing = deadlineStanding({ dueOn, waiting, closed }, today, calendar);
  return { standing, workingDaysLeft: waiting || closed ? null : workingDaysBetween(calendar, today, dueOn) };
}

/** Where the next page of a list begins, as an address carries it. */
export function cursorOf({ on, id }: Place): string {
  return `${on}~${id}`;
}

/** Reads a cursor; what isn't one begins the list anew. */
export function readCursor(text: string | undefined): Place | undefined {
  const [day = '', uuid = ''] = text?.split('~') ?? [];
  const [on, id] = [readDay(day), readId<'case'>(uuid)];
  return on !== undefined && id !== undefined ? { on, id } : undefined;
}
