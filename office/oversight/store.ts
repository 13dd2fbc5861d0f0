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
  /** The opening's id: pages go on after it. */
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
  /** Looks for one matter of the family. */
  readonly matter?: Matter;
  /** Part of a staff member's name. */
  readonly staff?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  /** Goes on after the look with this id and moment. */
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/**
 * Looks, newest first, as far as the acting person may see them; the lines of one opening are one look. The page is walked along an index,
 * and names are asked for its looks alone.
 */
export async function looks(trx: Trx, county: County, filter: LookFilter): Promise<readonly LookRow[]> {
  const { family, matter, staff, from, until, after, limit } = filter;
  const { rows } = await sql<Record<string, never>>`
    with page as materialized (
      select l.at, l.opening from access_log l
      where l.county = ${county}
        ${family === undefined ? sql`` : sql`and l.family_id = ${family}`}
        ${matter === undefined ? sql`` : sql`and l.matter_kind = ${matter.kind} and l.matter_id = ${matter.id}`}
        ${staff === undefined || staff === '' ? sql`` : sql`and strpos(l.actor_name, ${staff}) > 0`}
        ${from === undefined ? sql`` : sql`and l.at >= ${from}`}
        ${until === undefined ? sql`` : sql`and l.at < ${until}`}
        ${after === undefined ? sql`` : sql`and (l.at, l.opening) < (${after.at}, ${after.id}::uuid)`}
      group by l.at, l.opening
      order by l.at desc, l.opening desc
      limit ${limit})
    select opening as id, at, min(l.actor_name) as actor_name, (array_agg(l.office))[1] as office, min(l.duty) as duty, min(l.what) as what,
      min(l.purpose) as purpose, min(l.purpose_ref) as purpose_ref, min(l.matter_kind) as matter_kind, (array_agg(l.matter_id))[1] as matter_id,
      (array_agg(l.family_id))[1] as family_id,
      min(l.residence) as code, (array_agg(d.name))[1] as name,
      coalesce(array_agg(p.name order by p.birth, p.id) filter (where p.id is not null), '{}') as names
    from page
    join access_log l using (at, opening)
    join division d on d.code = l.residence
    left join person p on p.county = l.county and p.id = l.person_id
    where l.county = ${county}
    group by at, opening
    order by at desc, opening desc`.execute(trx);
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
