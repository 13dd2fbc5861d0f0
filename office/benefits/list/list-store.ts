import { type SelectQueryBuilder, sql } from 'kysely';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Outcome } from '../../../rules/determination.ts';
import type { Day } from '../../../values/day.ts';
import type { County, Division } from '../../../values/division.ts';
import type { CaseId, FamilyId, PersonId } from '../../../values/id.ts';
import type { CaseState } from '../case/case.ts';
import type { CaseCounts } from '../contract/case-list.ts';
import { rangeOf } from '../../../values/division.ts';
import type { ReceiptWritten } from '../apply/receipt.ts';
import { receiptOf } from '../store.ts';

type Trx = Transaction<Tables>;

/** What a list needs of a case: no name, no fact, only who to ask for. */
export interface CaseRow {
  readonly id: CaseId;
  readonly receipt: string;
  readonly policy: string;
  readonly period: string;
  readonly subjectId: PersonId;
  readonly applicantId: PersonId;
  readonly residence: Division;
  readonly origin: 'phone' | 'counter';
  readonly state: CaseState;
  readonly receivedOn: Day;
  readonly dueOn: Day;
  readonly dueProvisional: boolean;
  readonly outcome: Outcome;
  readonly amountFen: bigint | null;
  readonly version: number;
}

const columns = [
  'id',
  'receipt',
  'policy',
  'period',
  'subjectId',
  'applicantId',
  'residence',
  'origin',
  'state',
  'receivedOn',
  'dueOn',
  'dueProvisional',
  'outcome',
  'amountFen',
  'version',
] as const;

type Cases<Row> = SelectQueryBuilder<Tables, 'benefitCase', Row>;

function casesOf(trx: Trx, county: County): Cases<CaseRow> {
  return trx.selectFrom('benefitCase').select(columns).where('county', '=', county) as unknown as Cases<CaseRow>;
}

/** Where a page ended: the next one begins after it. */
export interface Place {
  readonly on: Day;
  readonly id: CaseId;
}

/** The open cases in these states by deadline, the most urgent first. Walks `open_cases_by_deadline`. */
export async function casesByDeadline(
  trx: Trx,
  county: County,
  {
    states,
    after,
    limit,
  }: { readonly states: readonly CaseState[]; readonly after?: Place | undefined; readonly limit: number },
): Promise<readonly CaseRow[]> {
  return casesOf(trx, county)
    .where('closedOn', 'is', null)
    .where('state', 'in', states)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(due_on, id) > (${after?.on}::date, ${after?.id}::uuid)`),
    )
    .orderBy('dueOn')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** What a list of cases may be narrowed to. */
export interface CaseFilter {
  readonly states?: readonly CaseState[] | undefined;
  /** In any of these; an empty list finds nothing. */
  readonly divisions?: readonly Division[] | undefined;
  readonly policy?: string | undefined;
  readonly receipt?: ReceiptWritten | undefined;
  /** Cases of which one of these people is applicant or subject; an empty list finds nothing. */
  readonly people?: readonly PersonId[] | undefined;
  readonly due?: { readonly from?: Day; readonly until?: Day } | undefined;
  readonly after?: Place | undefined;
  readonly limit: number;
}

/** Cases by day of receipt, the newest first. */
export async function casesByReceipt(trx: Trx, county: County, filter: CaseFilter): Promise<readonly CaseRow[]> {
  const { states, divisions, policy, receipt, people, due, after } = filter;
  let query = casesOf(trx, county);
  if (states?.length === 0) return [];
  if (states) query = query.where('state', 'in', states);
  if (policy !== undefined) query = query.where('policy', '=', policy);
  if (receipt !== undefined) query = query.where('receipt', '=', receiptOf(county, receipt));
  if (divisions) {
    const ranges = divisions.map(rangeOf);
    query = query.where((all) =>
      all.or(ranges.map(({ from, to }) => all.and([all('residence', '>=', from), all('residence', '<=', to)]))),
    );
  }
  if (people) {
    const ids = sql`${[...people]}::uuid[]`;
    query = query.where(sql<boolean>`(subject_id = any(${ids}) or applicant_id = any(${ids}))`);
  }
  if (due?.from) query = query.where('dueOn', '>=', due.from);
  if (due?.until) query = query.where('dueOn', '<=', due.until);
  if (after) query = query.where(sql<boolean>`(received_on, id) < (${after.on}::date, ${after.id}::uuid)`);
  return query.orderBy('receivedOn', 'desc').orderBy('id', 'desc').limit(filter.limit).execute();
}

/** The cases of one family, the newest first. */
export async function casesOfFamily(trx: Trx, county: County, family: FamilyId): Promise<readonly CaseRow[]> {
  return casesOf(trx, county)
    .where('familyId', '=', family)
    .orderBy('receivedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** How the open cases stand: those in `states` by deadline, and beside them those for which the office waits. */
export async function countOpen(
  trx: Trx,
  county: County,
  { states, today, soonUntil }: { readonly states: readonly CaseState[]; readonly today: Day; readonly soonUntil: Day },
): Promise<CaseCounts> {
  const among = sql.join(states.map((state) => sql.lit(state)));
  const { rows } = await sql<CaseCounts>`
    select count(*) filter (where state in (${among}) and waiting_since is null and due_on < ${today})::int as overdue,
      count(*) filter (where state in (${among}) and waiting_since is null and due_on between ${today} and ${soonUntil})::int as soon,
      count(*) filter (where state in (${among}) and waiting_since is null and due_on > ${soonUntil})::int as rest,
      count(*) filter (where waiting_since is not null)::int as waiting
    from benefit_case where county = ${county} and closed_on is null`.execute(trx);
  return rows[0] ?? { overdue: 0, soon: 0, rest: 0, waiting: 0 };
}

/** Decisions since a day, and how many of them were within the term. */
export async function countDecided(trx: Trx, county: County, since: Day): Promise<{ decided: number; onTime: number }> {
  const { rows } = await sql<{ decided: number; onTime: number }>`
    select count(*)::int as decided, count(*) filter (where closed_on <= due_on)::int as on_time
    from benefit_case where county = ${county} and closed_on >= ${since} and state in ('granted', 'refused')`.execute(
    trx,
  );
  return rows[0] ?? { decided: 0, onTime: 0 };
}

/** Ids of open cases in order, from after one on: for rounds over all of them. */
export async function openIds(
  trx: Trx,
  county: County,
  after: CaseId | undefined,
  limit: number,
): Promise<readonly CaseId[]> {
  const rows = await trx
    .selectFrom('benefitCase')
    .select('id')
    .where('county', '=', county)
    .where('closedOn', 'is', null)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id as CaseId);
}
