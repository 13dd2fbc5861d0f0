import { inTransaction } from '../../building/database/transaction.ts';
import type { Day } from '../../values/day.ts';
import { addDays } from '../../values/day.ts';
import { maskedName } from '../families/case.ts';
import type { House } from '../hall/house.ts';
import { type FamilyActing, settingsOf, type StaffActing } from '../hall/who/acting.ts';
import { dutyWords } from '../hall/who/duty.ts';
import type { AccessLog, MyLooks } from './contract/looks.ts';
import type { Matter } from '../hall/who/matter.ts';
import * as store from './store.ts';

const page = 50;

/** Who looked at a family's own record, when, why and from which office, newest first. `after` is `next` of the page before. */
export async function ownLooks(house: House, acting: FamilyActing, after?: string): Promise<MyLooks> {
  const { family } = acting;
  if (family === undefined) return { looks: [] };
  const filter = { family, after: readPlace(after), limit: page + 1 };
  const rows = await inTransaction(house.db, settingsOf(acting), (trx) => store.looks(trx, acting.county, filter));
  return paged(rows, (row) => lookOf(house, row, row.names));
}

/** Who looked at a family for one matter, such as a case, newest first: the last fifty looks. */
export async function looksAtMatter(house: House, acting: FamilyActing, matter: Matter): Promise<MyLooks['looks']> {
  const { family } = acting;
  if (family === undefined) return [];
  const filter = { family, matter, limit: page };
  const rows = await inTransaction(house.db, settingsOf(acting), (trx) => store.looks(trx, acting.county, filter));
  return rows.map((row) => lookOf(house, row, row.names));
}

/** The access log within a supervisor's division. People's names are masked; a purpose is needed to see whose record it was. */
export async function accessLogWithin(
  house: House,
  acting: StaffActing,
  asked: {
    readonly staff?: string | undefined;
    readonly from?: Day | undefined;
    readonly until?: Day | undefined;
    readonly after?: string | undefined;
  },
): Promise<AccessLog> {
  const filter = {
    staff: asked.staff,
    from: asked.from === undefined ? undefined : startOf(asked.from),
    until: asked.until === undefined ? undefined : startOf(addDays(asked.until, 1)),
    after: readPlace(asked.after),
    limit: page + 1,
  };
  const rows = await inTransaction(house.db, settingsOf(acting), (trx) => store.looks(trx, acting.county, filter));
  return paged(rows, (row) => ({
    ...lookOf(house, row, row.names.map(maskedName)),
    familyId: row.familyId,
    residence: row.residence,
  }));
}

function lookOf(house: House, row: store.LookRow, people: readonly string[]) {
  return {
    id: row.id,
    at: row.at.toISOString(),
    who: row.who,
    office: row.office,
    ...(row.duty === undefined ? {} : { duty: row.duty, dutyWords: dutyWords(house.introduced.duties, row.duty) }),
    what: house.introduced.lookWords(row.what),
    people: [...people],
    purpose: house.introduced.purposeWords(row.purpose),
    ...(row.matter === undefined ? {} : { matter: row.matter }),
  };
}

function paged<Look>(
  rows: readonly store.LookRow[],
  show: (row: store.LookRow) => Look,
): { looks: Look[]; next?: string } {
  const shown = rows.slice(0, page);
  const last = shown.at(-1);
  return {
    looks: shown.map(show),
    ...(rows.length > page && last !== undefined ? { next: `${last.at.toISOString()}~${last.id}` } : {}),
  };
}

function readPlace(after: string | undefined): { at: Date; id: string } | undefined {
  const [, at = '', id = ''] = /^(\d{4}-[\d:T.-]+Z)~([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) ? undefined : { at: moment, id };
}

/** Midnight in China. */
function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
