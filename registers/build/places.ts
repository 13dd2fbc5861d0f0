import type { SourceColumns } from './columns.ts';
import type { Workshop } from './duckdb.ts';

/**
 * Where everybody stands. Makes, of the people that are kept (`kept`) and their links:
 *
 * - `member` (p, h, first): who lives in which household; `first` in the one where they have their place. A household is called by the row
 *   of the first of those.
 * - `home` (h, shard): the shard of a household, the county of the person it is called by. A county of more than `shardRows` is cut between
 *   households.
 * - `own` (p, h, shard): the shard and household in which a person has their place.
 * - `shard` (shard, county).
 */
export async function placePeople(workshop: Workshop, columns: SourceColumns, shardRows: number): Promise<void> {
  await findMembers(workshop, columns.own.has('household'));
  await workshop.run(`
    create table home as
    with size as (select h, count(*) as n from member where first group by h),
    place as (
      select s.h, substr(r.division, 1, 6) as county, s.n from size s join raw r on r.rowid = s.h),
    big as (select county from place group by county having sum(n) > ${shardRows}),
    cut as (
      select h, county, cast(0 as bigint) as part from place where county not in (select county from big)
      union all
      select h, county, cast((sum(n) over (partition by county order by h) - n) as bigint) // ${shardRows} as part
      from place where county in (select county from big))
    select h, county, part from cut`);
  await workshop.run(`
    create table shard as select cast(row_number() over (order by county, part) - 1 as integer) as shard, county, part
    from (select distinct county, part from home)`);
  await workshop.run(`
    create or replace table home as select h.h, s.shard from home h join shard s on s.county = h.county and s.part = h.part`);
  await workshop.run(
    `create table own as select m.p, m.h, o.shard from member m join home o on o.h = m.h where m.first`,
  );
}

async function findMembers(workshop: Workshop, known: boolean): Promise<void> {
  if (!known) {
    await workshop.run('create table member as select p, p as h, true as first from kept');
    return;
  }
  await workshop.run(`
    create table stay as
    select k.p, r.household as name, 1 as place from kept k join raw r on r.rowid = k.p where r.household is not null and not contains(r.household, ';')
    union all
    select p, name, row_number() over (partition by p order by i) as place from (
      select p, name, min(i) as i from (
        select k.p, trim(unnest(string_split(r.household, ';'))) as name, generate_subscripts(string_split(r.household, ';'), 1) as i
        from kept k join raw r on r.rowid = k.p where contains(r.household, ';'))
      where name <> '' group by p, name)`);
  await workshop.run(`
    create table named_home as
    with called as (select name, min(p) filter (place = 1) as h from stay group by name)
    select name, coalesce(h, (select coalesce(max(rowid), 0) from raw) + row_number() over (order by h, name)) as h from called`);
  await workshop.run(`
    create table member as
    select s.p, n.h, s.place = 1 as first from stay s join named_home n on n.name = s.name
    union all select p, p, true from kept where p not in (select p from stay)`);
  await workshop.drop('stay', 'named_home');
}

/**
 * Who must be seen where. `edge` (a, b, rel, here, there): every relative of every kept person with the shards of both; spouses and
 * children are both ways. `guest` (shard, p): people of other shards within two steps of a shard's own. `irregular` (p): people who stand
 * in two households, are related to such a person or live with one.
 */
export async function findGuests(workshop: Workshop): Promise<void> {
  await workshop.run(`
    create table edge as
    with good as (select l.p, l.col, l.q from link l where l.q is not null and l.p <> l.q),
    either as (
      select p as a, q as b, col as rel from good where col <> 'spouse'
      union all select q, p, 'children' from good where col = 'parents'
      -- Of a couple one may name the other, or both do.
      union all (select p, q, 'spouse' from good where col = 'spouse' union select q, p, 'spouse' from good where col = 'spouse'))
    select e.a, e.b, e.rel, x.shard as here, y.shard as there
    from either e join own x on x.p = e.a join own y on y.p = e.b`);
  // Households with somebody who has their place in another one: only there do people of different shards live together, or stand twice.
  await workshop.run(`create table mixed as select m.p, m.h, o.shard from member m join own o on o.p = m.p
    where m.h in (select h from member where not first)`);
  await workshop.run(`
    create table near as
    select distinct here as shard, b as p from edge where here <> there
    union select x.shard, y.p from mixed x join mixed y on y.h = x.h and y.shard <> x.shard`);
  await workshop.run(`
    create table guest as
    select shard, p from near
    union select n.shard, e.b from near n join edge e on e.a = n.p and e.there <> n.shard
    union select n.shard, y.p from near n join member x on x.p = n.p join member y on y.h = x.h join own o on o.p = y.p and o.shard <> n.shard`);
  await workshop.run(`
    create table irregular as
    with two as (select distinct p from member where not first)
    select p from two union select a from edge where b in (select p from two)
    union select y.p from two t join member x on x.p = t.p join member y on y.h = x.h`);
  await workshop.drop('link', 'mixed', 'near');
}
