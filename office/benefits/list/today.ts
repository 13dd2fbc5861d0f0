import type { BenefitsHouse } from '../house.ts';
import type { StaffActing } from '../../hall/who/acting.ts';
import type { CaseState } from '../case/case.ts';
import type { CaseCounts, CaseList, CasesQuery, TodayAnswer } from '../contract/case-list.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import { division } from '../../../values/division.ts';
import { addDays, day, type Day, monthOf } from '../../../values/day.ts';
import { idsOfName } from '../../families/find/look-up.ts';
import { settingsOf } from '../../hall/who/acting.ts';
import { soonUntil } from '../case/deadline.ts';
import { cursorOf, caseLines, readCursor } from './case-lines.ts';
import {
  type CaseFilter,
  type CaseRow,
  casesByDeadline,
  casesByReceipt,
  countDecided,
  countOpen,
} from './list-store.ts';
import { readReceipt } from '../apply/receipt.ts';

const page = 50;

/** The states whose next step is this duty's; those who receive or supervise see all that is open and running. */
function statesFor({ duty }: StaffActing): readonly CaseState[] {
  if (duty === 'review') return ['received'];
  return duty === 'confirm' ? ['reviewed'] : ['received', 'reviewed'];
}

/** The day's work by legal deadline, with how the open cases stand and how many of this month's decisions were in time. */
export async function todaysCases(
  house: BenefitsHouse,
  acting: StaffActing,
  { after, limit = page }: { readonly after?: string | undefined; readonly limit?: number | undefined },
): Promise<TodayAnswer> {
  const today = house.clock.today();
  const soon = soonUntil(today, await house.calendar());
  const states = statesFor(acting);
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const counts = await countOpen(trx, acting.county, { states, today, soonUntil: soon });
    const onTime = await countDecided(trx, acting.county, day(`${monthOf(today)}-01`));
    const rows = await casesByDeadline(trx, acting.county, { states, after: readCursor(after), limit: limit + 1 });
    const lines = await caseLines(trx, house, acting.county, rows.slice(0, limit));
    return { today, soonUntil: soon, counts, onTime, lines, next: nextOf(rows, limit, ({ dueOn }) => dueOn) };
  });
}

function nextOf(rows: readonly CaseRow[], limit: number, on: (row: CaseRow) => Day): string | null {
  const last = rows[limit - 1];
  return rows.length > limit && last !== undefined ? cursorOf({ on: on(last), id: last.id }) : null;
}

/** How many cases wait for this duty, for the menu. */
export async function openCounts(house: BenefitsHouse, acting: StaffActing): Promise<CaseCounts> {
  const today = house.clock.today();
  const soon = soonUntil(today, await house.calendar());
  return inTransaction(house.db, settingsOf(acting), (trx) =>
    countOpen(trx, acting.county, { states: statesFor(acting), today, soonUntil: soon }),
  );
}

const mostPeople = 500;

/** Cases by receipt, the newest first, narrowed as asked; `q` finds a receipt number, a name, pinyin or initials. */
export async function listCases(house: BenefitsHouse, acting: StaffActing, query: CasesQuery): Promise<CaseList> {
  const today = house.clock.today();
  const soon = soonUntil(today, await house.calendar());
  const { policy, q, after, limit = page } = query;
  const divisions = query.division?.split(',').map(division);
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const sought = q?.trim() ?? '';
    const receipt = sought === '' ? undefined : readReceipt(sought);
    const people =
      sought === '' || receipt !== undefined ? undefined : await idsOfName(trx, acting.county, sought, mostPeople);
    const narrowed = { ...whichStates(query), divisions, policy, receipt, people, ...whenDue(query, today, soon) };
    const filter: CaseFilter = { ...narrowed, after: readCursor(after), limit: limit + 1 };
    const rows = await casesByReceipt(trx, acting.county, filter);
    const lines = await caseLines(trx, house, acting.county, rows.slice(0, limit));
    return { today, lines, next: nextOf(rows, limit, ({ receivedOn }) => receivedOn) };
  });
}

const running: readonly CaseState[] = ['received', 'reviewed'];
const statesOfTurn = { review: ['received'], confirm: ['reviewed'], family: ['correcting'] } as const;

/** The states that state, turn and standing leave together. */
function whichStates({ state, turn, standing }: CasesQuery): Pick<CaseFilter, 'states'> {
  const wishes: (readonly CaseState[])[] = [];
  if (state !== undefined) wishes.push([state]);
  if (turn !== undefined) wishes.push(statesOfTurn[turn]);
  if (standing !== undefined) wishes.push(standing === 'waiting' ? ['correcting'] : running);
  const [first, ...others] = wishes;
  return first === undefined
    ? {}
    : { states: first.filter((wished) => others.every((other) => other.includes(wished))) };
}

function whenDue({ standing }: CasesQuery, today: Day, soon: Day): Pick<CaseFilter, 'due'> {
  switch (standing) {
    case 'overdue':
      return { due: { until: addDays(today, -1) } };
    case 'soon':
      return { due: { from: today, until: soon } };
    case 'rest':
      return { due: { from: addDays(soon, 1) } };
    case 'waiting':
    case undefined:
      return {};
  }
}
