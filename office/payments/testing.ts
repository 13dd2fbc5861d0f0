import { sql } from 'kysely';
import { inTransaction, type Transaction } from '../../building/database/transaction.ts';
import { newId } from '../../building/identity/new-id.ts';
import type { Tables } from '../../migrations/tables.ts';
import { type Day, day } from '../../values/day.ts';
import type { Division } from '../../values/division.ts';
import { type Fen, fen } from '../../values/fen.ts';
import type { AccountId, CaseId, EntitlementId, FamilyId, PaymentId, PersonId } from '../../values/id.ts';
import { sealedNumber } from '../families/register/sealing.ts';
import type { House } from '../hall/house.ts';
import { type Acting, type FamilyActing, settingsOf, type StaffActing } from '../hall/who/acting.ts';
import type { Duty } from '../hall/who/duty.ts';
import { as, county, dongzhuang, shanghe, system, testHouse, wholeCounty } from '../staff/testing.ts';
import { appropriate } from './ledger/appropriate.ts';
import { orderPayment } from './order.ts';
import type { Payer } from './batch/bank-profile.ts';
import { putPayer } from './batch/bank-store.ts';

// A small office with real money acts on a real database, for the tests of this desk.

export const village = dongzhuang;
export const otherVillage = shanghe;

/** The account from which the county of the tests pays. */
export const testPayer: Payer = { name: '禾安县惠民补贴专户', account: '990101000000000001', bank: '禾安农商银行' };

/** What a grant of the test is about; the rest is made up. */
export interface Grant {
  readonly name?: string;
  readonly amount?: Fen;
  readonly dueOn?: Day;
  readonly village?: Division;
  readonly bank?: string;
}

export interface Granted {
  readonly paymentId: PaymentId;
  readonly entitlementId: EntitlementId;
  readonly caseId: CaseId;
  readonly familyId: FamilyId;
  readonly personId: PersonId;
  readonly accountId: AccountId;
  readonly accountNumber: string;
  readonly amount: Fen;
}

/** The house with its staff and clock, and the arranging hands of the tests. */
export async function testOffice({
  now = '2026-12-01T09:00:00+08:00',
  payer = testPayer,
}: { readonly now?: string; readonly payer?: Payer | 'none' } = {}) {
  const people = await testHouse({ now });
  const { house } = people;
  if (payer !== 'none') await as(house, system, (trx) => putPayer(trx, county, payer));
  const hire = async (name: string, duty: Duty): Promise<StaffActing> =>
    (await people.hire(name, duty, wholeCounty)).acting;
  const staff = {
    confirmer: await hire('周素清', 'confirm'),
    funds: await hire('林守业', 'manage-funds'),
    payer: await hire('何秀英', 'pay-out'),
    otherPayer: await hire('梁志远', 'pay-out'),
    supervisor: await hire('石敬之', 'supervise'),
    clerk: await hire('方小满', 'receive'),
  };
  return {
    ...people,
    ...staff,
    grant: (grant: Grant = {}) => arrangeGrant(house, staff.confirmer, grant),
    deposit: (amountYuan: string) =>
      appropriate(house, staff.funds, {
        submissionKey: newId(),
        amountYuan,
        onDay: day('2026-01-05'),
        document: '禾财社〔2026〕1 号',
      }),
    /** Runs as somebody, straight on the database. */
    as: <T>(acting: Acting, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> => as(house, acting, work),
  };
}

export function familyActing({ familyId, personId }: Granted): FamilyActing {
  return { kind: 'family', county, phoneBlind: '0'.repeat(64), who: personId, family: familyId, name: '本人' };
}

async function arrangeGrant(house: House, confirmer: StaffActing, grant: Grant): Promise<Granted> {
  const [granted] = await arrange(house, confirmer, [grant]);
  if (granted === undefined) throw new Error('One grant was asked for');
  return granted;
}

async function arrange(house: House, confirmer: StaffActing, grants: readonly Grant[]): Promise<readonly Granted[]> {
  const made = grants.map((grant, index) => ({ ...newPeople(index), grant }));
  await inTransaction(house.db, settingsOf(system), (trx) => writePeople(trx, house, made));
  return inTransaction(house.db, settingsOf(confirmer), async (trx) => {
    const granted: Granted[] = [];
    for (const { grant, accountNumber, ...ids } of made) {
      const amount = grant.amount ?? fen(360_000n);
      const ordered = await orderPayment(trx, confirmer, {
        ...ids,
        matter: { kind: 'case', id: ids.caseId },
        orderId: ids.entitlementId,
        residence: grant.village ?? village,
        period: '2026',
        amount,
        payeeId: ids.personId,
        purpose: { 'zh-CN': '温暖补助 2026 年', en: 'Warm home grant 2026' },
        dueOn: grant.dueOn ?? day('2026-12-01'),
        at: house.clock.now(),
        on: house.clock.today(),
      });
      if (ordered.kind !== 'ordered') throw new Error('A new entitlement has no payment yet');
      granted.push({ ...ids, accountNumber, amount, paymentId: ordered.paymentId });
    }
    return granted;
  });
}

function newPeople(index: number) {
  return {
    familyId: newId<'family'>(),
    personId: newId<'person'>(),
    accountId: newId<'account'>(),
    caseId: newId<'case'>(),
    entitlementId: newId<'entitlement'>(),
    accountNumber: `62284800${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}${String(index).padStart(5, '0')}`,
  };
}

async function writePeople(
  trx: Transaction<Tables>,
  { keysOf, clock }: House,
  people: readonly (ReturnType<typeof newPeople> & { readonly grant: Grant })[],
): Promise<void> {
  const at = clock.now();
  for (const { familyId, personId, accountId, caseId, entitlementId, accountNumber, grant } of people) {
    const { name = '王桂兰', village: residence = village, bank = '禾安农商银行', amount = fen(360_000n) } = grant;
    const number = sealedNumber(keysOf(county), accountId, accountNumber);
    await sql`
      with f as (insert into family (county, id, residence, created_at) values (${county}, ${familyId}, ${residence}, ${at})),
      p as (insert into person (county, id, family_id, name, name_sort, birth, residence, created_at)
        values (${county}, ${personId}, ${familyId}, ${name}, ${name}, '1990-01-01', ${residence}, ${at})),
      a as (insert into account (county, id, person_id, family_id, residence, bank, holder_name, number_sealed, number_blind, number_last4, created_at)
        values (${county}, ${accountId}, ${personId}, ${familyId}, ${residence}, ${bank}, ${name}, ${number.numberSealed}, ${number.numberBlind}, ${number.numberLast4}, ${at})),
      c as (insert into benefit_case (county, id, receipt, policy, period, subject_id, applicant_id, family_id, account_id, residence, origin, state,
          received_on, due_on, due_provisional, facts, outcome, because, articles, determination_digest, amount_fen, submission_key, closed_on)
        values (${county}, ${caseId}, ${caseId}, 'test/warm-home', '2026', ${personId}, ${personId}, ${familyId}, ${accountId}, ${residence}, 'phone',
          'granted', '2026-11-02', '2026-12-11', false, '{}', 'eligible', '[]', '{}', repeat('0', 64), ${amount}, ${newId()}, '2026-11-20'))
      insert into entitlement (county, id, case_id, policy, subject_id, family_id, residence, period, amount_fen, account_id, granted_on)
      values (${county}, ${entitlementId}, ${caseId}, 'test/warm-home', ${personId}, ${familyId}, ${residence}, '2026', ${amount}, ${accountId}, '2026-11-20')`.execute(
      trx,
    );
  }
}
