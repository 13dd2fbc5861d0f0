import { inTransaction } from '../../../building/database/transaction.ts';
import type { Day } from '../../../values/day.ts';
import { type Fen, type NotAnAmount, readYuan } from '../../../values/fen.ts';
import type { House } from '../../hall/house.ts';
import { recordAudit } from '../../hall/record.ts';
import { settingsOf, type StaffActing } from '../../hall/who/acting.ts';
import { lockMoney, postedUnder, postOnce } from './ledger-store.ts';

/** Money that reached the county's deposit. */
export interface Appropriation {
  /** Made by the form: sent twice, it is one appropriation. */
  readonly submissionKey: string;
  /** In yuan, as typed. */
  readonly amountYuan: string;
  readonly onDay: Day;
  /** The number of the paper that appropriates it (拨款文号). */
  readonly document: string;
}

export type Appropriated =
  | { readonly kind: 'appropriated'; readonly amount: Fen }
  | { readonly kind: 'already-appropriated'; readonly amount: Fen }
  | { readonly kind: 'not-an-amount'; readonly why: NotAnAmount | 'not-above-zero' }
  | { readonly kind: 'day-in-the-future' }
  /** The form was sent before and said something else; what was entered then stays. */
  | { readonly kind: 'sent-otherwise' };

/** Enters an appropriation in the ledger: the deposit grows. For the duty manage-funds. */
export async function appropriate(house: House, acting: StaffActing, input: Appropriation): Promise<Appropriated> {
  const read = readYuan(input.amountYuan);
  if (read.kind === 'refused') return { kind: 'not-an-amount', why: read.why };
  if (read.fen <= 0n) return { kind: 'not-an-amount', why: 'not-above-zero' };
  if (input.onDay > house.clock.today()) return { kind: 'day-in-the-future' };
  const at = house.clock.now();
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    await lockMoney(trx, acting.county);
    const posting = { what: 'appropriation', amount: read.fen, at, on: input.onDay } as const;
    if ((await postOnce(trx, acting.county, input.submissionKey, posting)) === 'already-posted')
      return sentBefore(await postedUnder(trx, acting.county, input.submissionKey), posting);
    const detail = { amountFen: read.fen.toString(), document: input.document, onDay: input.onDay };
    await recordAudit(trx, acting, {
      at,
      act: 'funds.appropriated',
      subjectKind: 'ledger-transaction',
      subjectId: input.submissionKey,
      detail,
    });
    return { kind: 'appropriated', amount: read.fen };
  });
}

function sentBefore(
  booked: Awaited<ReturnType<typeof postedUnder>>,
  { amount, on }: { readonly amount: Fen; readonly on: Day },
): Appropriated {
  const same = booked?.what === 'appropriation' && booked.amount === amount && booked.on === on;
  return same ? { kind: 'already-appropriated', amount } : { kind: 'sent-otherwise' };
}
