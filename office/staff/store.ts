import { sql } from 'kysely';
import { constraintOf } from '../../building/database/constraint.ts';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { County, Division } from '../../values/division.ts';
import type { OfficeId, StaffId } from '../../values/id.ts';
import { rangeOf } from '../../values/division.ts';
import type { Duty } from './acting.ts';
import type { DivisionName, DutyHeld, EndOfSession } from './case.ts';
import { dutyWords } from './case.ts';

type Trx = Transaction<Tables>;

// Staff and their duties

export interface StaffRow {
  readonly id: StaffId;
  readonly name: string;
  readonly signInName: string;
  readonly active: boolean;
  readonly office: {
    readonly id: OfficeId;
    readonly name: { zh: string; en: string };
    readonly division: DivisionName;
  };
  readonly duties: readonly DutyHeld[];
}

interface WithOffice {
  readonly id: string;
  readonly name: string;
  readonly signInName: string;
  readonly active: boolean;
  readonly officeId: string;
  readonly officeZh: string;
  readonly officeEn: string;
  readonly code: string;
  readonly divisionZh: string;
  readonly divisionEn: string;
  readonly duties: unknown;
}

/** Staff with office and duties, in one statement. */
function selectStaff(trx: Trx) {
  return trx
    .selectFrom('staff')
    .innerJoin('office', (join) =>
      join.onRef('office.county', '=', 'staff.county').onRef('office.id', '=', 'staff.officeId'),
    )
    .innerJoin('division', 'division.code', 'office.division')
    .select([
      'staff.id',
      'staff.name',
      'staff.signInName',
      'staff.active',
      'office.id as officeId',
      'office.nameZh as officeZh',
      'office.nameEn as officeEn',
      'division.code',
      'division.nameZh as divisionZh',
      'division.nameEn as divisionEn',
    ])
    .select(
      sql`(select coalesce(jsonb_agg(jsonb_build_array(sd.duty, d.code, d.name_zh, d.name_en) order by sd.duty), '[]')
        from staff_duty sd join division d on d.code = sd.division
        where sd.county = staff.county and sd.staff_id = staff.id)`.as('duties'),
    );
}

function staffOf(row: WithOffice): StaffRow {
  const duties = (row.duties as readonly (readonly [Duty, Division, string, string])[]).map(([duty, code, zh, en]) => ({
    duty,
    words: dutyWords[duty],
    division: { code, name: { zh, en } },
  }));
  return {
    id: row.id as StaffId,
    name: row.name,
    signInName: row.signInName,
    active: row.active,
    office: {
      id: row.officeId as OfficeId,
      name: { zh: row.officeZh, en: row.officeEn },
      division: { code: row.code as Division, name: { zh: row.divisionZh, en: row.divisionEn } },
    },
    duties,
  };
}

export async function staffById(trx: Trx, county: County, id: StaffId): Promise<StaffRow | undefined> {
  const row = await selectStaff(trx).where('staff.county', '=', county).where('staff.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : staffOf(row);
}

export async function staffBySignInName(trx: Trx, county: County, signInName: string): Promise<StaffRow | undefined> {
  const row = await selectStaff(trx)
    .where('staff.county', '=', county)
    .where('staff.signInName', '=', signInName)
    .executeTakeFirst();
  return row === undefined ? undefined : staffOf(row);
}

/** Staff whose office lies within the division, by office and name. */
export async function staffWithin(trx: Trx, county: County, division: Division): Promise<readonly StaffRow[]> {
  const { from, to } = rangeOf(division);
  const rows = await selectStaff(trx)
    .where('staff.county', '=', county)
    .where('office.division', '>=', from)
    .where('office.division', '<=', to)
    .orderBy('office.division')
    .orderBy('staff.signInName')
    .execute();
  return rows.map(staffOf);
}

export async function setActive(trx: Trx, county: County, staffId: StaffId, active: boolean): Promise<void> {
  await trx.updateTable('staff').set({ active }).where('county', '=', county).where('id', '=', staffId).execute();
}

/** Adds a duty, or moves it to another division. The database refuses what {@link decideGrant} would, named by its constraint. */
export async function addDuty(
  trx: Trx,
  county: County,
  duty: { staffId: StaffId; duty: Duty; division: Division; grantedBy: StaffId; at: Date },
): Promise<{ kind: 'added' } | { kind: 'four-powers-combined' } | { kind: 'to-oneself' }> {
  const { staffId, division, grantedBy, at } = duty;
  try {
    await trx
      .insertInto('staffDuty')
      .values({ county, staffId, duty: duty.duty, division, grantedBy, grantedAt: at })
      .onConflict((conflict) =>
        conflict.columns(['county', 'staffId', 'duty']).doUpdateSet({ division, grantedBy, grantedAt: at }),
      )
      .execute();
    return { kind: 'added' };
  } catch (error) {
    const constraint = constraintOf(error);
    if (constraint === 'four_powers_are_never_combined') return { kind: 'four-powers-combined' };
    if (constraint === 'nobody_grants_a_duty_to_themselves') return { kind: 'to-oneself' };
    throw error;
  }
}

/** False when the duty was not held. */
export async function removeDuty(trx: Trx, county: County, staffId: StaffId, duty: Duty): Promise<boolean> {
  const result = await trx
    .deleteFrom('staffDuty')
    .where('county', '=', county)
    .where('staffId', '=', staffId)
    .where('duty', '=', duty)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** The division and everything within it, by code. */
export async function divisionsWithin(trx: Trx, division: Division): Promise<readonly DivisionName[]> {
  const { from, to } = rangeOf(division);
  const rows = await trx
    .selectFrom('division')
    .selectAll()
    .where('code', '>=', from)
    .where('code', '<=', to)
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ code: row.code as Division, name: { zh: row.nameZh, en: row.nameEn } }));
}

