import { sql } from 'kysely';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Day } from '../../../values/day.ts';
import type { County } from '../../../values/division.ts';

// Everybody in the register of families as the rules may know them (`facts.ts`): for determining a whole county at once. No name, no
// number, no address.

/** A row of text for each person; several ids are separated by `;`, what is not known is empty. */
export const everyoneFields = [
  'id',
  'division',
  'household',
  'birth',
  'alive',
  'nationality',
  'parents',
  'spouse',
  'guardians',
] as const;
export type EveryoneRow = Readonly<Record<(typeof everyoneFields)[number], string>>;

const rowsAtOnce = 5_000;

/**
 * Hands over everybody born by the day, as of that day, some thousands at a time: what is read is one moment of the register, and no more
 * than that is in memory. Tells how many they are.
 */
export async function fetchEveryone(
  trx: Transaction<Tables>,
  county: County,
  asOf: Day,
  take: (rows: readonly EveryoneRow[]) => void,
): Promise<number> {
  const related = (kind: string, mine: string, theirs: string): string =>
    `coalesce((select string_agg(k.${theirs}::text, ';') from kinship k join person o on o.county = k.county and o.id = k.${theirs}
      where k.county = p.county and k.${mine} = p.id and k.kind = '${kind}' and o.birth <= '${asOf}'), '')`;
  await sql
    .raw(
      `declare everyone no scroll cursor for
      select p.id::text as id, p.residence as division, p.family_id::text as household, p.birth::text as birth,
        (p.died_on is null or p.died_on > '${asOf}')::text as alive, coalesce(p.nationality, '') as nationality,
        ${related('parent', 'to_id', 'from_id')} as parents, ${related('spouse', 'from_id', 'to_id')} as spouse,
        ${related('guardian', 'to_id', 'from_id')} as guardians
      from person p where p.county = '${county}' and p.birth <= '${asOf}' order by p.family_id, p.birth, p.id`,
    )
    .execute(trx);
  let people = 0;
  for (;;) {
    const { rows } = await sql.raw<EveryoneRow>(`fetch ${rowsAtOnce} from everyone`).execute(trx);
    if (rows.length === 0) break;
    take(rows);
    people += rows.length;
  }
  await sql.raw('close everyone').execute(trx);
  return people;
}
