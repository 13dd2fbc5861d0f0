import type { County } from '../../../values/division.ts';
import { inTransaction, type Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import { addDays, type Day } from '../../../values/day.ts';
import { type Fen, fenToWire } from '../../../values/fen.ts';
import type { BatchId } from '../../../values/id.ts';
import { accountLabels } from '../../families/find/payees.ts';
import { maskedName } from '../../families/case.ts';
import type { House } from '../../hall/house.ts';
import { type FamilyActing, settingsOf, type StaffActing } from '../../hall/who/acting.ts';
import { linesNotForTheFile } from '../batch/bank-file.ts';
import type { Batch, LedgerAccount } from '../case.ts';
import type { Balance, LedgerQuery, LedgerView } from '../contract/ledger.ts';
import type { BatchSummary, BatchView } from '../contract/batch.ts';
import type { MoneyOverview } from '../contract/overview.ts';
import type { MyPayment, MyPayments } from '../contract/family-payments.ts';
import { type KeptPayment, paymentsOfFamily } from './family-store.ts';
import { chart } from '../ledger/decide.ts';
import { available, balances, ledgerPage, turnoverByDay } from '../ledger/ledger-store.ts';
import { openedLine } from '../batch/batch-lines.ts';
import { batchMay, moneyMay } from './may.ts';
import * as store from './overview-store.ts';
import { layoutOf, payerOf } from '../batch/bank-store.ts';
import { importedFile, type ImportedFile } from '../returns/return-store.ts';
import { returnReasonOf } from '../returns/return-reason.ts';
import { batchById, batchLines } from '../store.ts';
import { ledgerEventWords, notForTheFileWords } from '../words/sentences.ts';

type Trx = Transaction<Tables>;

const linesAtOnce = 200;
const transactionsAtOnce = 100;

/** Everything the money page shows: what is due, the batches, the balances. */
export async function moneyOverview(house: House, acting: StaffActing): Promise<MoneyOverview> {
  const today = house.clock.today();
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const due = await store.dueSums(trx, acting.county);
    const firstDue = due.at(0)?.dueOn;
    return {
      today,
      due: due.map(({ total, ...sum }) => ({ ...sum, totalFen: fenToWire(total) })),
      ...(firstDue === undefined ? {} : { suggestedPayOn: later(today, firstDue) }),
      batches: (await store.batchList(trx, acting.county)).map(summaryOf),
      balances: balancesShown(await balances(trx, acting.county)),
      availableFen: fenToWire(await available(trx, acting.county)),
      returnedCount: await store.countReturned(trx, acting.county),
      may: moneyMay(acting.duty),
    };
  });
}

/**
 * What waits for this duty: for the fund manager drafts to sign; for the payer batches to sign, answers of the bank to import, and one more
 * when payments are due that no batch holds.
 */
export async function moneyWaiting(
  house: House,
  acting: StaffActing,
): Promise<{ readonly batches: number; readonly returned: number }> {
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const { draft, fundsReleased, released, isDue } = await store.waiting(trx, acting.county, house.clock.today());
    const batches = acting.duty === 'manage-funds' ? draft : fundsReleased + released + (isDue ? 1 : 0);
    return { batches, returned: await store.countReturned(trx, acting.county) };
  });
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function balancesShown(found: ReadonlyMap<LedgerAccount, Fen>): Balance[] {
  return chart.map(({ code, name, kind }) => ({
    account: code,
    name,
    kind,
    balanceFen: fenToWire(found.get(code) ?? (0n as Fen)),
  }));
}

function summaryOf({ total, draftedAt, ...batch }: store.BatchInList): BatchSummary {
  return { ...batch, totalFen: fenToWire(total), draftedAt: draftedAt.toISOString() };
}

/** A batch as the list shows it; undefined when there is none. */
export async function batchSummary(house: House, acting: StaffActing, id: BatchId): Promise<BatchSummary | undefined> {
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const [found] = await store.batchList(trx, acting.county, id);
    return found && summaryOf(found);
  });
}

/** A batch opened: lines after `after`, signatures, files, and what the reader may do next. Names are masked. */
export async function batchView(
  house: House,
  acting: StaffActing,
  id: BatchId,
  after: number,
): Promise<BatchView | undefined> {
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const [found] = await store.batchList(trx, acting.county, id);
    const batch = await batchById(trx, acting.county, id);
    if (found === undefined || batch === undefined) return undefined;
    const lines = await store.linePage(trx, acting.county, id, after, linesAtOnce);
    const last = lines.at(-1)?.line ?? batch.lineCount;
    const imported = await importedFile(trx, acting.county, { batchId: id });
    return {
      ...summaryOf(found),
      digest: batch.digest,
      releases: (await store.namedReleases(trx, acting.county, id)).map(({ at, ...release }) => ({
        ...release,
        at: at.toISOString(),
      })),
      lines: lines.map(lineShown),
      ...(last < batch.lineCount ? { nextAfter: last } : {}),
      notForTheFile: await notForTheFile(house, acting.county, trx, batch),
      files: (await store.filesOf(trx, acting.county, id)).map(({ madeAt, ...file }) => ({
        ...file,
        madeAt: madeAt.toISOString(),
      })),
      ...(imported === undefined ? {} : { returnFile: importShown(imported) }),
      may: batchMay(batch, acting, { hasPayer: (await payerOf(trx, acting.county)) !== undefined }),
    };
  });
}