export async function divisionByCode(trx: Trx, code: Division): Promise<DivisionName | undefined> {
  const row = await trx.selectFrom('division').selectAll().where('code', '=', code).executeTakeFirst();
  return row === undefined ? undefined : { code, name: { zh: row.nameZh, en: row.nameEn } };
}

// Passwords

export async function passwordHashOf(trx: Trx, county: County, staffId: StaffId): Promise<string | undefined> {
  const row = await trx
    .selectFrom('staffPassword')
    .select('hash')
    .where('county', '=', county)
    .where('staffId', '=', staffId)
    .executeTakeFirst();
  return row?.hash;
}

export async function savePasswordHash(
  trx: Trx,
  county: County,
  staffId: StaffId,
  hash: string,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('staffPassword')
    .values({ county, staffId, hash, changedAt: at })
    .onConflict((conflict) => conflict.columns(['county', 'staffId']).doUpdateSet({ hash, changedAt: at }))
    .execute();
}

// Sessions

interface SessionBase {
  readonly tokenHash: string;
  readonly formToken: string;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly endedBecause?: Exclude<EndOfSession, 'expired'>;
}

export type SessionRow = SessionBase &
  (
    | { readonly kind: 'staff'; readonly staffId: StaffId }
    | { readonly kind: 'family'; readonly phoneBlind: string; readonly phoneSealed: Buffer }
  );

export type NewSession = Omit<SessionBase, 'seenAt' | 'endedBecause'> & { readonly createdAt: Date } & (
    | { readonly kind: 'staff'; readonly staffId: StaffId }
    | { readonly kind: 'family'; readonly phoneBlind: string; readonly phoneSealed: Buffer }
  );

export async function addSession(trx: Trx, county: County, session: NewSession): Promise<void> {
  const { tokenHash, formToken, createdAt, expiresAt } = session;
  const owner =
    session.kind === 'staff'
      ? { kind: 'staff' as const, staffId: session.staffId }
      : { kind: 'family' as const, phoneBlind: session.phoneBlind, phoneSealed: session.phoneSealed };
  await trx
    .insertInto('session')
    .values({ county, tokenHash, formToken, createdAt, seenAt: createdAt, expiresAt, ...owner })
    .execute();
}

export async function sessionByHash(trx: Trx, tokenHash: string): Promise<SessionRow | undefined> {
  const row = await trx.selectFrom('session').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst();
  if (row === undefined) return undefined;
  const base = {
    tokenHash,
    formToken: row.formToken,
    seenAt: row.seenAt,
    expiresAt: row.expiresAt,
    ...(row.endedBecause === null ? {} : { endedBecause: row.endedBecause }),
  };
  if (row.kind === 'staff' && row.staffId !== null) return { ...base, kind: 'staff', staffId: row.staffId as StaffId };
  if (row.phoneBlind === null || row.phoneSealed === null) throw new Error('A family session has a phone');
  return { ...base, kind: 'family', phoneBlind: row.phoneBlind, phoneSealed: row.phoneSealed };
}

