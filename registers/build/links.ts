import type { Vocabulary } from '../../rules/vocabulary.ts';
import { valueOf } from './cells.ts';
import { factColumn, linkColumns, type SourceColumns } from './columns.ts';
import { tellCircles } from './circles.ts';
import type { Workshop } from './duckdb.ts';

const problem = (kind: string, found: string): string => `'${kind}', col, ${found}, '{}'`;

/**
 * Who has which row: the table `who`; ids used twice are told. People are their rows of `raw` (`p`) from here on.
 */
export async function findPeople(workshop: Workshop): Promise<void> {
  await workshop.run(
    'create table who as select id, min(rowid) as p, count(*) as n from raw where id is not null group by id',
  );
  const [twice] = await workshop.rows<{ n: bigint }>('select count(*) as n from who where n > 1');
  if ((twice?.n ?? 0n) > 0n)
    await workshop.run(
      `insert into problem select r.rowid, 'id-twice', 'id', r.id, '{}' from raw r join who w on w.id = r.id where w.n > 1`,
    );
}

/**
 * Reads the columns of links into the table `link` (`p` has in `col` the person `q`; both ways for spouses), and tells links to nobody, to
 * oneself, to a parent who isn't older, and circles of parents. Without such columns the table is empty.
 */
export async function findLinks(workshop: Workshop, columns: SourceColumns, vocabulary: Vocabulary): Promise<void> {
  await workshop.run('create table named_link (p bigint, col varchar, target varchar)');
  for (const column of linkColumns) {
    if (!columns.own.has(column)) continue;
    // A single id is by far the commonest: it isn't taken apart.
    await workshop.run(`insert into named_link
      select rowid, '${column}', ${column} from raw where ${column} is not null and not contains(${column}, ';')
      union all select distinct p, col, target from (
        select rowid as p, '${column}' as col, trim(unnest(string_split(${column}, ';'))) as target from raw where contains(${column}, ';'))
      where target <> ''`);
  }
  await workshop.run(
    `create table link as select l.p, l.col, w.p as q, l.target from named_link l left join who w on w.id = l.target`,
  );
  await workshop.drop('named_link', 'who');
  await workshop.run(`insert into problem select p, ${problem('points-outside', 'target')} from link where q is null`);
  await workshop.run(`insert into problem select p, ${problem('link-to-self', 'target')} from link where p = q`);
  if (!columns.own.has('parents')) return;
  await tellYoungParents(workshop, columns, vocabulary);
  await tellCircles(workshop);
}

/**
 * A parent was born before the child, as far as both births are known to the same precision: the same day is told, the same month is not.
 */
async function tellYoungParents(workshop: Workshop, { facts }: SourceColumns, vocabulary: Vocabulary): Promise<void> {
  const birth = vocabulary.facts.get('birth');
  if (birth?.type !== 'date' || !facts.includes(birth)) return;
  const cell = factColumn('birth');
  await workshop.run(
    `create table birth as select rowid as p, ${valueOf(birth)} as day from raw where ${cell} is not null`,
  );
  await workshop.run(`insert into problem
    select l.p, ${problem('parent-not-older', 'target')} from link l join birth child on child.p = l.p join birth parent on parent.p = l.q
    where l.col = 'parents' and l.p <> l.q and case when child.day & 31 > 0 and parent.day & 31 > 0 then parent.day >= child.day
      else parent.day >> 5 > child.day >> 5 end`);
  await workshop.drop('birth');
}
