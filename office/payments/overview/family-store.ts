import { sql } from 'kysely';
import { changeOne } from '../../../building/database/changes.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Day } from '../../../values/day.ts';
import type { County, Division } from '../../../values/division.ts';
import { type Fen, fen } from '../../../values/fen.ts';
import type { AccountId, FamilyId, PaymentId, PersonId } from '../../../values/id.ts';
import type { Localized } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { type Matter, matterOf } from '../../hall/who/matter.ts';
import type { PaymentState } from '../case.ts';

type Trx = Transaction<Tables>;

/** A payment as its family and the counter see it. */
export interface KeptPayment {
  readonly id: PaymentId;
  readonly matter: Matter;
  readonly familyId: FamilyId;
  readonly residence: Division;
  readonly payeeId: PersonId;
  readonly accountId: AccountId;
  readonly period: string;
  readonly amount: Fen;
  readonly purpose: Localized;
  readonly dueOn: Day;
  readonly version: number;
  readonly standing: PaymentState;
  /** The last time the bank sent it back, whatever came after. */
  readonly returned?: { readonly on: Day; readonly reason: string };
}

interface PaymentRow {
  readonly id: string;
  readonly matterKind: string;
  readonly matterId: string;
  readonly familyId: string;
  readonly residence: string;
  readonly payeeId: string;
  readonly accountId: string;
  readonly period: string;
  readonly amountFen: bigint;
  readonly purpose: Localized;
  readonly dueOn: string;
  readonly version: number;
  readonly state: PaymentState['state'];
  readonly paidOn: string | null;
  readonly returnedOn: string | null;
  readonly returnReason: string | null;
}

const columns = [
  'id',
  'matterKind',
  'matterId',
  'familyId',
  'residence',
  'payeeId',
  'accountId',
  'period',
  'amountFen',
  'purpose',
  'dueOn',
  'version',
  'state',
  'paidOn',
  'returnedOn',
  'returnReason',
] as const;

function paymentOf(row: PaymentRow): KeptPayment {
  const { returnedOn, returnReason } = row;
  return {
    id: row.id as PaymentId,
    matter: matterOf(row),
    familyId: row.familyId as FamilyId,
    residence: row.residence as Division,
    payeeId: row.payeeId as PersonId,
    accountId: row.accountId as AccountId,
    period: row.period,
    amount: fen(row.amountFen),
    purpose: row.purpose,
    dueOn: row.dueOn as Day,
    version: row.version,
    standing: paymentState(row),
    ...(returnedOn === null || returnReason === null
      ? {}
      : { returned: { on: returnedOn as Day, reason: returnReason } }),
  };
}

function paymentState({ id, state, paidOn, returnedOn, returnReason }: PaymentRow): PaymentState {
  switch (state) {
    case 'due':
    case 'in-batch':
    case 'cancelled':
      return { state };
    case 'paid':
      if (paidOn === null) throw new Error(`Payment ${id} is paid without a day`);
      return { state, paidOn: paidOn as Day };
    case 'returned':
      if (returnedOn === null || returnReason === null)
        throw new Error(`Payment ${id} is returned without day or reason`);
      return { state, returnedOn: returnedOn as Day, reason: returnReason };
    default:
      return unreachable(state);
  }
}

/** A family's payments, the latest first. */
export async function paymentsOfFamily(trx: Trx, county: County, familyId: FamilyId): Promise<readonly KeptPayment[]> {
  const rows = await trx
    .selectFrom('payment')
    .select(columns)
    .where('county', '=', county)
    .where('familyId', '=', familyId)
    .orderBy(sql`coalesce(paid_on, returned_on, due_on)`, 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(paymentOf);
}

/** A payment that the bank sent back. */
export type ReturnedPayment = KeptPayment & Required<Pick<KeptPayment, 'returned'>>;

/** Returned payments within the sight of whoever acts, or one family's, the longest waiting first. */
export async function returnedInSight(
  trx: Trx,
  county: County,
  familyId: FamilyId | undefined,
): Promise<readonly ReturnedPayment[]> {
  const inSight = trx
    .selectFrom('payment')
    .select(columns)
    .where('county', '=', county)
    .where('state', '=', 'returned');
  const wanted = familyId === undefined ? inSight : inSight.where('familyId', '=', familyId);
  const rows = await wanted.orderBy('returnedOn').orderBy('id').limit(500).execute();
  return rows.map(paymentOf).filter((payment): payment is ReturnedPayment => payment.returned !== undefined);
}

/** One payment, if whoever acts may see it. */
export async function paymentById(trx: Trx, county: County, id: PaymentId): Promise<KeptPayment | undefined> {
  const row = await trx
    .selectFrom('payment')
    .select(columns)
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && paymentOf(row);
}

/** Holds a returned payment until the transaction ends; false when it is not (or no longer) returned. */
export async function holdReturned(trx: Trx, county: County, id: PaymentId): Promise<boolean> {
  const held = await trx
    .selectFrom('payment')
    .select('id')
    .where('county', '=', county)
    .where('id', '=', id)
    .where('state', '=', 'returned')
    .forUpdate()
    .executeTakeFirst();
  return held !== undefined;
}

/** A returned payment that is held goes due again, to another account. @throws LostRace when it is not returned any more. */
export async function payAgain(
  trx: Trx,
  county: County,
  { id, version }: KeptPayment,
  to: { accountId: AccountId; payeeId: PersonId },
): Promise<void> {
  await changeOne(
    trx,
    trx
      .updateTable('payment')
      .set({ state: 'due', accountId: to.accountId, payeeId: to.payeeId, version: version + 1 })
      .where('county', '=', county)
      .where('id', '=', id)
      .where('state', '=', 'returned'),
  );
}
