import { type Insertable, sql } from 'kysely';
import { changeAny } from '../../building/database/changes.ts';
import type { Write } from '../../building/database/together.ts';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { Authority, Division } from '../../values/division.ts';
import type { FamilyId, PersonId } from '../../values/id.ts';
import type { Localized } from '../../values/language.ts';
import type { Matter } from './who/matter.ts';
import type { Purpose } from './who/purpose.ts';

type Trx = Transaction<Tables>;
type AuditRow = Insertable<Tables['auditEntry']>;

/** An entry of the audit, to be sent with what else the act writes. */
export function auditWrite(trx: Trx, row: AuditRow): Write {
  return trx.insertInto('auditEntry').values(row);
}

/** An entry of the audit, unless there is one of its id. */
export async function addAuditOnce(trx: Trx, row: AuditRow): Promise<void> {
  await changeAny(
    trx,
    trx
      .insertInto('auditEntry')
      .values(row)
      .onConflict((conflict) => conflict.doNothing()),
  );
}

interface Looker {
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly name: string;
  readonly duty: string | null;
  readonly office: Localized;
  readonly purpose: Purpose;
}

interface LookRow {
  readonly id: string;
  /** One for the lines of one family. */
  readonly opening: string;
  readonly at: Date;
  readonly personId: PersonId;
  readonly familyId: FamilyId;
  readonly residence: Division;
  readonly what: string;
  readonly matter?: Matter;
}

/** Writes looks of one person, however many, in one statement. */
export async function addLooks(trx: Trx, county: Authority, by: Looker, looks: readonly LookRow[]): Promise<void> {
  const column = <T>(of: (look: LookRow) => T): T[] => looks.map(of);
  await sql`
    insert into access_log (county, id, opening, at, actor_kind, actor_id, actor_name, duty, office, person_id, family_id, residence,
      matter_kind, matter_id, what, purpose, purpose_ref)
    select ${county}, l.id, l.opening, l.at, ${by.actorKind}, ${by.actorId}::uuid, ${by.name}, ${by.duty}, ${JSON.stringify(by.office)}::jsonb,
      l.person, l.family, l.residence, l.matter_kind, l.matter_id, l.what, ${by.purpose.key}, ${by.purpose.ref ?? null}
    from unnest(${column((l) => l.id)}::uuid[], ${column((l) => l.opening)}::uuid[], ${column((l) => l.at)}::timestamptz[], ${column((l) => l.personId)}::uuid[],
      ${column((l) => l.familyId)}::uuid[], ${column((l) => l.residence)}::text[], ${column((l) => l.matter?.kind ?? null)}::text[],
      ${column((l) => l.matter?.id ?? null)}::uuid[], ${column((l) => l.what)}::text[])
      as l (id, opening, at, person, family, residence, matter_kind, matter_id, what)`.execute(trx);
}