function lineShown({
  amount,
  last4,
  payee,
  outcome,
  settledOn,
  returnReason,
  ...line
}: store.LineInList): BatchView['lines'][number] {
  return {
    ...line,
    payee: maskedName(payee),
    accountLast4: last4,
    amountFen: fenToWire(amount),
    ...(outcome === null ? {} : { outcome }),
    ...(settledOn === null ? {} : { settledOn }),
    ...(returnReason === null ? {} : { reason: returnReasonOf(returnReason).reason }),
  };
}

/** What the bank's file can't carry matters until the batch is released; afterwards it is past. */
async function notForTheFile(
  house: House,
  county: County,
  trx: Trx,
  { id, progress }: Batch,
): Promise<BatchView['notForTheFile']> {
  if (progress.state !== 'draft' && progress.state !== 'funds-released') return [];
  const lines = (await batchLines(trx, county, id)).map((line) => openedLine(house.keysOf(county), line));
  const found = linesNotForTheFile(lines, await layoutOf(trx, county));
  return found.map(({ line, payee, fault }) => ({ line, payee: maskedName(payee), why: notForTheFileWords(fault) }));
}

function importShown({
  importedAt,
  importedBy,
  paidCount,
  returnedCount,
}: ImportedFile): NonNullable<BatchView['returnFile']> {
  return { importedAt: importedAt.toISOString(), importedBy, paidCount, returnedCount };
}

/** The ledger within a range of days; the last ninety unless said otherwise. */
export async function ledgerView(house: House, acting: StaffActing, query: LedgerQuery): Promise<LedgerView> {
  const to = query.to ?? house.clock.today();
  const from = query.from ?? addDays(to, -90);
  const range = {
    from,
    to,
    ...(query.account === undefined ? {} : { account: query.account }),
    ...(query.before === undefined ? {} : { before: query.before }),
  };
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const page = await ledgerPage(trx, acting.county, range, transactionsAtOnce + 1);
    const transactions = page.slice(0, transactionsAtOnce);
    const days = await turnoverByDay(trx, acting.county, range);
    const last = transactions.at(-1);
    return {
      from,
      to,
      balances: balancesShown(await balances(trx, acting.county)),
      days: days.map(({ debit, credit, ...day }) => ({
        ...day,
        debitFen: fenToWire(debit),
        creditFen: fenToWire(credit),
      })),
      transactions: transactions.map(transactionShown),
      ...(page.length > transactionsAtOnce && last !== undefined ? { nextBefore: last.id } : {}),
    };
  });
}

function transactionShown(
  transaction: Awaited<ReturnType<typeof ledgerPage>>[number],
): LedgerView['transactions'][number] {
  const { at, batchNumber, entries, what, id, onDay } = transaction;
  return {
    id,
    onDay,
    what,
    at: at.toISOString(),
    words: ledgerEventWords(what),
    ...(batchNumber === null ? {} : { batchNumber }),
    entries: entries.map((entry) => ({ ...entry, name: nameOf(entry.account) })),
  };
}

function nameOf(account: LedgerAccount): Balance['name'] {
  const charted = chart.find(({ code }) => code === account);
  if (charted === undefined) throw new Error(`The chart has no account ${account}`);
  return charted.name;
}

/** A family's own payments: what came, when, for what, and what came back. */
export async function myPayments(house: House, acting: FamilyActing): Promise<MyPayments> {
  const { family } = acting;
  if (family === undefined) return { payments: [] };
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const payments = await paymentsOfFamily(trx, acting.county, family);
    return { payments: await shownPayments(trx, acting.county, payments) };
  });
}

/** One payment as its family sees it. */
export async function shownPayment(
  house: House,
  acting: FamilyActing | StaffActing,
  payment: KeptPayment,
): Promise<MyPayment> {
  const [shown] = await inTransaction(house.db, settingsOf(acting), (trx) =>
    shownPayments(trx, acting.county, [payment]),
  );
  if (shown === undefined) throw new Error('One payment was given');
  return shown;
}

async function shownPayments(trx: Trx, county: County, payments: readonly KeptPayment[]): Promise<MyPayment[]> {
  const labels = await accountLabels(
    trx,
    county,
    payments.map(({ accountId }) => accountId),
  );
  return payments.map(({ id, matter, purpose, period, amount, standing, dueOn, accountId, returned }) => ({
    id,
    matter,
    purpose,
    period,
    amountFen: fenToWire(amount),
    state: standing.state,
    dueOn,
    ...(standing.state === 'paid' ? { paidOn: standing.paidOn } : {}),
    account: { id: accountId, ...(labels.get(accountId) ?? { bank: '', last4: '' }) },
    ...(returned === undefined ? {} : { returned: { on: returned.on, ...returnReasonOf(returned.reason) } }),
  }));
}
