import { sql } from 'kysely';
import type { CaseId, FamilyId, PersonId } from '../../values/id.ts';
import type { Division } from '../../values/division.ts';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { Acting, StaffActing } from '../staff/acting.ts';
import { newId } from '../../building/identity/new-id.ts';

// The two books every desk writes in, inside the transaction of the act or look itself. Ground: leans on staff/acting alone.

/** One act, for the audit. `detail` holds ids, codes and counts, never what a person told us. */
export interface AuditRecord {
  readonly at: Date;
  /** `case.confirmed`, `duty.granted` */
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Writes down who did what. Throws for someone who has not signed in: they have nothing to do. */
export async function recordAudit(trx: Transaction<Tables>, acting: Acting, record: AuditRecord): Promise<void> {
  await trx
    .insertInto('auditEntry')
    .values({
      county: acting.county,
      id: newId(),
      at: record.at,
      ...actorOf(acting),
      act: record.act,
      subjectKind: record.subjectKind,
      subjectId: record.subjectId,
      purpose: acting.kind === 'staff' || acting.kind === 'system' ? (acting.purpose ?? null) : null,
      detail: JSON.stringify(record.detail ?? {}),
    })
    .execute();
}

/** What of a family was looked at. */
export type Looked = 'record' | 'case' | 'document' | 'account';

/** One look at one person's record. */
export interface LookRecord {
  readonly at: Date;
  readonly personId: PersonId;
  readonly familyId: FamilyId;
  readonly residence: Division;
  readonly what: Looked;
  readonly caseId?: CaseId;
}

/** As {@link recordLooks}, for one person. */
export async function recordLook(trx: Transaction<Tables>, acting: Acting, look: LookRecord): Promise<void> {
  await recordLooks(trx, acting, [look]);
}

/**
 * Writes down who looked at whom and why, where the family can read it: one line for each person whose record was open. A family's own look is not
 * written. Throws when a staff member looks without a purpose: the row-level policies would show them nothing anyway.
 */
export async function recordLooks(
  trx: Transaction<Tables>,
  acting: Acting,
  looks: readonly LookRecord[],
): Promise<void> {
  if (acting.kind === 'family' || looks.length === 0) return;
  if (acting.kind === 'sign-in') throw new Error('Nobody looks before they are known');
  const { purpose } = acting;
  if (purpose === undefined || purpose === '') throw new Error('A look at a person’s record has a purpose');
  const looker = {
    ...actorOf(acting),
    actorName: acting.kind === 'staff' ? acting.name : '惠家',
    officeZh: acting.kind === 'staff' ? acting.office.zh : '系统',
    officeEn: acting.kind === 'staff' ? acting.office.en : 'The system',
    purpose,
  };
  const rows = looks.map(({ at, personId, familyId, residence, what, caseId }) => ({
    county: acting.county,
    id: newId(),
    at,
    ...looker,
    personId,
    familyId,
    residence,
    caseId: caseId ?? null,
    what,
  }));
  await trx.insertInto('accessLog').values(rows).execute();
}

function actorOf(acting: Acting): {
  actorKind: 'staff' | 'family' | 'system';
  actorId: string | null;
  duty: string | null;
} {
  if (acting.kind === 'sign-in') throw new Error('Nobody acts before they are known');
  return {
    actorKind: acting.kind,
    actorId: acting.kind === 'system' ? null : (acting.who ?? null),
    duty: acting.kind === 'staff' ? acting.duty : null,
  };
}
