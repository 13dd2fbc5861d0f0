import type { ColumnShape } from '../open/column-stats.ts';
import { valueOf, widthOf } from './cells.ts';
import { factColumn, type SourceColumns } from './columns.ts';
import type { Workshop } from './duckdb.ts';

/** The width of every column, by the values there are. */
export async function shapesOf(workshop: Workshop, { facts }: SourceColumns): Promise<readonly ColumnShape[]> {
  const shapes: ColumnShape[] = [];
  for (const fact of facts) {
    const { name, type } = fact;
    const ranged = type === 'int' || type === 'money';
    const [range] = ranged
      ? await workshop.rows<{ least: bigint | null; greatest: bigint | null }>(
          `select min(v) as least, max(v) as greatest from (select ${valueOf(fact)} as v from raw)`,
        )
      : [];
    shapes.push({ fact: name, type, width: widthOf(type, range?.least ?? null, range?.greatest ?? null) });
  }
  return shapes;
}

const typeOfWidth = { 8: 'tinyint', 32: 'integer', 64: 'bigint' } as const;
/** As `rules/columns/shard.ts` has them. */
const unknownOfWidth = { 8: '-1', 32: '-2147483648', 64: '(-9223372036854775807 - 1)' } as const;

/**
 * The rows of all shards in their final order: the table `placed`, of which the rows of one shard stand together; and `span` (shard, start,
 * rows). Own households come first, then those of guests; in a household those whose place it is come first.
 */
export async function arrangeRows(
  workshop: Workshop,
  columns: SourceColumns,
  shapes: readonly ColumnShape[],
): Promise<void> {
  await workshop.run(`
    create table seat as
    select shard, p, h, 1 as subject, 1 as prime, 0 as later from own
    union all select o.shard, o.p, m.h, 0, 0, cast(coalesce(e.shard, -1) <> o.shard as integer)
      from own o join member m on m.p = o.p and not m.first left join home e on e.h = m.h
    union all select g.shard, g.p, m.h, 0, cast(m.first as integer), cast(coalesce(e.shard, -1) <> g.shard as integer)
      from guest g join member m on m.p = g.p left join home e on e.h = m.h`);
  const [irregular] = await workshop.rows<{ n: bigint }>('select count(*) as n from irregular');
  const flag = (irregular?.n ?? 0n) > 0n ? 'cast(s.p in (select p from irregular) as integer)' : '0';
  const { values, joins } = valuesOf(columns, shapes);
  await workshop.run(`
    create table placed as
    select s.shard, cast(s.h as double) as h, cast(s.p as double) as p, s.subject, s.prime, ${flag} as irregular,
      cast(raw.division as double) as division, raw.id as id ${values.map((value) => `, ${value}`).join('')}
    from seat s join raw on raw.rowid = s.p ${joins.join(' ')}
    order by s.shard, s.later, s.h, s.subject desc, s.p`);
  await workshop.drop('seat', 'kept', 'raw', 'own', 'member', 'home', 'guest', 'irregular');
  await workshop.run(
    'create table span as select shard, min(rowid) as start, count(*) as rows from placed group by shard',
  );
}

function valuesOf(
  { facts }: SourceColumns,
  shapes: readonly ColumnShape[],
): { readonly values: readonly string[]; readonly joins: readonly string[] } {
  const joins: string[] = [];
  const values = facts.map((fact, i) => {
    const width = shapes[i]?.width ?? 32;
    const isText = fact.type === 'text' || fact.type === 'enum';
    if (isText) joins.push(`left join dictionary d${i} on d${i}.text = raw.${factColumn(fact.name)}`);
    const value = isText ? `d${i}.code` : valueOf(fact);
    return `cast(coalesce(${value}, ${unknownOfWidth[width]}) as ${typeOfWidth[width]}) as ${factColumn(fact.name)}`;
  });
  return { values, joins };
}

/** The links among the rows of each shard: the table `tie` (shard, rel, a, b), by row; children are parents turned round and not in it. */
export async function arrangeLinks(workshop: Workshop): Promise<void> {
  await workshop.run(`create table spot as
    select s.shard, cast(p.p as bigint) as p, cast(p.rowid - s.start as integer) as row, p.prime from placed p join span s on s.shard = p.shard`);
  await workshop.run(`
    create table tie as
    select x.shard, case e.rel when 'parents' then 0 when 'spouse' then 1 else 2 end as rel, x.row as a, y.row as b
    from edge e join spot x on x.p = e.a join spot y on y.p = e.b and y.shard = x.shard and y.prime = 1
    where e.rel <> 'children' order by x.shard`);
  await workshop.drop('spot', 'edge');
}
