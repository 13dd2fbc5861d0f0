import { sql } from 'kysely';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../../building/identity/new-id.ts';
import { day } from '../../../values/day.ts';
import { fen, yuanText } from '../../../values/fen.ts';
import type { BatchId } from '../../../values/id.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { Batch } from '../case.ts';
import { appropriate } from './appropriate.ts';
import { cancelBatch, draftBatch } from '../batch/draft.ts';
import { importReturnFile } from '../returns/import.ts';
import { balancesOf, entriesOf, turnover } from './decide.ts';
import { balances } from './ledger-store.ts';
import { correctAccount } from '../returns/correct-account.ts';
import { releaseBatch } from '../batch/release.ts';
import { batchLines } from '../store.ts';
import { county, system } from '../../staff/testing.ts';
import { familyActing, type Granted, testOffice } from '../testing.ts';

test('each movement debits one account and credits another with the same amount', () => {
  const sides = (what: Parameters<typeof entriesOf>[0]['what']) =>
    entriesOf({ what, amount: fen(5n) }).map(({ account, side }) => `${side} ${account}`);
  expect(sides('appropriation')).toEqual(['debit deposit', 'credit appropriation']);
  expect(sides('grant')).toEqual(['debit expense', 'credit payable']);
  expect(sides('release')).toEqual(['debit payable', 'credit in-transit']);
  expect(sides('settlement')).toEqual(['debit in-transit', 'credit deposit']);
  expect(sides('return')).toEqual(['debit in-transit', 'credit payable']);
  expect(() => entriesOf({ what: 'grant', amount: fen(0n) })).toThrow('Only money moves');
});

test('a balance stands on the account’s own side', () => {
  const found = balancesOf([turnover('deposit', 700n, 200n), turnover('payable', 100n, 400n)]);
  expect(Object.fromEntries(found)).toEqual({
    deposit: 500n,
    'in-transit': 0n,
    payable: 300n,
    expense: 0n,
    appropriation: 0n,
  });
});

const office = await testOffice();
const { house, funds, payer } = office;

/** What the office may be asked to do, in any order, sensible or not. */
type Ask =
  | { readonly ask: 'grant'; readonly amount: number }
  | { readonly ask: 'appropriate'; readonly amount: number }
  | { readonly ask: 'draft' }
  | { readonly ask: 'release-funds' | 'pay-out' | 'cancel'; readonly which: number }
  | { readonly ask: 'answer' | 'onward'; readonly which: number; readonly paid: readonly boolean[] }
  | { readonly ask: 'correct'; readonly which: number };

const which = fc.nat(1);
const paid = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
const anyAsk: fc.Arbitrary<Ask> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ ask: fc.constant('grant' as const), amount: fc.integer({ min: 1, max: 500_000 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ ask: fc.constant('appropriate' as const), amount: fc.integer({ min: 1, max: 5_000_000 }) }),
  },
  { weight: 2, arbitrary: fc.constant({ ask: 'draft' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ask: fc.constantFrom('release-funds' as const, 'pay-out' as const, 'cancel' as const),
      which,
    }),
  },
  // The step that the batch waits for, and an answer whenever.
  {
    weight: 10,
    arbitrary: fc.record({
      ask: fc.constantFrom('onward' as const, 'onward' as const, 'answer' as const),
      which,
      paid,
    }),
  },
  { weight: 3, arbitrary: fc.record({ ask: fc.constant('correct' as const), which }) },
);

interface Memory {
  readonly granted: Granted[];
  readonly batches: Pick<Batch, 'id' | 'digest'>[];
}

async function carryOut(ask: Ask, memory: Memory): Promise<void> {
  switch (ask.ask) {
    case 'grant':
      memory.granted.push(await office.grant({ amount: fen(ask.amount) }));
      return;
    case 'appropriate': {
      const amountYuan = yuanText(fen(ask.amount));
      await appropriate(house, funds, {
        submissionKey: newId(),
        amountYuan,
        onDay: day('2026-11-30'),
        document: '拨款',
      });
      return;
    }
    case 'draft': {
      const outcome = await draftBatch(house, payer, { payOn: day('2026-12-10') });
      if (outcome.kind === 'drafted') memory.batches.push(outcome.batch);
      return;
    }
    case 'correct': {
      const returned = await office.as(system, (trx) =>
        trx.selectFrom('payment').select('id').where('state', '=', 'returned').orderBy('id').execute(),
      );
      const ids = new Set(returned.map(({ id }) => id));
      const granted =
        memory.granted.filter(({ paymentId }) => ids.has(paymentId)).at(-1 - ask.which) ?? memory.granted.at(ask.which);
      if (granted !== undefined)
        await correctAccount(house, familyActing(granted), granted.paymentId, { accountId: granted.accountId });
      return;
    }
    case 'release-funds':
    case 'pay-out':
    case 'cancel':
    case 'answer':
    case 'onward': {
      const batch = memory.batches.at(-1 - ask.which);
      if (batch !== undefined) await withBatch(ask, batch);
      return;
    }
    default:
      unreachable(ask);
  }
}

