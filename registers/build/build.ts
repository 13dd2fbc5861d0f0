import { inEveryLanguage } from '../../values/language.ts';
import { OperatorFault } from '../../building/operator-fault.ts';
import type { Vocabulary } from '../../rules/vocabulary.ts';
import type { Day } from '../../values/day.ts';
import type { Manifest } from '../folder/manifest.ts';
import type { RegisterProblem } from '../problem.ts';
import { openTargetFolder, type TargetFolder } from '../folder/target-folder.ts';
import { createRegisterWriter } from '../write.ts';
import { arrangeLinks, arrangeRows, shapesOf } from './arrange.ts';
import { linkColumns } from './columns.ts';
import { openWorkshop, type Workshop } from './duckdb.ts';
import { emitShards } from './emit.ts';
import { findLinks, findPeople } from './links.ts';
import { type Loaded, loadFile } from './load.ts';
import { findGuests, placePeople } from './places.ts';
import { checkCells, checkTexts, makeProblemTable, problemsFound, type ProblemsFound } from './problems.ts';
import { words } from '../words/made/all.ts';

/** Where people come from: a file, given or written into `work` first. `name` is how the register's manifest tells it. */
export interface Source {
  readonly name: string;
  readonly file: (work: string) => Promise<string>;
}

export interface BuildOptions {
  readonly source: Source;
  /** The folder that becomes the register. */
  readonly to: string;
  readonly vocabulary: Vocabulary;
  /** The day on which the facts stood so. */
  readonly asOf: Day;
  readonly replace?: boolean;
  /** Leaves broken rows out, and counts them. */
  readonly skipBroken?: boolean;
  /** Rows beyond which a county is cut. */
  readonly shardRows?: number;
  readonly memoryMegabytes?: number;
  /** Problems of a kind that are told; the rest are counted. */
  readonly mostTold?: number;
}

export type Built =
  | {
      readonly kind: 'built';
      readonly manifest: Manifest;
      /** Columns of the source that are no facts of the vocabulary: not kept. */
      readonly dropped: readonly string[];
    }
  | ({ readonly kind: 'problems' } & ProblemsFound);

/**
 * Builds a register: everything is checked before anything is written, and the folder is there whole or not at all. Memory is bounded by
 * `memoryMegabytes` and one shard, whatever the size of the source.
 * @throws OperatorFault when `to` is taken or can't be written.
 */
export async function buildRegister(options: BuildOptions): Promise<Built> {
  const folder = openTargetFolder(options.to, { replace: options.replace ?? false });
  try {
    const built = await buildIn(folder, options);
    if (built.kind === 'problems') folder.discard();
    return built;
  } catch (error) {
    folder.discard();
    throw roomFault(error) ?? error;
  }
}

/** The machine's disk, memory or permissions ended the building, or undefined: then it is a fault of the program. */
function roomFault(error: unknown): OperatorFault | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  // DuckDB tells its errors by the first words of their message.
  const ofMachine =
    ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EMFILE', 'EIO'].includes(code) ||
    /^(Out of Memory|IO) Error/.test(error.message);
  if (!ofMachine) return undefined;
  const why = error.message.split('\n')[0] ?? '';
  return new OperatorFault(
    inEveryLanguage(words, (w) => w.notBuilt({ why })),
    { cause: error },
  );
}

async function buildIn(folder: TargetFolder, options: BuildOptions): Promise<Built> {
  const { source, vocabulary, asOf, mostTold = 20 } = options;
  const path = await source.file(folder.work);
  const workshop = await openWorkshop(folder.work, options.memoryMegabytes ?? 1024);
  try {
    const load = await loadFile(workshop, path, vocabulary, { work: folder.work, most: mostTold });
    if (load.kind === 'problems') return refusedWith(load.problems);
    const { loaded } = load;
    await makeProblemTable(workshop);
    await checkCells(workshop, loaded.columns, asOf);
    const unfit = await checkTexts(workshop, loaded);
    if (unfit.length > 0) return refusedWith(unfit);
    await findPeople(workshop);
    await findLinks(workshop, loaded.columns, vocabulary);
    const found = await problemsFound(workshop, loaded, mostTold);
    const isBroken = Object.keys(found.counts).length > 0;
    if (isBroken && options.skipBroken !== true) return { kind: 'problems', ...found };
    const skipped = await keepTheRest(workshop, loaded, found.counts);
    const manifest = await write(workshop, loaded, folder, options, skipped);
    return { kind: 'built', manifest, dropped: loaded.columns.dropped };
  } finally {
    workshop.close();
  }
}

function refusedWith(told: readonly RegisterProblem[]): Built {
  const counts = Object.fromEntries(told.map(({ kind }) => [kind, told.filter((other) => other.kind === kind).length]));
  return { kind: 'problems', counts, told, areOfRows: false };
}

/** The table `kept`: the rows without a problem. Links to others are left out by not being found among them. */
async function keepTheRest(
  workshop: Workshop,
  { brokenCount }: Loaded,
  byKind: Readonly<Record<string, number>>,
): Promise<Manifest['skipped']> {
  if (Object.keys(byKind).length === 0) {
    await workshop.run('create table kept as select rowid as p from raw');
    return { rows: 0, links: 0, byKind: {} };
  }
  await workshop.run('create table kept as select rowid as p from raw where rowid not in (select p from problem)');
  const [counts] = await workshop.rows<{ rows: bigint; links: bigint }>(`
    select (select count(distinct p) from problem) as rows,
      (select count(*) from link where q is not null and p in (select p from kept) and q not in (select p from kept)) as links`);
  return {
    rows: Number(counts?.rows ?? 0n) + brokenCount,
    links: Number(counts?.links ?? 0n),
    byKind: { ...byKind },
  };
}

async function write(
  workshop: Workshop,
  { columns }: Loaded,
  folder: TargetFolder,
  options: BuildOptions,
  skipped: Manifest['skipped'],
): Promise<Manifest> {
  const linksKnown = linkColumns.some((column) => columns.own.has(column));
  await placePeople(workshop, columns, options.shardRows ?? 2_000_000);
  await findGuests(workshop);
  const shapes = await shapesOf(workshop, columns);
  await arrangeRows(workshop, columns, shapes);
  if (linksKnown) await arrangeLinks(workshop);
  const texts = await workshop.rows<{ text: string }>('select text from dictionary order by code');
  const writer = createRegisterWriter(
    options.to,
    {
      asOf: options.asOf,
      columns: shapes,
      dictionary: texts.map(({ text }) => text),
      linksKnown,
      householdsKnown: columns.own.has('household'),
      source: options.source.name,
    },
    { folder },
  );
  await emitShards(workshop, shapes, linksKnown, writer);
  workshop.close();
  return writer.finish(skipped);
}
