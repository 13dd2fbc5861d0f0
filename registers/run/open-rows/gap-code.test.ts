import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ColumnValues, LinkTable, RegisterInfo, Shard } from '../../../rules/columns/shard.ts';
import { packedDate, unknown32, unknownBoolean } from '../../../rules/columns/shard.ts';
import { boundToRegister } from '../../../rules/ir/passes/bind-register.ts';
import { dateCode } from '../../../rules/ir/lower/encode.ts';
import { floorDivided } from '../../../rules/ir/passes/fold.ts';
import { interpret, NotKnown, worldOf } from '../../../rules/ir/interpret.ts';
import { families, graphs } from '../../../rules/ir/testing.ts';
import type { Facts } from '../../../rules/facts.ts';
import { relativesOf } from '../../../rules/explain/facts/relatives.ts';
import { gapCode } from './gap-code.ts';

const texts = ['小学', '初中', '高中', 'CN', 'FR'];
const types = {
  birth: 'date',
  alive: 'boolean',
  local: 'boolean',
  nationality: 'text',
  school: 'text',
  nights: 'int',
  income: 'money',
} as const;

/** The family as a shard of one household for each of its own; whoever is in none has one alone. */
function shardOf(facts: Facts): { shard: Shard; info: RegisterInfo; rowOf: ReadonlyMap<string, number> } {
  const homes = [...(facts.households ?? [])].map((home) => [...home]);
  for (const { id } of facts.people) if (!homes.some((home) => home.includes(id))) homes.push([id]);
  const order = homes.flat();
  const rowOf = new Map(order.map((id, row) => [id, row]));
  const personOf = new Map(facts.people.map((person) => [person.id, person]));
  const columns = new Map<string, ColumnValues>();
  const infos = new Map<string, RegisterInfo['columns'] extends ReadonlyMap<string, infer I> ? I : never>();
  for (const [fact, type] of Object.entries(types)) {
    const values = order.map((id): number => {
      const value = personOf.get(id)?.[fact];
      if (value === undefined) return type === 'boolean' ? unknownBoolean : unknown32;
      if (type === 'date')
        return String(value).length === 10 ? Number(dateCode(String(value))) : monthOnly(String(value));
      return type === 'text' ? texts.indexOf(String(value)) : Number(value);
    });
    columns.set(fact, type === 'boolean' ? Int8Array.from(values) : Int32Array.from(values));
    const width = type === 'boolean' ? 8 : 32;
    infos.set(fact, { fact, type, width, least: 0n, greatest: 1n << 20n, unknown: 1, onlyMonth: 1 });
  }
  const offsets = new Uint32Array(homes.length + 1);
  homes.forEach((home, h) => (offsets[h + 1] = (offsets[h] ?? 0) + home.length));
  const of = Uint32Array.from(homes.flatMap((home, h) => home.map(() => h)));
  const table = (relation: 'parents' | 'children' | 'spouse' | 'guardians'): LinkTable => {
    const lists = order.map((id) =>
      [...(relativesOf(facts, id, relation) ?? [])].map((other) => rowOf.get(other) ?? 0),
    );
    const starts = new Uint32Array(order.length + 1);
    lists.forEach((list, row) => (starts[row + 1] = (starts[row] ?? 0) + list.length));
    return { offsets: starts, targets: Uint32Array.from(lists.flat()) };
  };
  const linksKnown = facts.links !== undefined;
  const shard: Shard = {
    rows: order.length,
    columns,
    households: { count: homes.length, offsets, of },
    links: linksKnown
      ? {
          parents: table('parents'),
          children: table('children'),
          spouse: table('spouse'),
          guardians: table('guardians'),
        }
      : undefined,
  };
  const info: RegisterInfo = {
    columns: infos,
    dictionary: texts,
    linksKnown,
    householdsKnown: facts.households !== undefined,
    largestHousehold: 5,
    mostLinks: 5,
    largestShard: order.length,
  };
  return { shard, info, rowOf };
}

function monthOnly(month: string): number {
  return packedDate(Number(month.slice(0, 4)), Number(month.slice(5)), 0);
}

test('code for single rows finds open what the meaning of the graph leaves open, and the same facts', () => {
  let open = 0;
  fc.assert(
    fc.property(graphs(), families({ months: true }), (graph, facts) => {
      const { shard, info, rowOf } = shardOf(facts);
      const bound = boundToRegister(graph, info);
      const code = gapCode(bound, 'bigint');
      expect(code).toBeDefined();
      if (code === undefined) return;
      const columns = code.facts.map((fact) => shard.columns.get(fact));
      // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval
      const maskOf = (new Function('env', code.text) as (env: unknown) => (row: number) => number)({
        columns,
        unknown: columns.map(() => unknown32),
        links: shard.links,
        of: shard.households.of,
        off: shard.households.offsets,
        div: floorDivided,
        mod: (a: bigint, by: bigint) => a - floorDivided(a, by) * by,
      });
      const valueOf = interpret(graph, worldOf(facts));
      const [eligible, amount] = [valueOf(graph.eligible), valueOf(graph.amount)];
      const gaps = [eligible, eligible === false ? false : amount].flatMap((value) =>
        value instanceof NotKnown ? [...value.gaps] : [],
      );
      const mask = maskOf(rowOf.get(facts.subject) ?? 0);
      const found = code.gaps.filter((_, n) => ((mask >>> n) & 1) === 1).map(({ name }) => name);
      expect([...new Set(found)].toSorted()).toEqual([...new Set(gaps)].toSorted());
      if (mask !== 0) open += 1;
    }),
    { numRuns: 600 },
  );
  expect(open).toBeGreaterThan(10);
});
