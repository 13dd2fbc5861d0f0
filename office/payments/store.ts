import { sql } from 'kysely';
import { changeExactly, changeOne, refusalOf } from '../../building/database/changes.ts';
import { LostRace, type Transaction } from '../../building/database/transaction.ts';
import { newId } from '../../building/identity/new-id.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { Day } from '../../values/day.ts';
import type { County, Division } from '../../values/division.ts';
import { type Fen, fen } from '../../values/fen.ts';
import type { AccountId, BatchId, FamilyId, PaymentId, PersonId, StaffId } from '../../values/id.ts';
import type { Localized } from '../../values/language.ts';
import type { Batch, BatchState, LineOutcome, PaymentOrder, Power, Release } from './case.ts';
import { type Matter, type MatterColumns, matterOf, withMatter } from '../hall/who/matter.ts';
import { addEntries, openBooks } from './ledger/ledger-store.ts';

type Trx = Transaction<Tables>;

/** Writes a payment and its grant in the ledger; the id of the payment, or undefined when the order has one for the period. */
export async function addPayment(trx: Trx, county: County, order: PaymentOrder): Promise<PaymentId | undefined> {
  const [id, transactionId] = [newId<'payment'>(), newId()];
  const { rows } = await sql<{ id: PaymentId }>`
    with charted as (${openBooks(county)}),
    ordered as (
      insert into payment (county, id, matter_kind, matter_id, order_id, family_id, residence, period, amount_fen, purpose,
        payee_id, account_id, state, due_on)
      values (${county}, ${id}, ${order.matter.kind}, ${order.matter.id}, ${order.orderId}, ${order.familyId}, ${order.residence}, ${order.period}, ${order.amount},
        ${JSON.stringify(order.purpose)}::jsonb, ${order.payeeId}, ${order.accountId}, 'due', ${order.dueOn})
      on conflict (county, matter_kind, order_id, period) do nothing
      returning id
    ),
    entered as (
      insert into ledger_transaction (county, id, at, on_day, what, matter_kind, matter_id)
      select ${county}, ${transactionId}, ${order.at}, ${order.on}, 'grant', ${order.matter.kind}, ${order.matter.id} from ordered
    )
    select id from ordered`.execute(trx);
  if (rows.length === 0) return undefined;
  await addEntries(trx, county, transactionId, { what: 'grant', amount: order.amount });
  return id;
}

/** The payment of an order's period. */
export async function paymentOf(
  trx: Trx,
  county: County,
  order: Pick<PaymentOrder, 'matter' | 'orderId' | 'period'>,
): Promise<PaymentId> {
  const { id } = await trx
    .selectFrom('payment')
    .select('id')
    .where('county', '=', county)
    .where('matterKind', '=', order.matter.kind)
    .where('orderId', '=', order.orderId)
    .where('period', '=', order.period)
    .executeTakeFirstOrThrow();
  return id as PaymentId;
}

/** A payment that waits for a batch. */
export interface DuePayment {
  readonly id: PaymentId;
  readonly matter: Matter;
  readonly accountId: AccountId;
  readonly amount: Fen;
  readonly remark: string;
}

/** Payments due by a day within a range of divisions, in the order of their villages; locked until the transaction ends. */
export async function takeDue(
  trx: Trx,
  county: County,
  due: { by: Day; from: Division; to: Division; most: number },
): Promise<readonly DuePayment[]> {
  const rows = await trx
    .selectFrom('payment')
    .select(['id', 'matterKind', 'matterId', 'accountId', 'amountFen', 'purpose'])
    .where('county', '=', county)
    .where('state', '=', 'due')
    .where('dueOn', '<=', due.by)
    .where('residence', '>=', due.from)
    .where('residence', '<=', due.to)
    .orderBy('residence')
    .orderBy('dueOn')
    .orderBy('id')
    .limit(due.most)
    .forUpdate()
    .execute();
  return rows.map((row) => ({
    id: row.id as PaymentId,
    matter: matterOf(row),
    accountId: row.accountId as AccountId,
    amount: fen(row.amountFen),
    remark: row.purpose['zh-CN'],
  }));
}

/** The next number of the year: `2026-0007`. Under `lockMoney`. */
export async function nextBatchNumber(trx: Trx, county: County, year: number): Promise<string> {
  const { last } = await trx
    .selectFrom('paymentBatch')
    .select(sql<number>`coalesce(max(substring(number from 6)::integer), 0)`.as('last'))
    .where('county', '=', county)
    .where('number', 'like', `${year}-%`)
    .executeTakeFirstOrThrow();
  return `${year}-${String(last + 1).padStart(4, '0')}`;
}

