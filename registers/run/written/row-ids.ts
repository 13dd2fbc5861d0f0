import { readFileSync } from 'node:fs';
import { idFiles } from '../../folder/layout.ts';
import { type Register, shardPath, shownPath } from '../../open/open.ts';
import { problemAt, type RegisterProblem } from '../../problem.ts';
import { entryAt } from '../../open/read-shard.ts';
import type { RowIds } from '../../write.ts';

/** The ids of a shard's rows as they lie on disk; where the register has none, the rows' numbers. */
export function readRowIds(register: Register, index: number): RowIds | RegisterProblem {
  const entry = entryAt(register, index);
  if (!(idFiles.offsets in entry.files)) return numbered(entry.rows);
  const read = (file: string): Uint8Array => new Uint8Array(readFileSync(shardPath(register, entry, file)));
  const bytes = read(idFiles.bytes);
  const offsets = new Uint32Array(read(idFiles.offsets).buffer);
  for (let row = 0; row < entry.rows; row += 1)
    if ((offsets[row] as number) > (offsets[row + 1] as number) || (offsets[row + 1] as number) > bytes.length)
      return problemAt({ file: shownPath(entry, idFiles.offsets), row: row + 1 }, 'offsets-fall', {
        end: String(bytes.length),
      });
  return { bytes, offsets };
}

function numbered(rows: number): RowIds {
  const bytes = Buffer.allocUnsafe(rows * 10);
  const offsets = new Uint32Array(rows + 1);
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    at += bytes.write(String(row), at, 'latin1');
    offsets[row + 1] = at;
  }
  return { bytes, offsets };
}
