import { words } from './words/made/all.ts';
import { inEveryLanguage } from '../../values/language.ts';
import type { FamilyId, PersonId } from '../../values/id.ts';
import type { Division } from '../../values/division.ts';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { Acting, OwnAccountActing } from './who/acting.ts';
import type { LookIntroduced } from './who/look.ts';
import type { Matter } from './who/matter.ts';
import { type Write, writeTogether } from '../../building/database/together.ts';
import { idOfDigest } from '../../building/identity/id-of-digest.ts';
import { newId } from '../../building/identity/new-id.ts';
import * as store from './record-store.ts';

// The two books that every desk writes in, inside the transaction of the act or look itself.

/** One act, for the audit. `detail` holds ids, codes, counts and the numbers of papers, never what a person told us of themselves. */
export interface AuditRecord {
  readonly at: Date;
  /** `case.confirmed`, `duty.granted` */
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Writes down who did what. Throws for someone who has not signed in: they have nothing to do. */
export async function recordAudit(
  trx: Transaction<Tables>,
  acting: Acting | OwnAccountActing,
  record: AuditRecord,
): Promise<void> {
  await writeTogether(trx, [auditEntry(trx, acting, record)]);
}

/** As {@link recordAudit}, for an act that sends the entry together with its other writes. */
export function auditEntry(trx: Transaction<Tables>, acting: Acting | OwnAccountActing, record: AuditRecord): Write {
  return store.auditWrite(trx, auditRow(acting, record, newId()));
}

/** As {@link recordAudit}, for what is found again at each look: the digest of what was found stands in the audit once. */
export async function recordOnce(
  trx: Transaction<Tables>,
  acting: Acting,
  digest: Buffer,
  record: AuditRecord,
): Promise<void> {
  await store.addAuditOnce(trx, auditRow(acting, record, idOfDigest(digest)));
}

function auditRow(acting: Acting | OwnAccountActing, record: AuditRecord, id: string) {
  const purpose = acting.kind === 'staff' || acting.kind === 'system' ? acting.purpose : undefined;
  return {
    county: acting.county,
    id,
    at: record.at,
    ...actorOf(acting),
    act: record.act,
    subjectKind: record.subjectKind,
    subjectId: record.subjectId,
    purpose: purpose?.key ?? null,
    purposeRef: purpose?.ref ?? null,
    detail: JSON.stringify(record.detail ?? {}),
  };
}

/** One look at one person's record. */
export interface LookRecord {
  readonly at: Date;
  readonly personId: PersonId;
  readonly familyId: FamilyId;
  readonly residence: Division;
  readonly what: LookIntroduced;
  /** What it was looked at for, where that is a matter. */
  readonly matter?: Matter;
}

/** As {@link recordLooks}, for one person. */
export async function recordLook(trx: Transaction<Tables>, acting: Acting, look: LookRecord): Promise<void> {
  await recordLooks(trx, acting, [look]);
}

/**
 * Writes down who looked at whom and why, where the family can read it: one line for each person whose record was open, however many, in
 * one statement. The lines of one family are one opening. A family's own look is not written. Throws when a staff member looks without a
 * purpose: the row-level policies would show them nothing anyway.
 */
export async function recordLooks(
  trx: Transaction<Tables>,
  acting: Acting,
  looks: readonly LookRecord[],
): Promise<void> {
  if (acting.kind === 'family' || looks.length === 0) return;
  if (acting.kind === 'sign-in') throw new Error('Nobody looks before they are known');
  if (acting.kind === 'province') throw new Error('A province looks at nobody');
  const { purpose } = acting;
  if (purpose === undefined) throw new Error('A look at a person’s record has a purpose');
  const { actorKind, actorId, duty } = actorOf(acting);
  const [name, office] = acting.kind === 'staff' ? [acting.name, acting.office] : ['惠家', theSystem];
  const by = { actorKind, actorId, name, duty, office, purpose };
  const openings = new Map(looks.map((look) => [openingOf(look), newId()]));
  const rows = looks.map((look) => {
    const opening = openings.get(openingOf(look)) ?? newId();
    return { ...look, id: newId(), opening, what: look.what.key };
  });
  await store.addLooks(trx, acting.county, by, rows);
}

function openingOf({ familyId, what, matter }: LookRecord): string {
  return `${familyId} ${what.key} ${matter?.kind ?? ''} ${matter?.id ?? ''}`;
}

const theSystem = inEveryLanguage(words, (w) => w.record.theSystem);

function actorOf(acting: Acting | OwnAccountActing): {
  actorKind: Exclude<Acting['kind'], 'sign-in'>;
  actorId: string | null;
  duty: string | null;
} {
  if (acting.kind === 'sign-in') throw new Error('Nobody acts before they are known');
  if (acting.kind === 'own-account') return { actorKind: acting.of, actorId: acting.who, duty: null };
  return {
    actorKind: acting.kind,
    actorId: acting.kind === 'system' ? null : (acting.who ?? null),
    duty: acting.kind === 'staff' || acting.kind === 'province' ? acting.duty : null,
  };
}
