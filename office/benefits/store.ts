import { sql } from 'kysely';
import { changeOne } from '../../building/database/changes.ts';
import type { Write } from '../../building/database/together.ts';
import type { Database, Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { Day } from '../../values/day.ts';
import type { County } from '../../values/division.ts';
import type { CaseId, DocumentId, EntitlementId, StaffId } from '../../values/id.ts';
import type { Actor, BenefitCase, CaseEvent, Happening, Remedy } from './case/case.ts';
import type { Fen } from '../../values/fen.ts';
import type { Reason } from '../../rules/determination.ts';
import type { Photo } from './contract/photo.ts';
import type { KeptDetermination } from './determine/kept-determination.ts';
import { closedOn, foldEvents } from './case/case.ts';
import { printed, type ReceiptWritten, runningPart } from './apply/receipt.ts';

type Trx = Transaction<Tables>;

/** A case with its timeline, and what is kept of the determination that somebody last acted on. */
export interface StoredCase {
  readonly found: BenefitCase;
  readonly timeline: readonly CaseEvent[];
  readonly kept: KeptDetermination;
}

/** What an application comes with beside its first event. */
export interface Submission {
  readonly submissionKey: string;
  readonly kept: KeptDetermination;
}

/** The county's mark on its receipts: the first character of its name. */
const markOf = (county: County) =>
  sql<string>`(select left(name->>'zh-CN', 1) from division where code = ${`${county}000000`})`;

/** The whole receipt number of what somebody wrote: the mark is the county's own only where none was written. */
export const receiptOf = (county: County, { mark, running }: ReceiptWritten) =>
  sql<string>`${mark ?? markOf(county)} || ' ' || ${running}`;

/**
 * The next receipt number of the year. Taken on a connection of its own before the act, in a transaction of one statement, which itself
 * says for which county: the row is held for no longer than this statement, and its commit does not wait for the disk. The number of a case
 * that lasts can't be lost all the same: its own record lies before the case's in the log.
 */
export async function nextReceipt(db: Database<Tables>, county: County, year: number): Promise<string> {
  const { rows } = await sql<{ running: number; mark: string }>`
    select given.running, given.mark
    from (select set_config('huijia.county', ${county}, true) as county, set_config('synchronous_commit', 'off', true)) acting,
      next_receipt(acting.county::char(6), ${year}) given`.execute(db);
  const given = rows[0];
  if (given === undefined) throw new Error('A receipt number was not given');
  return printed({ mark: given.mark, running: runningPart(year, given.running) });
}

/** Writes a new case. `taken`: the form had been handed in before, or the subject has a live case for this benefit and period. */
export async function insertCase(
  trx: Trx,
  county: County,
  found: BenefitCase,
  submission: Submission,
): Promise<'inserted' | 'taken'> {
  const written = await trx
    .insertInto('benefitCase')
    .values({
      county,
      id: found.id,
      receipt: found.receipt,
      policy: found.policy,
      period: found.period,
      subjectId: found.subject,
      applicantId: found.applicant,
      familyId: found.family,
      accountId: found.account,
      residence: found.residence,
      origin: found.origin,
      receivedOn: found.receivedOn,
      submissionKey: submission.submissionKey,
      ...changing(found),
      ...keptColumns(submission.kept),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return written === undefined ? 'taken' : 'inserted';
}

/** The case that this form became, as far as the asker may see it. */
export async function caseOfForm(trx: Trx, county: County, submissionKey: string): Promise<{ id: CaseId } | undefined> {
  const row = await trx
    .selectFrom('benefitCase')
    .select('id')
    .where('county', '=', county)
    .where('submissionKey', '=', submissionKey)
    .executeTakeFirst();
  return row && { id: row.id as CaseId };
}

/** The receipt of the subject's live case, as far as the asker may see it. */
export async function liveReceipt(
  trx: Trx,
  county: County,
  of: Pick<BenefitCase, 'policy' | 'subject' | 'period'>,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('benefitCase')
    .select('receipt')
    .where('county', '=', county)
    .where('policy', '=', of.policy)
    .where('subjectId', '=', of.subject)
    .where('period', '=', of.period)
    .where('state', 'not in', ['refused', 'withdrawn'])
    .executeTakeFirst();
  return row?.receipt;
}

/**
 * Brings the row up to an event. The caller holds the case's lock ({@link loadCase}) and writes the event ({@link eventWrite}). @throws
 * LostRace when the row is not at the version before.
 */
export async function saveCase(trx: Trx, county: County, after: BenefitCase, newly?: KeptDetermination): Promise<void> {
  await changeOne(
    trx,
    trx
      .updateTable('benefitCase')
      .set({ ...changing(after), ...(newly && keptColumns(newly)) })
      .where('county', '=', county)
      .where('id', '=', after.id)
      .where('version', '=', after.version - 1),
  );
}

/** One event of the timeline, to be sent with what else the act writes. */
export function eventWrite(trx: Trx, county: County, caseId: CaseId, event: CaseEvent): Write {
  const { seq, at, by, kind, body } = event;
  const row = { county, caseId, seq, at, ...actorColumns(by), kind, body: JSON.stringify(body) };
  return trx.insertInto('caseEvent').values(row);
}

function actorColumns(by: Actor) {
  const { kind: actorKind, name: actorName } = by;
  if (by.kind !== 'staff') return { actorKind, actorName, actorId: by.kind === 'family' ? by.id : null };
  return { actorKind, actorName, actorId: by.id, duty: by.duty, office: JSON.stringify(by.office) };
}

/** The columns that follow the case's state. */
function changing(found: BenefitCase) {
  return {
    state: found.state,
    dueOn: found.dueOn,
    dueProvisional: found.dueProvisional,
    waitingSince: found.state === 'correcting' ? found.asked.on : null,
    amountFen: found.determination.amountFen === null ? null : BigInt(found.determination.amountFen),
    policyDigest: digestIn(found.determination.version),
    version: found.version,
    closedOn: closedOn(found) ?? null,
  };
}

/** A case from before texts were kept names the law in another way; its events tell it. */
function digestIn(version: string): string | null {
  return version.length === 64 ? version : null;
}

/** The columns of a determination; its amount and its text are those of the case's state. */
function keptColumns({ facts, because, articles, outcome, engine, digest }: KeptDetermination) {
  const bodies = { facts: JSON.stringify(facts), because: JSON.stringify(because) };
  return { ...bodies, outcome, articles: [...articles], engine, determinationDigest: digest };
}

/** That of the decision, which can't be changed, once there is one. */
const digestToProve = sql<string>`coalesce((
  select d.determination_digest from decision d where d.county = benefit_case.county and d.case_id = benefit_case.id), determination_digest)`;

/**
 * The case in full, by its id or its receipt; undefined when there is none that the asker may see. `forUpdate` holds it until the
 * transaction ends.
 */
export async function loadCase(
  trx: Trx,
  county: County,
  by: { readonly id: CaseId } | ReceiptWritten,
  { forUpdate = false }: { readonly forUpdate?: boolean } = {},
): Promise<StoredCase | undefined> {
  const row = await trx
    .selectFrom('benefitCase')
    .select(['id', 'facts', 'because', 'articles', 'outcome', 'engine', digestToProve.as('digest')])
    .where('county', '=', county)
    .where((is) => ('id' in by ? is('id', '=', by.id) : is('receipt', '=', receiptOf(county, by))))
    .$if(forUpdate, (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const id = row.id as CaseId;
  const timeline = await timelineOf(trx, county, id);
  const found = foldEvents(id, timeline);
  const { amountFen, version: policyText } = found.determination;
  const { id: _, ...columns } = row;
  const kept = { ...columns, policyText, period: found.period, amountFen } as KeptDetermination;
  return { found, timeline, kept };
}

export async function receiptById(trx: Trx, county: County, id: CaseId): Promise<string | undefined> {
  const row = await trx
    .selectFrom('benefitCase')
    .select('receipt')
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.receipt;
}

async function timelineOf(trx: Trx, county: County, caseId: CaseId): Promise<readonly CaseEvent[]> {
  const rows = await trx
    .selectFrom('caseEvent')
    .selectAll()
    .where('county', '=', county)
    .where('caseId', '=', caseId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => {
    const by = {
      kind: row.actorKind,
      id: row.actorId,
      name: row.actorName,
      duty: row.duty,
      office: row.office,
    };
    // The body was written from the same type by eventWrite; the table is append-only.
    const happening = { kind: row.kind, body: row.body } as Happening;
    return { ...happening, seq: row.seq, at: row.at.toISOString(), by: by as Actor };
  });
}

/** The photos handed in, to be sent with what else the act writes; one that is there already for the same document is not added again. */
export function documentsWrite(
  trx: Trx,
  county: County,
  caseId: CaseId,
  photos: readonly (Photo & { readonly id: DocumentId })[],
  addedAt: Date,
): readonly Write[] {
  if (photos.length === 0) return [];
  const rows = photos.map(({ id, requirement, digest, mediaType, sizeBytes }) => {
    return { county, id, caseId, requirement, fileDigest: digest, mediaType, sizeBytes, addedAt };
  });
  return [
    trx
      .insertInto('caseDocument')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing()),
  ];
}

/** One photo of a case, for showing it. */
export async function documentOf(
  trx: Trx,
  county: County,
  key: { readonly caseId: CaseId; readonly documentId: DocumentId },
): Promise<Pick<Photo, 'digest' | 'mediaType'> | undefined> {
  const row = await trx
    .selectFrom('caseDocument')
    .select(['fileDigest as digest', 'mediaType'])
    .where('county', '=', county)
    .where('caseId', '=', key.caseId)
    .where('id', '=', key.documentId)
    .executeTakeFirst();
  return row && { digest: row.digest, mediaType: row.mediaType as Photo['mediaType'] };
}

export interface StoredDocument extends Photo {
  readonly id: DocumentId;
  readonly addedAt: Date;
}

export async function documentsOf(trx: Trx, county: County, caseId: CaseId): Promise<readonly StoredDocument[]> {
  const rows = await trx
    .selectFrom('caseDocument')
    .select(['id', 'requirement', 'fileDigest as digest', 'mediaType', 'sizeBytes', 'addedAt'])
    .where('county', '=', county)
    .where('caseId', '=', caseId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, id: row.id as DocumentId, mediaType: row.mediaType as Photo['mediaType'] }));
}

/** The digests of all photos of a county's cases. */
export async function photosOfCounty(trx: Trx, county: County): Promise<readonly string[]> {
  const rows = await trx.selectFrom('caseDocument').select('fileDigest').where('county', '=', county).execute();
  return rows.map(({ fileDigest }) => fileDigest);
}

/** How many photos there are of each document, for many cases at once. */
export async function photoCounts(
  trx: Trx,
  county: County,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, ReadonlyMap<string, number>>> {
  const counts = new Map<CaseId, Map<string, number>>();
  if (caseIds.length === 0) return counts;
  const rows = await trx
    .selectFrom('caseDocument')
    .select(['caseId', 'requirement', sql<number>`count(*)::int`.as('count')])
    .where('county', '=', county)
    .where('caseId', 'in', caseIds)
    .groupBy(['caseId', 'requirement'])
    .execute();
  for (const { caseId, requirement, count } of rows) {
    const ofCase = counts.get(caseId as CaseId) ?? new Map<string, number>();
    counts.set(caseId as CaseId, ofCase.set(requirement, count));
  }
  return counts;
}

/** A decision as it is sent: never changed afterwards. */
export interface Decision {
  readonly caseId: CaseId;
  readonly number: string;
  readonly outcome: 'granted' | 'refused';
  readonly amount: Fen | null;
  readonly reasons: readonly Reason[];
  readonly remedies: readonly Remedy[];
  readonly decidedOn: Day;
  readonly decidedBy: StaffId;
  /** Of the determination that it rests on ({@link KeptDetermination}), here where nothing is ever changed. */
  readonly determinationDigest: string;
}

export async function insertDecision(trx: Trx, county: County, decision: Decision): Promise<void> {
  const { amount, reasons, remedies, ...rest } = decision;
  const bodies = { reasons: JSON.stringify(reasons), remedies: JSON.stringify(remedies) };
  await trx
    .insertInto('decision')
    .values({ county, ...rest, ...bodies, amountFen: amount })
    .execute();
}

export async function decisionOf(trx: Trx, county: County, caseId: CaseId): Promise<Decision | undefined> {
  const row = await trx
    .selectFrom('decision')
    .selectAll()
    .where('county', '=', county)
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { amountFen: amount, county: _, ...rest } = row;
  return { ...rest, amount } as Decision;
}

/**
 * What a grant gives. `granted-before`: the subject has this benefit for this period (one_grant_per_subject_per_period); nothing was
 * written.
 */
export async function insertEntitlement(
  trx: Trx,
  county: County,
  granted: { readonly id: EntitlementId; readonly found: BenefitCase; readonly amount: Fen; readonly on: Day },
): Promise<'inserted' | 'granted-before'> {
  const { id, found, amount, on } = granted;
  const { policy, period, residence } = found;
  const people = { subjectId: found.subject, familyId: found.family, accountId: found.account };
  const written = await trx
    .insertInto('entitlement')
    .values({ county, id, caseId: found.id, policy, period, residence, ...people, amountFen: amount, grantedOn: on })
    .onConflict((conflict) => conflict.constraint('one_grant_per_subject_per_period').doNothing())
    .returning('id')
    .executeTakeFirst();
  return written === undefined ? 'granted-before' : 'inserted';
}
