import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSync } from 'vite';

/**
 * Every query names its county. Row-level security would keep the others' rows away all the same, but the planner does not know: among a
 * hundred counties a query that leaves it to the policies costs many times as much (docs/decisions/0026).
 */

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const partsOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);
const listOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/** The tables with a county, by their name in code (`benefitCase`). */
function tablesWithCounty(tables: string): ReadonlySet<string> {
  const interfaces = tables.matchAll(/^(?:export )?interface (\w+) \{\n(.*?)^\}/gms);
  const named = [...interfaces].filter(
    ([, name, body]) => name !== 'Tables' && /^ {2}(?:readonly )?county: /m.test(body ?? ''),
  );
  return new Set(named.map(([, name = '']) => name.charAt(0).toLowerCase() + name.slice(1)));
}

const inSql = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const reads = new Set(['selectFrom', 'updateTable', 'deleteFrom']);
const joins = /^(?:inner|left|right|full)Join$/;

/** The queries of a source that name a table with a county and not the county, as sentences. */
function withoutCounty(file: string, text: string, tables: ReadonlySet<string>): readonly string[] {
  const told: string[] = [];
  const tell = (node: Node, table: string): void => {
    told.push(`${file}:${text.slice(0, node.start).split('\n').length} asks ${table} without its county`);
  };
  const said = (node: Node): string => text.slice(node.start, node.end);
  const visit = (node: Node, chain: Node): void => {
    const called = node.type === 'CallExpression' && isNode(node['callee']) ? node['callee'] : undefined;
    if (called?.type === 'MemberExpression' && isNode(called['property'])) {
      const act = String(called['property']['name']);
      const [first, ...rest] = listOf(node['arguments']);
      const table = tableIn(first, tables);
      if (table !== undefined && reads.has(act) && !/\bwhere(?:Ref)?\(\s*'(?:\w+\.)?county'/.test(said(chain)))
        tell(node, table);
      if (table !== undefined && joins.test(act) && !/county'/.test(rest.map(said).join())) tell(node, table);
    }
    if (node.type === 'TaggedTemplateExpression') for (const table of openIn(said(node), tables)) tell(node, table);
    for (const part of partsOf(node)) {
      const goesOn = node.type === 'CallExpression' ? part === called : node.type === 'MemberExpression';
      visit(part, goesOn ? chain : part);
    }
  };
  for (const statement of listOf(parseSync(file, text).program.body)) visit(statement, statement);
  return told;
}

function tableIn(argument: Node | undefined, tables: ReadonlySet<string>): string | undefined {
  const name = typeof argument?.['value'] === 'string' ? argument['value'].split(' ')[0] : undefined;
  return name !== undefined && tables.has(name) ? name : undefined;
}

/** The tables of a statement in SQL that no county is compared for: each wants one of its own. */
function openIn(statement: string, tables: ReadonlySet<string>): readonly string[] {
  const known = new Set([...tables].map(inSql));
  const named = [...statement.matchAll(/\b(?:from|join|update)\s+(?:only\s+)?([a-z_]+)\b/g)]
    .map(([, name = '']) => name)
    .filter((name) => known.has(name));
  const compared = [...statement.matchAll(/\bcounty\s*(?:=|between)|\(county,|using \(county/g)].length;
  return compared >= named.length ? [] : named.slice(compared);
}

const tables = tablesWithCounty(readFileSync('migrations/tables.ts', 'utf8'));
const sources = globSync('{building,doors,office,registers,sample-county}/**/*.{ts,tsx}').filter(
  (file) => !/\.test\.tsx?$|testing|\/dist\/|\/made\//.test(file),
);

test('every query names its county', () => {
  expect(tables.size).toBeGreaterThan(25);
  expect(sources.length).toBeGreaterThan(200);
  const texts = sources.map((file) => [file, readFileSync(file, 'utf8')] as const);
  expect(texts.filter(([, text]) => /selectFrom|from [a-z_]+/.test(text)).length).toBeGreaterThan(15);
  expect(texts.flatMap(([file, text]) => withoutCounty(file, text, tables))).toEqual([]);
});

test.each([
  [`trx.selectFrom('person').select('id').where('id', '=', id)`, 1],
  [`trx.selectFrom('person').select('id').where('county', '=', county).where('id', '=', id)`, 0],
  [`trx.updateTable('session').set({ seenAt }).where('tokenHash', '=', hash)`, 1],
  [`change(trx, trx.deleteFrom('session').where('session.county', '=', county))`, 0],
  [`f('county', trx.deleteFrom('session').where('id', '=', id))`, 1],
  [`trx.selectFrom('staff').innerJoin('office', 'office.id', 'staff.officeId').where('staff.county', '=', county)`, 1],
  [`trx.selectFrom('division').selectAll()`, 0],
  ['sql`select count(*) from benefit_case where closed_on is null`', 1],
  ['sql`select * from benefit_case c join person p on p.id = c.subject_id where c.county = ${county}`', 1],
  [
    'sql`select * from benefit_case c join person p on p.county = c.county and p.id = c.subject_id where c.county = ${county}`',
    0,
  ],
])('told: %s', (statement, faults) => {
  expect(withoutCounty('told.ts', `const it = ${statement};`, tables)).toHaveLength(faults);
});
