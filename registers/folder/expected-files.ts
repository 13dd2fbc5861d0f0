import {
  columnFile,
  divisionFiles,
  guestFiles,
  householdFiles,
  idFiles,
  linkFiles,
  linkRelations,
  shardsFolder,
} from './layout.ts';
import type { Manifest, ShardEntry } from './manifest.ts';
import { problemAt, type RegisterProblem } from '../problem.ts';

/** Bytes that a file of the shard must have by what the manifest says of it; undefined where the file's own content decides. */
function lengthsOf(manifest: Manifest, shard: ShardEntry): ReadonlyMap<string, number | undefined> {
  const { rows, households } = shard;
  const links = linkRelations.flatMap((relation) => [
    [linkFiles(relation).offsets, (rows + 1) * 4] as const,
    [linkFiles(relation).targets, undefined] as const,
  ]);
  return new Map([
    ...manifest.columns.map(({ fact, width }) => [columnFile(fact), (rows * width) / 8] as const),
    [householdFiles.offsets, (households + 1) * 4],
    [householdFiles.of, rows * 4],
    ...(manifest.linksKnown ? links : []),
    [divisionFiles.of, undefined],
    [divisionFiles.list, undefined],
  ]);
}

const optional = new Map<string, number>([
  [guestFiles.subjects, 1],
  [guestFiles.same, 4],
  [guestFiles.irregular, 1],
]);

/** Where a shard's entry in the manifest contradicts what the manifest says of the whole: a file too few, or of an impossible length. */
export function misfits(manifest: Manifest, shard: ShardEntry): readonly RegisterProblem[] {
  const place = (file: string): { readonly file: string } => ({ file: `${shardsFolder}/${shard.name}/${file}` });
  const required = [...lengthsOf(manifest, shard)].flatMap(([file, expected]) => {
    const entry = shard.files[file];
    if (entry === undefined) return [problemAt(place(file), 'file-missing')];
    const fits =
      expected === undefined ? entry.bytes % (file === divisionFiles.list ? 1 : 2) === 0 : entry.bytes === expected;
    return fits ? [] : [wrongLength(place(file), expected ?? 0, entry.bytes)];
  });
  const known = [...optional, [idFiles.offsets, 4] as const].flatMap(([file, width]) => {
    const expected = (file === idFiles.offsets ? shard.rows + 1 : shard.rows) * width;
    const entry = shard.files[file];
    return entry === undefined || entry.bytes === expected ? [] : [wrongLength(place(file), expected, entry.bytes)];
  });
  return [...required, ...known];
}

function wrongLength(place: { readonly file: string }, expected: number, found: number): RegisterProblem {
  return problemAt(place, 'wrong-length', { expected: String(expected), found: String(found) });
}
