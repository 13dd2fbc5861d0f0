import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseSync } from 'vite';

/**
 * Every query names its county. Row-level policies would show no other county's rows anyway, but only after reading them: a query that names none reads
 * the table of a whole province.
 */

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const partsOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);
const nameOf = (value: unknown): string => (isNode(value) && typeof value['name'] === 'string' ? value['name'] : '');
const read = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8');

/** The tables whose rows are a county's: the schema says which. */
const tables: ReadonlySet<string> = new Set(
  [...read('migrations/schema.sql').matchAll(/^create table (\w+) \(\n {2}county /gm)].map(([, name = '']) => name),
);
const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const isOfCounty = (written: string): boolean => tables.has(snake(written.split(/\s+as\s+/)[0] ?? ''));

const begins = new Set(['selectFrom', 'updateTable', 'deleteFrom', 'mergeInto']);
/** A condition of Kysely on the column, `where('county', …)`, `onRef('person.county', …)`. */
const inConditions = /\b(?:where|on|eb)(?:Ref)?\(\s*'(?:\w+\.)?county'/;
/** A condition in SQL, `p.county = …`, `(p.county, p.id) = …`, `using (county, id)`. */
const inSql = /\bcounty\b(?:[^()]*\))?\s*(?:=|in\b)|\busing\s*\(\s*county\b/i;
const joins = /^(?:inner|left|right|full)(?:Lateral)?Join$/;

/** What asks a county's table in this text without naming the county, as sentences. */
function namelessIn(file: string, text: string): readonly string[] {
  const told: string[] = [];
  const textOf = ({ start, end }: Node): string => text.slice(start, end);
  const tell = (node: Node, table: string): void => {
    told.push(`${file}:${text.slice(0, node.start).split('\n').length} asks ${table} without its county`);
  };
  /** `chain` is the whole of the calls that this node begins. */
  const visit = (node: Node, chain: Node): void => {
    if (node.type === 'CallExpression' && isNode(node['callee'])) {
      const method = nameOf(node['callee']['property']);
      const [first] = Array.isArray(node['arguments']) ? node['arguments'].filter(isNode) : [];
      const table = first?.type === 'Literal' ? String(first['value']) : '';
      if (isOfCounty(table)) {
        if (begins.has(method) && !inConditions.test(textOf(chain))) tell(node, table);
        if (joins.test(method) && !inConditions.test(text.slice(node['callee'].end, node.end))) tell(node, table);
      }
    }
    if (node.type === 'TaggedTemplateExpression' && /^sql\b/.test(textOf(node))) {
      const found = namelessInSql(textOf(node));
      if (found !== undefined) tell(node, found);
    }
    for (const part of partsOf(node)) {
      const goesOn =
        (node.type === 'CallExpression' && part === node['callee']) ||
        (node.type === 'MemberExpression' && part === node['object']);
      visit(part, goesOn ? chain : part);
    }
  };
  const { program } = parseSync(file, text);
  visit(program as unknown as Node, program as unknown as Node);
  return told;
}

/** A county's table that this SQL asks for while it names no county: in the whole of it, or where the table is joined. */
function namelessInSql(statement: string): string | undefined {
  const asked = [...statement.matchAll(/\b(?:from|update|delete from|join)\s+(\w+)/gi)].map(([, name = '']) => name);
  const joined = [
    ...statement.matchAll(/\bjoin\s+(\w+)\b(.*?)(?=\bjoin\b|\bwhere\b|\bgroup by\b|\border by\b|\bunion\b|$)/gis),
  ];
  const loose = joined.find(([, name = '', on = '']) => tables.has(name) && !inSql.test(on));
  if (loose !== undefined) return loose[1];
  return inSql.test(statement) ? undefined : asked.find((name) => tables.has(name));
}

const isTest = /\.test\.tsx?$|\/testing[^/]*\.ts$/;
const ours = globSync('{building,doors,office,registers,sample-county}/**/*.{ts,tsx}', {
  cwd: import.meta.dirname,
}).filter((file) => !isTest.test(file) && !/\/(?:node_modules|dist)\//.test(file));

test('every query of a county’s table names the county', () => {
  expect([ours.length > 300, tables.size > 30]).toEqual([true, true]);
  expect(ours.flatMap((file) => namelessIn(file, read(file)))).toEqual([]);
});

test.each([
  ["await trx.updateTable('notice').set({ sentAt: at }).execute();", 'notice'],
  ["trx.selectFrom('notice as told').select('county').where('id', '=', id);", 'notice as told'],
  ["trx.deleteFrom('benefitCase').where('id', '=', id).returning('county').execute();", 'benefitCase'],
  [
    "trx.selectFrom('notice').innerJoin('person', 'person.id', 'notice.personId').where('notice.county', '=', c);",
    'person',
  ],
  ['sql`select count(*) from notice where id = ${id}`.execute(trx);', 'notice'],
  ['sql<Row>`select 1 from notice n join person p on p.id = n.person_id where n.county = ${c}`;', 'person'],
  ['sql`select county from notice`;', 'notice'],
  ['sql`with gone as (delete from notice where id = ${id} returning id) select`;', 'notice'],
])('%s', (statement, table) => {
  expect(namelessIn('a.ts', statement)).toEqual([`a.ts:1 asks ${table} without its county`]);
});

test.each([
  "await trx.updateTable('notice').set({ sentAt: at }).where('county', '=', county).execute();",
  "trx.selectFrom('notice').innerJoin('person', (on) => on.onRef('person.county', '=', 'notice.county')).where('notice.county', '=', c);",
  "trx.selectFrom('division').select('code').execute();",
  'sql`select 1 from notice n join person p on (p.county, p.id) = (n.county, n.person_id) where n.county = ${c}`;',
  'sql`select 1 from notice join person using (county, id) where notice.county = ${c}`;',
])('%s is right', (statement) => {
  expect(namelessIn('a.ts', statement)).toEqual([]);
});