/** A line as it is stored: the account number sealed. */
export interface StoredLine {
  readonly line: number;
  readonly paymentId: PaymentId;
  readonly reference: string;
  readonly payee: string;
  readonly bank: string;
  readonly sealed: Buffer;
  readonly last4: string;
  readonly remark: string;
  readonly amount: Fen;
}

/** Writes a batch with its lines and takes their payments into it: three statements, however many lines. */
export async function addBatch(trx: Trx, county: County, batch: Batch, lines: readonly StoredLine[]): Promise<void> {
  const { id, number, lineCount, total, digest, draftedBy, draftedAt, payOn, version } = batch;
  await trx
    .insertInto('paymentBatch')
    .values({
      county,
      id,
      number,
      state: 'draft',
      lineCount,
      totalFen: total,
      digest,
      draftedBy,
      draftedAt,
      payOn,
      version,
    })
    .execute();
  const column = <T>(of: (line: StoredLine) => T): T[] => lines.map(of);
  await sql`
    insert into batch_line (county, batch_id, line, payment_id, end_to_end, payee_name, bank, number_sealed, number_last4, remark, amount_fen)
    select ${county}, ${id}, l.* from unnest(${column((l) => l.line)}::integer[], ${column((l) => l.paymentId)}::uuid[], ${column((l) => l.reference)}::text[],
      ${column((l) => l.payee)}::text[], ${column((l) => l.bank)}::text[], ${column((l) => l.sealed)}::bytea[], ${column((l) => l.last4)}::text[],
      ${column((l) => l.remark)}::text[], ${column((l) => l.amount.toString())}::bigint[]) as l`.execute(trx);
  const taken = sql`
    update payment set state = 'in-batch', version = version + 1
    where county = ${county} and id = any(${column((l) => l.paymentId)}::uuid[]) and state = 'due'`;
  await changeExactly(trx, lines.length, taken.compile(trx));
}

interface BatchRow {
  readonly id: string;
  readonly number: string;
  readonly state: BatchState['state'];
  readonly lineCount: number;
  readonly totalFen: bigint;
  readonly digest: string;
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly payOn: string;
  readonly version: number;
}

function batchOf(row: BatchRow, releases: readonly Release[]): Batch {
  const { id, number, lineCount, totalFen, digest, draftedBy, draftedAt, payOn, version, state } = row;
  const signed = (power: Power): Release => {
    const found = releases.find((release) => release.power === power);
    if (found === undefined) throw new Error(`Batch ${number} is ${state} without the release of ${power}`);
    return found;
  };
  const progress: BatchState =
    state === 'draft' || state === 'cancelled'
      ? { state }
      : state === 'funds-released'
        ? { state, funds: signed('manage-funds') }
        : { state, funds: signed('manage-funds'), payOut: signed('pay-out') };
  return {
    id: id as BatchId,
    number,
    lineCount,
    total: fen(totalFen),
    digest,
    draftedBy: draftedBy as StaffId,
    draftedAt,
    payOn: payOn as Day,
    version,
    progress,
  };
}

/** A batch with its signatures; undefined when there is none of that id, or the reader has no duty of money. */
export async function batchById(trx: Trx, county: County, id: BatchId): Promise<Batch | undefined> {
  const row = await trx
    .selectFrom('paymentBatch')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : batchOf(row, await releasesOf(trx, county, id));
}

async function releasesOf(trx: Trx, county: County, id: BatchId): Promise<readonly Release[]> {
  const rows = await trx
    .selectFrom('batchRelease')
    .select(['power', 'staffId', 'at', 'digest'])
    .where('county', '=', county)
    .where('batchId', '=', id)
    .execute();
  return rows.map(({ power, staffId, at, digest }) => ({ power, by: staffId as StaffId, at, digest }));
}

/** The lines of a batch in order, with their account numbers sealed and the matters they pay for. */
export async function batchLines(
  trx: Trx,
  county: County,
  id: BatchId,
): Promise<readonly (StoredLine & { matter: Matter })[]> {
  const rows = await trx
    .selectFrom('batchLine')
    .innerJoin('payment', (join) =>
      join.onRef('payment.county', '=', 'batchLine.county').onRef('payment.id', '=', 'batchLine.paymentId'),
    )
    .selectAll('batchLine')
    .select(['payment.matterKind', 'payment.matterId'])
    .where('batchLine.county', '=', county)
    .where('batchLine.batchId', '=', id)
    .orderBy('batchLine.line')
    .execute();
  return rows.map((row) => ({
    line: row.line,
    paymentId: row.paymentId as PaymentId,
    matter: matterOf(row),
    reference: row.endToEnd,
    payee: row.payeeName,
    bank: row.bank,
    sealed: row.numberSealed,
    last4: row.numberLast4,
    remark: row.remark,
    amount: fen(row.amountFen),
  }));
}

