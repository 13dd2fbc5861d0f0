import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { column32, type People } from './people.ts';

/**
 * The people as raw little-endian files, for contenders in other languages. One after another for all shards:
 * `birth.i32` (year << 9 | month << 5 | day), `income.i32` (fen), `local.i8`, `of.u32` (the row's household within its shard),
 * `offsets.u32` (for each shard, households + 1 rows within it). `shards.txt`: for each shard a line `rows households`.
 */
export async function writePeople(people: People, folder: string): Promise<void> {
  const { shards } = people;
  await writeFile(
    join(folder, 'shards.txt'),
    shards.map(({ rows, households }) => `${rows} ${households.count}\n`).join(''),
  );
  const write = async (name: string, parts: readonly ArrayBufferView[]): Promise<void> => {
    const file = await open(join(folder, name), 'w');
    for (const { buffer, byteOffset, byteLength } of parts)
      await file.write(new Uint8Array(buffer, byteOffset, byteLength));
    await file.close();
  };
  const column = (fact: string): readonly ArrayBufferView[] => shards.map((shard) => column32(shard, fact));
  await write('birth.i32', column('birth'));
  await write('income.i32', column('income'));
  await write('local.i8', column('local'));
  await write(
    'of.u32',
    shards.map(({ households }) => households.of),
  );
  await write(
    'offsets.u32',
    shards.map(({ households }) => households.offsets),
  );
}
