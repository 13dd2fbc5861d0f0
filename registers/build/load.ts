import { basename, join } from 'node:path';
import type { Vocabulary } from '../../rules/vocabulary.ts';
import { regularFile } from '../folder/file-fault.ts';
import { problemAt, type RegisterProblem, type RegisterProblemKind } from '../problem.ts';
import { columnsOf, factColumn, type SourceColumns } from './columns.ts';
import { named, quoted, type Workshop } from './duckdb.ts';
import { mostRecordBytes, tooLongRecord } from './record-length.ts';
import { asUtf8, headerOf, startsLikeParquet } from './text-file.ts';

/** A source whose rows stand in the table `raw`: every cell as a text, empty ones null, in the order of the file. */
export interface Loaded {
  readonly file: string;
  readonly columns: SourceColumns;
  /** Lines that are no rows, each with its line of the file; they are not in `raw`. */
  readonly brokenLines: readonly RegisterProblem[];
  readonly brokenCount: number;
  /** Which record of the file (from 1) a row of `raw` (from 0) is. */
  readonly recordOf: (row: number) => number;
}

export type Load =
  | { readonly kind: 'loaded'; readonly loaded: Loaded }
  | { readonly kind: 'problems'; readonly problems: readonly RegisterProblem[] };

const refused = (problem: RegisterProblem): Load => ({ kind: 'problems', problems: [problem] });

/** Reads a CSV or Parquet file into `raw`. `work` is a folder for a decoded copy; `most` how many broken lines are told. */
export async function loadFile(
  workshop: Workshop,
  path: string,
  vocabulary: Vocabulary,
  { work, most }: { readonly work: string; readonly most: number },
): Promise<Load> {
  const file = basename(path);
  const found = regularFile(path, { file: path }, 'no-such-file');
  if ('problem' in found) return refused(found.problem);
  if (/\.parquet$/i.test(path) || startsLikeParquet(path)) return loadParquet(workshop, path, file, vocabulary);
  const text = asUtf8(path, join(work, 'decoded.csv'));
  if (text.kind === 'not-text') return refused(problemAt({ file }, 'not-text', { line: String(text.line) }));
  const line = tooLongRecord(text.path);
  if (line !== undefined) {
    const most = String(mostRecordBytes / 1_000_000);
    return refused(problemAt({ file, line }, 'record-too-long', { most }));
  }
  const header = headerOf(text.path);
  if (header === undefined) return refused(problemAt({ file }, 'no-header'));
  const wrong = headerProblems(file, header, vocabulary);
  if (wrong.length > 0) return { kind: 'problems', problems: wrong };
  const spec = header.map((_, i) => `'c${i}': 'VARCHAR'`).join(', ');
  const columns = columnsOf(header, vocabulary);
  const place = new Map(header.map((name, i) => [name, `nullif(trim(c${i}), '')`]));
  try {
    await workshop.run(`create table raw as select ${cells(columns, place)} from read_csv(${quoted(literally(text.path))},
      auto_detect=false, header=true, delim=',', quote='"', escape='"', strict_mode=true, columns={${spec}},
      store_rejects=true, rejects_table='broken', rejects_scan='broken_scan', rejects_limit=${mostRejects + 1})`);
  } catch (error) {
    return refused(problemAt({ file }, 'unreadable', { why: firstLine(error) }));
  }
  const [rejected] = await workshop.rows<{ n: bigint }>('select count(*) as n from broken');
  if ((rejected?.n ?? 0n) > BigInt(mostRejects))
    return refused(problemAt({ file }, 'too-many-broken-lines', { most: String(mostRejects) }));
  return { kind: 'loaded', loaded: { file, columns, ...(await brokenLines(workshop, file, header.length, most)) } };
}

/** So many broken lines are no slips but another kind of file; DuckDB keeps each of them in memory. */
const mostRejects = 100_000;

/** DuckDB takes a path for a pattern: its signs stand for themselves here. */
const literally = (path: string): string => path.replaceAll(/[[*?]/g, '[$&]');

async function loadParquet(workshop: Workshop, path: string, file: string, vocabulary: Vocabulary): Promise<Load> {
  const from = `read_parquet(${quoted(literally(path))})`;
  try {
    const described = await workshop.rows<{ column_name: string; column_type: string }>(
      `select column_name, column_type from (describe select * from ${from})`,
    );
    const names = described.map(({ column_name }) => column_name);
    const wrong = headerProblems(file, names, vocabulary);
    if (wrong.length > 0) return { kind: 'problems', problems: wrong };
    const columns = columnsOf(names, vocabulary);
    const place = new Map(
      described.map(({ column_name, column_type }) => {
        const name = named(column_name);
        const text = column_type.endsWith('[]') ? `array_to_string(${name}, ';')` : `cast(${name} as varchar)`;
        return [column_name, `nullif(trim(${text}), '')`];
      }),
    );
    await workshop.run(`create table raw as select ${cells(columns, place)} from ${from}`);
    return { kind: 'loaded', loaded: { file, columns, brokenLines: [], brokenCount: 0, recordOf: (row) => row + 1 } };
  } catch (error) {
    return refused(problemAt({ file }, 'not-parquet', { why: firstLine(error) }));
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/** The columns that are kept, each under the name it has from here on. */
function cells({ own, facts }: SourceColumns, place: ReadonlyMap<string, string>): string {
  return [
    ...[...own].map((name) => `${place.get(name)} as ${name}`),
    ...facts.map(({ name }) => `${place.get(name)} as ${factColumn(name)}`),
  ].join(', ');
}

function headerProblems(file: string, header: readonly string[], vocabulary: Vocabulary): readonly RegisterProblem[] {
  const twice = new Set(header.filter((name, i) => name !== '' && header.indexOf(name) !== i));
  const missing = ['id', 'division'].filter((name) => !header.includes(name));
  const ratios = header.filter((name) => vocabulary.facts.get(name)?.type === 'ratio');
  return [
    ...[...twice].map((name) => problemAt({ file }, 'column-twice', { name })),
    ...missing.map((name) => problemAt({ file }, 'no-column', { name })),
    ...ratios.map((column) => problemAt({ file, column }, 'column-of-ratio')),
  ];
}

const kindOfBrokenLine = new Map<string, RegisterProblemKind>([
  ['TOO MANY COLUMNS', 'too-many-fields'],
  ['MISSING COLUMNS', 'too-few-fields'],
  ['UNQUOTED VALUE', 'open-quote'],
]);

async function brokenLines(
  workshop: Workshop,
  file: string,
  columns: number,
  most: number,
): Promise<Pick<Loaded, 'brokenLines' | 'brokenCount' | 'recordOf'>> {
  const [total] = await workshop.rows<{ n: bigint }>('select count(distinct line) as n from broken');
  const lines = await workshop.rows<{ line: bigint; type: string; why: string }>(
    `select line, any_value(error_type::varchar) as type, any_value(error_message) as why from broken group by line order by line`,
  );
  const told = lines.slice(0, most).map(({ line, type, why }) =>
    problemAt({ file, line: Number(line) }, kindOfBrokenLine.get(type) ?? 'broken-line', {
      columns: String(columns),
      why: why.split('\n')[0] ?? '',
    }),
  );
  // Line 1 is the header, so line n is record n - 1; a broken one before it was a record, too.
  const brokenRecords = lines.map(({ line }) => Number(line) - 1);
  const recordOf = (row: number): number =>
    brokenRecords.reduce((record, broken) => (broken <= record ? record + 1 : record), row + 1);
  return { brokenLines: told, brokenCount: Number(total?.n ?? 0n), recordOf };
}
