import { sql } from 'kysely';
import { inTransaction } from '../building/database/transaction.ts';
import { newId } from '../building/identity/new-id.ts';
import { sealedNumber } from '../office/families/register/sealing.ts';
import type { BenefitsHouse } from '../office/benefits/house.ts';
import { appropriate } from '../office/payments/ledger/appropriate.ts';
import { draftBatch } from '../office/payments/batch/draft.ts';
import { importReturnFile } from '../office/payments/returns/import.ts';
import { batchLines } from '../office/payments/store.ts';
import { releaseBatch } from '../office/payments/batch/release.ts';
import { makeBankFile } from '../office/payments/batch/send.ts';
import { type Acting, settingsOf, type StaffActing } from '../office/hall/who/acting.ts';
import type { Duty } from '../office/hall/who/duty.ts';
import { division } from '../values/division.ts';
import { yuanText } from '../values/fen.ts';
import type { StaffId } from '../values/id.ts';
import { benchCounty, inBenchHouse } from './bench-house.ts';
import { type Benchmark } from './benchmark.ts';

const lines = 10_000;

/** The sample county's staff member who holds a duty. */
async function holderOf(house: BenefitsHouse, duty: Duty): Promise<StaffActing> {
  const county = benchCounty;
  const system: Acting = { kind: 'system', county, purpose: { key: 'measure' } };
  const found = await inTransaction(house.db, settingsOf(system), (trx) =>
    trx.selectFrom('staffDuty').select(['staffId', 'division']).where('duty', '=', duty).executeTakeFirstOrThrow(),
  );
  const office = { 'zh-CN': '县服务中心', en: 'County office' };
  return {
    kind: 'staff',
    county,
    who: found.staffId as StaffId,
    name: duty,
    office,
    duty,
    division: division(found.division),
    purpose: { key: 'measure' },
  };
}

/**
 * Families with an account, a granted case, an entitlement and a due payment each, written in bulk with the ledger entries that their
 * grants make.
 */
async function arrange(house: BenefitsHouse, count: number): Promise<void> {
  const county = benchCounty;
  const keys = house.keysOf(county);
  const at = house.clock.now();
  const today = house.clock.today();
  const ids = Array.from({ length: count }, () => newId<'account'>());
  const numbers = ids.map((id, index) => sealedNumber(keys, id, `62284801${String(index).padStart(11, '0')}`));
  await inTransaction(house.db, settingsOf({ kind: 'system', county, purpose: { key: 'measure' } }), async (trx) => {
    await sql`
      create temporary table arranged on commit drop as
      select n, gen_random_uuid() as family, gen_random_uuid() as person, a.id as account, gen_random_uuid() as case_id, gen_random_uuid() as entitlement,
        gen_random_uuid() as transaction, a.sealed, a.blind, a.last4
      from unnest(${ids}::uuid[], ${numbers.map((number) => number.numberSealed)}::bytea[], ${numbers.map((number) => number.numberBlind)}::text[],
        ${numbers.map((number) => number.numberLast4)}::text[]) with ordinality as a (id, sealed, blind, last4, n)`.execute(
      trx,
    );
    const village = '990101101201';
    await sql`insert into family (county, id, residence, created_at) select ${county}, family, ${village}, ${at} from arranged`.execute(
      trx,
    );
    await sql`insert into person (county, id, family_id, name, name_sort, birth, residence, created_at)
      select ${county}, person, family, '王秀兰', 'wangxiulan', '1994-05-06', ${village}, ${at} from arranged`.execute(
      trx,
    );
    await sql`insert into account (county, id, person_id, family_id, residence, bank, holder_name, number_sealed, number_blind, number_last4, created_at)
      select ${county}, account, person, family, ${village}, '禾安农商银行', '王秀兰', sealed, blind, last4, ${at} from arranged`.execute(
      trx,
    );
    await sql`insert into benefit_case (county, id, receipt, policy, period, subject_id, applicant_id, family_id, account_id, residence, origin, state,
        received_on, due_on, due_provisional, facts, outcome, because, articles, determination_digest, amount_fen, submission_key, closed_on)
      select ${county}, case_id, case_id::text, 'bench/bench', '2026', person, person, family, account, ${village}, 'phone', 'granted',
        ${today}::date, ${today}::date, false, '{}', 'eligible', '[]', '{}', repeat('0', 64), 360000, gen_random_uuid(), ${today}::date from arranged`.execute(
      trx,
    );
    await sql`insert into entitlement (county, id, case_id, policy, subject_id, family_id, residence, period, amount_fen, account_id, granted_on)
      select ${county}, entitlement, case_id, 'bench/bench', person, family, ${village}, '2026', 360000, account, ${today}::date from arranged`.execute(
      trx,
    );
    await sql`insert into payment (county, id, order_id, matter_kind, matter_id, family_id, residence, period, amount_fen, purpose, payee_id, account_id, state, due_on)
      select ${county}, gen_random_uuid(), entitlement, 'case', case_id, family, ${village}, '2026', 360000, '{"zh-CN": "测速 2026 年", "en": "Benchmark 2026"}', person, account, 'due', ${today}::date
      from arranged`.execute(trx);
    await sql`insert into ledger_transaction (county, id, at, on_day, what, matter_kind, matter_id) select ${county}, transaction, ${at}, ${today}::date, 'grant', 'case', case_id from arranged`.execute(
      trx,
    );
    await sql`insert into ledger_entry (county, transaction_id, line, account, debit_fen, credit_fen)
      select ${county}, transaction, 1, 'expense', 360000, 0 from arranged union all select ${county}, transaction, 2, 'payable', 0, 360000 from arranged`.execute(
      trx,
    );
  });
}

