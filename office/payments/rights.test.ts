import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { constraintOf } from '../../building/database/constraint.ts';
import { newId } from '../../building/identity/new-id.ts';
import { day } from '../../values/day.ts';
import { type Acting, settingsOf } from '../hall/who/acting.ts';
import { county, dongzhuang, system, wholeCounty } from '../staff/testing.ts';
import { draftBatch } from './batch/draft.ts';
import { familyActing, testOffice } from './testing.ts';

// Straight in SQL, as the doors' role: what nobody may write, whatever a program would ask for in their name.

const office = await testOffice();
const { house, funds, payer, supervisor, confirmer, clerk } = office;
const reviewer = (await office.hire('周小满', 'review', wholeCounty)).acting;
await office.deposit('1,000,000.00');

const granted = await office.grant();
const family = familyActing(granted);
const another = familyActing(await office.grant());

/** An open case of the family, one period later. */
async function openCase(): Promise<string> {
  const id = newId<'case'>();
  const { personId, familyId, accountId } = granted;
  const period = id.slice(-12);
  await office.as(system, (trx) =>
    sql`insert into benefit_case (county, id, receipt, policy, period, subject_id, applicant_id, family_id, account_id, residence, origin,
        state, received_on, due_on, due_provisional, facts, outcome, because, articles, determination_digest, submission_key)
      values (${county}, ${id}, ${id}, 'test/warm-home', ${period}, ${personId}, ${personId}, ${familyId}, ${accountId}, ${dongzhuang}, 'phone',
        'received', '2026-11-02', '2026-12-11', false, '{}', 'eligible', '[]', '{}', repeat('0', 64), ${newId()})`.execute(
      trx,
    ),
  );
  return id;
}

/** How many rows the statement changed, or the constraint or SQLSTATE that refused it. */
async function attempt(acting: Acting, statement: string): Promise<string | number> {
  try {
    const { numAffectedRows = 0n } = await office.as(acting, (trx) => sql.raw(statement).execute(trx));
    return Number(numAffectedRows);
  } catch (error) {
    return constraintOf(error) ?? (error as { code?: string }).code ?? String(error);
  }
}

const everybody: readonly (readonly [string, Acting])[] = [
  ['the family', family],
  ['another family', another],
  ['the clerk', clerk],
  ['the reviewer', reviewer],
  ['the confirmer', confirmer],
  ['the fund manager', funds],
  ['the payer', payer],
  ['the supervisor', supervisor],
];

/** Those for whom the statement changed something. */
async function whoCan(statement: () => Promise<string> | string): Promise<readonly string[]> {
  const able: string[] = [];
  for (const [name, acting] of everybody) {
    const outcome = await attempt(acting, await statement());
    if (typeof outcome === 'number' && outcome > 0) able.push(name);
  }
  return able;
}

test('a case is granted by the confirmer alone, not by its family, its clerk or whoever pays', async () => {
  const grant = async (): Promise<string> =>
    `update benefit_case set state = 'granted', amount_fen = 360000, closed_on = '2026-12-01' where id = '${await openCase()}'`;
  expect(await whoCan(grant)).toEqual(['the confirmer']);
});

test('a case is passed on by the reviewer alone', async () => {
  expect(
    await whoCan(async () => `update benefit_case set state = 'reviewed' where id = '${await openCase()}'`),
  ).toEqual(['the reviewer']);
});

test('a closed case stays, and an open one keeps whom it is for, for the system too', async () => {
  const reopened = `update benefit_case set state = 'received', closed_on = null where id = '${granted.caseId}'`;
  expect(await whoCan(() => reopened)).toEqual([]);
  expect(await attempt(system, reopened)).toBe('a_closed_case_stays');
  const moved = `update benefit_case set account_id = '${newId()}' where id = '${await openCase()}'`;
  expect(await attempt(system, moved)).toBe('a_case_keeps_whom_it_is_for');
});

test('a decision is written by its signer, in their own name', async () => {
  const decision = async (by: string): Promise<string> => `insert into decision
    (county, case_id, number, outcome, amount_fen, reasons, remedies, decided_on, decided_by, determination_digest)
    values ('${county}', '${await openCase()}', '${newId()}', 'granted', 100, '[1]', '[1]', '2026-12-01', '${by}', repeat('0', 64))`;
  expect(await whoCan(() => decision(confirmer.who))).toEqual(['the confirmer']);
  expect(await attempt(confirmer, await decision(reviewer.who))).toBe('42501');
});

test('the timeline takes an event from its own actor at its own duty', async () => {
  const event = (caseId: string, kind: string, actor: string, who: string | undefined, duty?: string): string =>
    `insert into case_event (county, case_id, seq, at, actor_kind, actor_id, actor_name, duty, kind) values
    ('${county}', '${caseId}', 1, now(), '${actor}', ${who === undefined ? 'null' : `'${who}'`}, '某人', ${duty === undefined ? 'null' : `'${duty}'`}, '${kind}')`;
  const confirmed = async (): Promise<string> =>
    event(await openCase(), 'confirmed', 'staff', confirmer.who, 'confirm');
  expect(await whoCan(confirmed)).toEqual(['the confirmer']);
  expect(await attempt(family, event(await openCase(), 'confirmed', 'family', family.who))).toBe('42501');
  expect(await attempt(family, event(await openCase(), 'withdrawn', 'family', family.who))).toBe(1);
  expect(await attempt(another, event(await openCase(), 'withdrawn', 'family', another.who))).toBe('42501');
});