/** Notes that the session is in use. */
export async function touchSession(trx: Trx, tokenHash: string, at: Date): Promise<void> {
  await trx.updateTable('session').set({ seenAt: at }).where('tokenHash', '=', tokenHash).execute();
}

/** Ends open sessions; what is told later is the first reason. */
export async function endSession(
  trx: Trx,
  tokenHash: string,
  because: Exclude<EndOfSession, 'expired'>,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('session')
    .set({ endedAt: at, endedBecause: because })
    .where('tokenHash', '=', tokenHash)
    .where('endedAt', 'is', null)
    .execute();
}

/** Ends every open session of a staff member. */
export async function endSessionsOf(
  trx: Trx,
  county: County,
  staffId: StaffId,
  because: Exclude<EndOfSession, 'expired'>,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('session')
    .set({ endedAt: at, endedBecause: because })
    .where('county', '=', county)
    .where('staffId', '=', staffId)
    .where('endedAt', 'is', null)
    .execute();
}

/** Sessions, codes and limits that are of no use any more; ended sessions stay as long as they can still explain themselves. */
export async function sweep(trx: Trx, county: County, now: Date): Promise<void> {
  await trx.deleteFrom('session').where('county', '=', county).where('expiresAt', '<', now).execute();
  await trx.deleteFrom('signInCode').where('county', '=', county).where('expiresAt', '<', now).execute();
  await trx.deleteFrom('signInLimit').where('county', '=', county).where('until', '<', now).execute();
}

// Limits

/** Counts one more try under a key; a window that is over starts anew. */
export async function countTry(
  trx: Trx,
  county: County,
  keyBlind: string,
  now: Date,
  windowMs: number,
): Promise<{ count: number; until: Date }> {
  const until = new Date(now.getTime() + windowMs);
  const row = await trx
    .insertInto('signInLimit')
    .values({ county, keyBlind, count: 1, startedAt: now, until })
    .onConflict((conflict) =>
      conflict.columns(['county', 'keyBlind']).doUpdateSet({
        count: sql<number>`case when sign_in_limit.until <= ${now} then 1 else sign_in_limit.count + 1 end`,
        startedAt: sql<Date>`case when sign_in_limit.until <= ${now} then excluded.started_at else sign_in_limit.started_at end`,
        until: sql<Date>`case when sign_in_limit.until <= ${now} then excluded.until else sign_in_limit.until end`,
      }),
    )
    .returning(['count', 'until'])
    .executeTakeFirstOrThrow();
  return row;
}

/** Takes back one counted try under each key. */
export async function uncountTries(trx: Trx, county: County, keysBlind: readonly string[]): Promise<void> {
  await trx
    .updateTable('signInLimit')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('county', '=', county)
    .where('keyBlind', 'in', [...keysBlind])
    .where('count', '>', 0)
    .execute();
}

export async function forgetTries(trx: Trx, county: County, keysBlind: readonly string[]): Promise<void> {
  await trx
    .deleteFrom('signInLimit')
    .where('county', '=', county)
    .where('keyBlind', 'in', [...keysBlind])
    .execute();
}

// Codes for families

export async function saveCode(
  trx: Trx,
  county: County,
  phoneBlind: string,
  codeHash: string,
  now: Date,
  expiresAt: Date,
): Promise<void> {
  const fresh = { codeHash, tries: 0, createdAt: now, expiresAt };
  await trx
    .insertInto('signInCode')
    .values({ county, phoneBlind, ...fresh })
    .onConflict((conflict) => conflict.columns(['county', 'phoneBlind']).doUpdateSet(fresh))
    .execute();
}

/** Uses up one try and tells the code's hash and which try this is; undefined when there is no code or it has expired. */
export async function tryCode(
  trx: Trx,
  county: County,
  phoneBlind: string,
  now: Date,
): Promise<{ codeHash: string; tries: number } | undefined> {
  return trx
    .updateTable('signInCode')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('county', '=', county)
    .where('phoneBlind', '=', phoneBlind)
    .where('expiresAt', '>', now)
    .returning(['codeHash', 'tries'])
    .executeTakeFirst();
}

export async function removeCode(trx: Trx, county: County, phoneBlind: string): Promise<void> {
  await trx.deleteFrom('signInCode').where('county', '=', county).where('phoneBlind', '=', phoneBlind).execute();
}