async function measure(house: BenefitsHouse) {
  const [funds, payer] = [await holderOf(house, 'manage-funds'), await holderOf(house, 'pay-out')];
  const today = house.clock.today();
  await appropriate(house, funds, {
    submissionKey: newId(),
    amountYuan: '100,000,000',
    onDay: today,
    document: 'measure',
  });
  await arrange(house, lines);
  const times: Record<string, number> = {};
  const timed = async <T extends { readonly kind: string }>(
    name: string,
    expected: string,
    work: () => Promise<T>,
  ): Promise<T> => {
    const from = performance.now();
    const outcome = await work();
    if (outcome.kind !== expected) throw new Error(`${name}: ${outcome.kind}`);
    times[`${name}Milliseconds`] = Math.round(performance.now() - from);
    return outcome;
  };
  const drafted = await timed('draft', 'drafted', () => draftBatch(house, payer, { payOn: today }));
  if (drafted.kind !== 'drafted') throw new Error(drafted.kind);
  const { id, digest, lineCount } = drafted.batch;
  await timed('firstRelease', 'released', () => releaseBatch(house, funds, id, { version: 1, digest }));
  await timed('secondRelease', 'released', () => releaseBatch(house, payer, id, { version: 2, digest }));
  await timed('csv', 'made', () => makeBankFile(house, payer, id, 'csv'));
  await timed('iso20022', 'made', () => makeBankFile(house, payer, id, 'pain.001'));
  const sent = await inTransaction(house.db, settingsOf(payer), (trx) => batchLines(trx, benchCounty, id));
  const answer = [
    '业务编号,金额,处理结果,失败原因,处理日期',
    ...sent.map(({ reference, amount }) => `${reference},${yuanText(amount, { grouped: false })},成功,,`),
  ];
  await timed('import', 'imported', () => importReturnFile(house, payer, id, Buffer.from(answer.join('\n'))));
  return {
    lines: lineCount,
    ...times,
    totalMilliseconds: Object.values(times).reduce((total, time) => total + time, 0),
  };
}

export const benchmark: Benchmark = {
  title: 'a batch of 10,000 payments from draft to reconciled, every family told',
  aim: 'seconds for each act',
  run: () => inBenchHouse(({ house }) => measure(house)),
};