const refusedReleases = new Map<string, 'same-person' | 'already-released' | 'lines-changed'>([
  ['two_releases_by_two_people', 'same-person'],
  ['batch_release_pkey', 'already-released'],
  ['a_release_signs_the_lines_of_its_batch', 'lines-changed'],
]);

/** Writes a signature. The database refuses a second one by the same person or of the same power, and one over other lines. */
export async function addRelease(
  trx: Trx,
  county: County,
  id: BatchId,
  release: Release,
): Promise<'added' | 'same-person' | 'already-released' | 'lines-changed'> {
  const { power, by: staffId, at, digest } = release;
  const signed = trx.insertInto('batchRelease').values({ county, batchId: id, power, staffId, at, digest });
  return (await refusalOf(trx, signed, refusedReleases)) ?? 'added';
}

/** Moves a batch on from the version that was read. @throws LostRace when somebody was faster. */
export async function moveBatch(
  trx: Trx,
  county: County,
  { id, version }: Batch,
  state: BatchState['state'],
): Promise<void> {
  await changeOne(
    trx,
    trx
      .updateTable('paymentBatch')
      .set({ state, version: version + 1 })
      .where('county', '=', county)
      .where('id', '=', id)
      .where('version', '=', version),
  );
}

/** Ends the lines of a cancelled batch, and makes their payments due again. */
export async function giveBack(trx: Trx, county: County, { id, lineCount }: Batch): Promise<void> {
  const due = sql`
    with ended as (
      update batch_line set outcome = 'cancelled' where county = ${county} and batch_id = ${id} and outcome is null returning payment_id
    )
    update payment set state = 'due', version = version + 1 from ended
    where payment.county = ${county} and payment.id = ended.payment_id and payment.state = 'in-batch'`;
  await changeExactly(trx, lineCount, due.compile(trx));
}

/** A payment whose line has just been answered: who is told, and what. */
export interface SettledPayment {
  readonly paymentId: PaymentId;
  readonly payeeId: PersonId;
  readonly familyId: FamilyId;
  readonly residence: Division;
  readonly matter: Matter;
  readonly amount: Fen;
  readonly purpose: Localized;
  readonly last4: string;
  readonly outcome: LineOutcome;
}

/** Writes how each line of a batch ended, and with it its payment. @throws LostRace when a line had ended before. */
export async function settleLines(
  trx: Trx,
  county: County,
  id: BatchId,
  outcomes: ReadonlyMap<number, LineOutcome>,
): Promise<readonly SettledPayment[]> {
  const all = [...outcomes];
  const reasons = all.map(([, outcome]) => (outcome.outcome === 'returned' ? outcome.reason : null));
  const { rows } = await sql<
    Omit<SettledPayment, 'amount' | 'matter'> & MatterColumns & { amountFen: bigint; line: number }
  >`
    with answer as (
      select * from unnest(${all.map(([line]) => line)}::integer[], ${all.map(([, outcome]) => outcome.outcome)}::text[],
        ${all.map(([, outcome]) => outcome.settledOn)}::date[], ${reasons}::text[]) as a (line, outcome, settled_on, reason)
    ),
    ended as (
      update batch_line l set outcome = a.outcome, settled_on = a.settled_on, return_reason = a.reason
      from answer a where l.county = ${county} and l.batch_id = ${id} and l.line = a.line and l.outcome is null
      returning l.line, l.payment_id, l.outcome, l.settled_on, l.return_reason, l.number_last4
    )
    update payment p set state = e.outcome, version = p.version + 1,
      paid_on = case when e.outcome = 'paid' then e.settled_on end,
      returned_on = case when e.outcome = 'returned' then e.settled_on else p.returned_on end,
      return_reason = case when e.outcome = 'returned' then e.return_reason else p.return_reason end
    from ended e where p.county = ${county} and p.id = e.payment_id and p.state = 'in-batch'
    returning p.id as payment_id, p.payee_id, p.family_id, p.residence, p.matter_kind, p.matter_id, p.amount_fen, p.purpose,
      e.number_last4 as last4, e.line`.execute(trx);
  if (rows.length !== outcomes.size) throw new LostRace(`${outcomes.size} answers settled ${rows.length} payments`);
  return rows.map(withMatter).map(({ amountFen, line, ...row }) => {
    const outcome = outcomes.get(line);
    if (outcome === undefined) throw new Error(`Line ${line} was settled without an answer`);
    return { ...row, amount: fen(amountFen), outcome };
  });
}