test('an entitlement is given by the confirmer alone', async () => {
  const { personId, familyId, accountId, caseId } = granted;
  const entitlement = (): string => `insert into entitlement
    (county, id, case_id, policy, subject_id, family_id, residence, period, amount_fen, account_id, granted_on)
    values ('${county}', '${newId()}', '${caseId}', 'test/warm-home', '${personId}', '${familyId}', '${dongzhuang}', '${newId().slice(-9)}', 1, '${accountId}', '2026-12-01')`;
  expect(await whoCan(entitlement)).toEqual(['the confirmer']);
});

test('the register is corrected at the counter alone: not by reviewers, payers, supervision or the family on its phone', async () => {
  const { personId, accountId, familyId } = granted;
  expect(await whoCan(() => `update person set birth = birth where id = '${personId}'`)).toEqual(['the clerk']);
  expect(await whoCan(() => `update family set residence = residence where id = '${familyId}'`)).toEqual(['the clerk']);
  expect(await whoCan(() => `update account set closed_at = null where id = '${accountId}'`)).toEqual([
    'the family',
    'the clerk',
  ]);
});

test('a payment keeps its amount and, until the bank returns it, its account, whoever writes', async () => {
  const { paymentId } = await office.grant();
  for (const acting of [payer, funds, system]) {
    expect(await attempt(acting, `update payment set amount_fen = amount_fen * 10 where id = '${paymentId}'`)).toBe(
      'a_payment_keeps_what_it_is_for',
    );
    expect(
      await attempt(acting, `update payment set account_id = '${granted.accountId}' where id = '${paymentId}'`),
    ).toBe('a_payment_keeps_what_it_is_for');
  }
  const paid = `update payment set state = 'paid', paid_on = '2026-12-01' where id = '${paymentId}'`;
  for (const acting of [family, clerk, confirmer, supervisor, reviewer]) expect(await attempt(acting, paid)).toBe(0);
});

test('supervision reads the money and writes none of it', async () => {
  await office.grant();
  const outcome = await draftBatch(house, payer, { payOn: day('2026-12-10') });
  if (outcome.kind !== 'drafted') throw new Error(outcome.kind);
  const { id, digest } = outcome.batch;
  expect(await whoCan(() => `update payment_batch set pay_on = pay_on where id = '${id}'`)).toEqual([
    'the fund manager',
    'the payer',
  ]);
  const release = (
    who: string,
    power: string,
  ): string => `insert into batch_release (county, batch_id, power, staff_id, at, digest)
    values ('${county}', '${id}', '${power}', '${who}', now(), '${digest}')`;
  expect(await attempt(supervisor, release(supervisor.who, 'manage-funds'))).toBe('42501');
  expect(await attempt(payer, release(funds.who, 'manage-funds'))).toBe('42501');
  expect(await attempt(payer, release(payer.who, 'manage-funds'))).toBe('42501');
});

test('a family and a clerk of cases change no office, no account that pays and no account of the ledger', async () => {
  const name = JSON.stringify({ 'zh-CN': '别处', en: 'Elsewhere' });
  for (const acting of [familyActing(granted), office.clerk, office.confirmer, office.supervisor, office.payer]) {
    const changed = await office.as(acting, async (trx) => [
      (await trx.updateTable('office').set({ name }).executeTakeFirst()).numUpdatedRows,
      (await trx.updateTable('bankProfile').set({ payer: '{}' }).executeTakeFirst()).numUpdatedRows,
    ]);
    expect(changed).toEqual([0n, 0n]);
    const chart = office.as(acting, (trx) => trx.updateTable('ledgerAccount').set({ kind: 'asset' }).execute());
    await expect(chart).rejects.toThrow('permission denied');
  }
});

test('nobody writes an audit entry or a look in another’s name', async () => {
  const audit = (
    kind: string,
    who: string,
  ): string => `insert into audit_entry (county, id, at, actor_kind, actor_id, duty, act, subject_kind, subject_id)
    values ('${county}', '${newId()}', now(), '${kind}', '${who}', 'confirm', 'case.confirmed', 'case', 'x')`;
  expect(await whoCan(() => audit('staff', confirmer.who))).toEqual(['the confirmer']);
  const { familyId, personId } = granted;
  const look = (): string => `insert into access_log
    (county, id, opening, at, actor_kind, actor_id, actor_name, duty, office, person_id, family_id, residence, what, purpose)
    values ('${county}', '${newId()}', '${newId()}', now(), 'staff', '${clerk.who}', '某人', 'receive', '{"zh-CN": "某处", "en": "Somewhere"}', '${personId}', '${familyId}', '${dongzhuang}', 'record', 'apply')`;
  expect(await whoCan(look)).toEqual(['the clerk']);
});

test('without a county, a kind of actor or a purpose, nothing of any family is seen', async () => {
  const { purpose: _, ...withoutPurpose } = clerk;
  const tables = [
    'family',
    'person',
    'person_name_key',
    'kinship',
    'account',
    'benefit_case',
    'case_event',
    'case_document',
    'decision',
    'entitlement',
    'payment',
    'notice',
    'application_draft',
  ];
  const settings: readonly Record<string, string>[] = [
    {},
    { county },
    { ...settingsOf(system), county: '990102' },
    settingsOf(withoutPurpose),
    settingsOf({ kind: 'sign-in', county }),
    settingsOf({ kind: 'family', county, phoneBlind: '1'.repeat(64) }),
  ];
  for (const setting of settings) {
    for (const table of tables) {
      const seen = await house.db.transaction().execute(async (trx) => {
        for (const [key, value] of Object.entries(setting))
          await sql`select set_config(${`huijia.${key}`}, ${value}, true)`.execute(trx);
        return sql.raw(`select 1 from ${table} limit 1`).execute(trx);
      });
      expect([table, setting['kind'], seen.rows.length]).toEqual([table, setting['kind'], 0]);
    }
  }
});
