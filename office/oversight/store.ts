import { sql } from 'kysely';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { County, Division } from '../../values/division.ts';
import type { FamilyId } from '../../values/id.ts';
import type { Localized } from '../../values/language.ts';
import type { Duty } from '../hall/who/duty.ts';
import type { Purpose } from '../hall/who/purpose.ts';
import type { DivisionName } from '../hall/who/session.ts';
import { type Matter, matterOf } from '../hall/who/matter.ts';

type Trx = Transaction<Tables>;

/** One opening of a family's record: whoever's records were open in it. */
export interface LookRow {
  /** The first line's id: pages go on after it. */
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  readonly office: Localized;
  readonly duty: Duty | undefined;
  /** The key of a look that a desk introduces. */
  readonly what: string;
  readonly purpose: Purpose;
  readonly names: readonly string[];
  readonly familyId: FamilyId;
  readonly residence: DivisionName;
  readonly matter: Matter | undefined;
}

export interface LookFilter {
  readonly family?: FamilyId;
  /** Part of a staff member's name. */
  readonly staff?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  /** Goes on after the look with this id and moment. */
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** Looks, newest first, as far as the acting person may see them; the lines of one opening are one look. */
export async function looks(trx: Trx, county: County, filter: LookFilter): Promise<readonly LookRow[]> {
  const { family, staff, from, until, after, limit } = filter;
  const { rows } = await sql<Record<string, never>>`
    select min(l.id::text) as id, l.at, l.actor_name, l.office, l.duty, l.what, l.purpose, l.purpose_ref, l.matter_kind, l.matter_id, l.family_id,
      min(l.residence) as code, (array_agg(d.name))[1] as name,
      coalesce(array_agg(p.name order by p.birth, p.id) filter (where p.id is not null), '{}') as names
    from access_log l
    join division d on d.code = l.residence
    left join person p on p.county = l.county and p.id = l.person_id
    where l.county = ${county}
      ${family === undefined ? sql`` : sql`and l.family_id = ${family}`}
      ${staff === undefined || staff === '' ? sql`` : sql`and strpos(l.actor_name, ${staff}) > 0`}
      ${from === undefined ? sql`` : sql`and l.at >= ${from}`}
      ${until === undefined ? sql`` : sql`and l.at < ${until}`}
      ${after === undefined ? sql`` : sql`and l.at <= ${after.at}`}
    group by l.at, l.actor_id, l.actor_name, l.office, l.duty, l.what, l.purpose, l.purpose_ref, l.matter_kind, l.matter_id, l.family_id
    ${after === undefined ? sql`` : sql`having (l.at, min(l.id::text)) < (${after.at}, ${after.id})`}
    order by l.at desc, min(l.id::text) desc
    limit ${limit}`.execute(trx);
  return (rows as readonly unknown[] as readonly Row[]).map(lookOf);
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly actorName: string;
  readonly office: Localized;
  readonly duty: Duty | null;
  /** The key of a look that a desk introduces. */
  readonly what: string;
  readonly purpose: string;
  readonly purposeRef: string | null;
  readonly matterKind: string | null;
  readonly matterId: string | null;
  readonly familyId: FamilyId;
  readonly code: Division;
  readonly name: Localized;
  readonly names: readonly string[];
}

function lookOf(row: Row): LookRow {
  return {
    id: row.id,
    at: row.at,
    who: row.actorName,
    office: row.office,
    duty: row.duty ?? undefined,
    what: row.what,
    purpose: { key: row.purpose, ...(row.purposeRef === null ? {} : { ref: row.purposeRef }) },
    names: row.names,
    familyId: row.familyId,
    residence: { code: row.code, name: row.name },
    matter: matterOf(row),
  };
}