async function withBatch(
  { ask, ...rest }: Extract<Ask, { which: number }>,
  { id, digest }: Memory['batches'][number],
): Promise<void> {
  const { state, version } = await office.as(system, (trx) =>
    trx.selectFrom('paymentBatch').select(['state', 'version']).where('id', '=', id).executeTakeFirstOrThrow(),
  );
  const next = {
    draft: 'release-funds',
    'funds-released': 'pay-out',
    released: 'answer',
    reconciled: 'answer',
    cancelled: 'answer',
  } as const;
  const step = ask === 'onward' ? next[state] : ask;
  if (step === 'cancel') await cancelBatch(house, payer, { id, version });
  else if (step === 'answer') await answer(id, 'paid' in rest ? rest.paid : []);
  else await releaseBatch(house, step === 'pay-out' ? payer : funds, id, { version, digest });
}

async function answer(id: BatchId, paid: readonly boolean[]): Promise<void> {
  const lines = await office.as(payer, (trx) => batchLines(trx, county, id));
  const rows = lines.map(({ reference, amount }, index) => {
    const end = paid[index % paid.length] === true ? '成功,' : '退汇,账户已销户';
    return `${reference},${yuanText(amount, { grouped: false })},${end},`;
  });
  await importReturnFile(
    house,
    payer,
    id,
    Buffer.from(['业务编号,金额,处理结果,失败原因,处理日期', ...rows].join('\n')),
  );
}

interface Books {
  readonly unbalanced: number;
  readonly owed: bigint;
  readonly onItsWay: bigint;
  readonly paid: bigint;
  readonly appropriated: bigint;
  readonly granted: bigint;
  readonly paidTwice: number;
  readonly astray: number;
  readonly paidAfterReturn: number;
}

/** The same sums, from payments and lines instead of the ledger. */
async function books(): Promise<Books> {
  const { rows } = await office.as(system, (trx) =>
    sql<Books>`select
      (select count(*)::integer from (select 1 from ledger_entry group by transaction_id having sum(debit_fen) <> sum(credit_fen)) as u) as unbalanced,
      (select coalesce(sum(amount_fen), 0)::bigint from payment p where p.state in ('due', 'returned') or p.state = 'in-batch' and exists (
        select from batch_line l join payment_batch b on b.id = l.batch_id where l.payment_id = p.id and l.outcome is null and b.state in ('draft', 'funds-released'))) as owed,
      (select coalesce(sum(l.amount_fen), 0)::bigint from batch_line l join payment_batch b on b.id = l.batch_id where b.state = 'released') as on_its_way,
      (select coalesce(sum(amount_fen), 0)::bigint from payment where state = 'paid') as paid,
      (select coalesce(sum(e.debit_fen), 0)::bigint from ledger_entry e join ledger_transaction t on t.id = e.transaction_id where t.what = 'appropriation') as appropriated,
      (select coalesce(sum(amount_fen), 0)::bigint from payment) as granted,
      (select count(*)::integer from (select 1 from batch_line where outcome = 'paid' group by payment_id having count(*) > 1) as t) as paid_twice,
      (select count(*)::integer from payment p where (p.state = 'in-batch') <> exists (select from batch_line l where l.payment_id = p.id and l.outcome is null)) as astray,
      (select count(*)::integer from payment where state = 'paid' and returned_on is not null) as paid_after_return`.execute(
      trx,
    ),
  );
  const [found] = rows;
  if (found === undefined) throw new Error('One row was asked for');
  return found;
}

test('a form sent again is one appropriation; sent again with another sum or day it is refused, and nothing is entered', async () => {
  const form = { submissionKey: newId(), amountYuan: '5.00', onDay: day('2026-11-30'), document: '拨款' };
  const before = (await books()).appropriated;
  expect((await appropriate(house, funds, form)).kind).toBe('appropriated');
  expect(await appropriate(house, funds, form)).toEqual({ kind: 'already-appropriated', amount: 500n });
  for (const other of [{ amountYuan: '999,999.00' }, { onDay: day('2026-11-29') }])
    expect(await appropriate(house, funds, { ...form, ...other })).toEqual({ kind: 'sent-otherwise' });
  expect((await books()).appropriated).toBe(before + 500n);
});

test('whatever is asked in whatever order, the books balance, agree with the payments, and nothing is paid twice or overdrawn', async () => {
  let asked = 0;
  const memory: Memory = { granted: [], batches: [] };
  await fc.assert(
    fc.asyncProperty(fc.array(anyAsk, { minLength: 25, maxLength: 40, size: 'max' }), async (asks) => {
      for (const ask of asks) {
        await carryOut(ask, memory);
        asked += 1;
        const truth = await books();
        const ledger = await office.as(funds, (trx) => balances(trx, county));
        expect({ unbalanced: truth.unbalanced, paidTwice: truth.paidTwice, astray: truth.astray }).toEqual({
          unbalanced: 0,
          paidTwice: 0,
          astray: 0,
        });
        expect(Object.fromEntries(ledger)).toEqual({
          deposit: truth.appropriated - truth.paid,
          'in-transit': -truth.onItsWay,
          payable: truth.owed,
          expense: truth.granted,
          appropriation: truth.appropriated,
        });
        expect((ledger.get('deposit') ?? 0n) + (ledger.get('in-transit') ?? 0n)).toBeGreaterThanOrEqual(0n);
      }
    }),
    { numRuns: 5, seed: 20_261_201 },
  );
  const truth = await books();
  expect(asked).toBeGreaterThan(100);
  // The sequences went all the way: money arrived, came back, and arrived in a second batch.
  expect(truth.paid).toBeGreaterThan(0n);
  expect(truth.paidAfterReturn).toBeGreaterThan(0);
}, 60_000);
