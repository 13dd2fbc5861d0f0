import type { Workshop } from './duckdb.ts';

/** Links that are looked at in memory, 16 bytes each; more are thinned out on disk first. */
const mostInMemory = 20_000_000;

/**
 * Tells every parent link that is on a circle of parents (or between two of them). Whoever has no parent or no child there can be on none:
 * they are taken away, layer by layer. A register has a handful of generations, so that few rounds over the table leave nothing or little;
 * what is left is done in memory, for a chain of a million people is one layer at a time.
 */
export async function tellCircles(workshop: Workshop): Promise<void> {
  await workshop.run(
    `create table parent_link as select p, q from link where col = 'parents' and q is not null and p <> q`,
  );
  const count = async (): Promise<number> => {
    const [found] = await workshop.rows<{ n: bigint }>('select count(*) as n from parent_link');
    return Number(found?.n ?? 0n);
  };
  let left = await count();
  for (let round = 0; left > 0 && (round < 6 || left > mostInMemory); round += 1) {
    await workshop.run(
      'create or replace table parent_link as select * from parent_link where q in (select p from parent_link) and p in (select q from parent_link)',
    );
    const now = await count();
    if (now === left) break;
    left = now;
  }
  if (left > 0) await tellLeft(workshop, left);
  await workshop.drop('parent_link');
}

async function tellLeft(workshop: Workshop, count: number): Promise<void> {
  const children = new Float64Array(count);
  const parents = new Float64Array(count);
  const result = await workshop.connection.stream('select p, q from parent_link');
  let filled = 0;
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const [p, q] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
    for (let i = 0; i < chunk.rowCount; i += 1, filled += 1) {
      children[filled] = Number(p.getItem(i));
      parents[filled] = Number(q.getItem(i));
    }
  }
  // From both ends: above a circle there are ancestors, below it descendants.
  const below = linksLeft(
    children,
    parents,
    Uint8Array.from(children, () => 1),
  );
  const left = linksLeft(parents, children, below);
  const rows = [...left.keys()].filter((i) => left[i] === 1).map((i) => `(${children[i]}, ${parents[i]})`);
  for (let at = 0; at < rows.length; at += 1000)
    await workshop.run(`insert into problem
      select p, 'parents-in-a-circle', 'parents', r.id, '{}' from (values ${rows.slice(at, at + 1000).join(', ')}) v(p, q) join raw r on r.rowid = v.q`);
}

/**
 * Takes away, layer by layer (Kahn), the links of whoever is at no link's `to` end, as long as there are any. 1 for each link that is left.
 */
function linksLeft(from: Float64Array, to: Float64Array, present: Uint8Array): Uint8Array {
  const left = Uint8Array.from(present);
  const arriving = new Map<number, number>();
  const leaving = new Map<number, number[]>();
  for (let i = 0; i < left.length; i += 1) {
    if (left[i] === 0) continue;
    const [a, b] = [from[i] ?? 0, to[i] ?? 0];
    arriving.set(b, (arriving.get(b) ?? 0) + 1);
    const known = leaving.get(a);
    if (known === undefined) leaving.set(a, [i]);
    else known.push(i);
  }
  const free = [...leaving.keys()].filter((person) => !arriving.has(person));
  for (let person = free.pop(); person !== undefined; person = free.pop())
    for (const i of leaving.get(person) ?? []) {
      left[i] = 0;
      const other = to[i] ?? 0;
      const count = (arriving.get(other) ?? 0) - 1;
      arriving.set(other, count);
      if (count === 0) free.push(other);
    }
  return left;
}
