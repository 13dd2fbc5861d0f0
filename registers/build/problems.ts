import type { FactDefinition } from '../../rules/vocabulary.ts';
import type { Day } from '../../values/day.ts';
import { problemAt, type RegisterProblem, type RegisterProblemKind } from '../problem.ts';
import { checkText, checksOfFacts, checksOfOwn } from './cells.ts';
import { factColumn, type SourceColumns } from './columns.ts';
import { quoted, type Workshop } from './duckdb.ts';
import type { Loaded } from './load.ts';

// Faulty cells are gathered in the table `problem`: its row of `raw`, the kind, the column and what was found.

/** Different texts beyond which a column holds no codes. */
const mostTexts = 1_000_000;

export async function makeProblemTable(workshop: Workshop): Promise<void> {
  await workshop.run('create table problem (p bigint, kind varchar, col varchar, found varchar, rest varchar)');
}

/** Every fault that one cell alone shows. */
export async function checkCells(workshop: Workshop, columns: SourceColumns, asOf: Day): Promise<void> {
  for (const { column, cell, kind, when, values } of [...checksOfOwn(columns.own), ...checksOfFacts(columns, asOf)]) {
    const rest = quoted(JSON.stringify(values ?? {}));
    await workshop.run(
      `insert into problem select rowid, '${kind}', ${quoted(column)}, ${cell}, ${rest} from raw where ${when}`,
    );
  }
}

/**
 * Makes the table `dictionary` of all texts, in their order, and tells those that can't be. Too many of them is no fault of a row.
 */
export async function checkTexts(workshop: Workshop, { file, columns }: Loaded): Promise<readonly RegisterProblem[]> {
  const facts = columns.facts.filter(({ type }) => type === 'text' || type === 'enum');
  await workshop.run('create table dictionary (code integer, text varchar)');
  for (const fact of facts) {
    const cell = factColumn(fact.name);
    await workshop.run(
      `create or replace temp table distinct_text as select distinct ${cell} as text from raw where ${cell} is not null`,
    );
    const [count] = await workshop.rows<{ n: bigint }>('select count(*) as n from distinct_text');
    if ((count?.n ?? 0n) > BigInt(mostTexts))
      return [problemAt({ file, column: fact.name }, 'too-many-texts', { most: String(mostTexts) })];
    await tellTexts(workshop, fact);
    await workshop.run('insert into dictionary select null, text from distinct_text');
  }
  await workshop.run(
    'create or replace table dictionary as select cast(row_number() over (order by text) - 1 as integer) as code, text from (select distinct text from dictionary)',
  );
  return [];
}

/** Each different text is looked at once; rows are found only for those that can't be. */
async function tellTexts(workshop: Workshop, fact: FactDefinition): Promise<void> {
  const texts = await workshop.rows<{ text: string }>('select text from distinct_text order by text');
  const bad = texts.flatMap(({ text }) => {
    const problem = checkText(fact, text);
    if (problem === undefined) return [];
    return [`(${quoted(text)}, '${problem.kind}', ${quoted(JSON.stringify(problem.values ?? {}))})`];
  });
  if (bad.length === 0) return;
  await workshop.run('create or replace temp table bad_text (text varchar, kind varchar, rest varchar)');
  for (let at = 0; at < bad.length; at += 1000)
    await workshop.run(`insert into bad_text values ${bad.slice(at, at + 1000).join(', ')}`);
  const cell = factColumn(fact.name);
  await workshop.run(
    `insert into problem select r.rowid, b.kind, ${quoted(fact.name)}, b.text, b.rest from raw r join bad_text b on b.text = ${cell}`,
  );
}

export interface ProblemsFound {
  readonly counts: Readonly<Record<string, number>>;
  readonly told: readonly RegisterProblem[];
  /** Whether all are of rows, which may be left out; else the file itself can't be used. */
  readonly areOfRows: boolean;
}

/** What was found: how many of each kind, and of each kind the first `most`, in the order of the file. */
export async function problemsFound(workshop: Workshop, loaded: Loaded, most: number): Promise<ProblemsFound> {
  const counts = await workshop.rows<{ kind: string; n: bigint }>(
    'select kind, count(*) as n from problem group by kind order by kind',
  );
  const rows = await workshop.rows<Found>(`
    select p, kind, col, found, rest from problem
    qualify row_number() over (partition by kind order by p, col, found) <= ${most} order by p, col, kind, found`);
  return {
    counts: Object.fromEntries([
      ...(loaded.brokenCount > 0 ? [['broken-line', loaded.brokenCount] as const] : []),
      ...counts.map(({ kind, n }) => [kind, Number(n)] as const),
    ]),
    told: [...loaded.brokenLines, ...rows.map((found) => told(found, loaded))],
    areOfRows: true,
  };
}

interface Found {
  readonly p: bigint;
  readonly kind: string;
  readonly col: string;
  readonly found: string | null;
  readonly rest: string;
}

function told({ p, kind, col, found, rest }: Found, loaded: Loaded): RegisterProblem {
  const values = { ...(JSON.parse(rest) as Record<string, string>), found: shown(found) };
  const place = { file: loaded.file, row: loaded.recordOf(Number(p)), column: col };
  return problemAt(place, kind as RegisterProblemKind, values);
}

/** Short enough for a sentence. */
function shown(found: string | null): string {
  const text = JSON.stringify(found ?? '');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
