import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pg from 'pg';
import { expect, test } from 'vitest';
import { dumpSchema } from '../building/database/schema/schema-dump.ts';
import { dumpTypes } from '../building/database/schema/schema-types.ts';
import { testDatabase } from '../building/database/testing.ts';

const { ownerAddress, separateRoles } = await testDatabase();

async function committed(file: string): Promise<string> {
  return readFile(join(import.meta.dirname, file), 'utf8');
}

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(ownerAddress);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

// Where the owner may not create roles there is nobody to grant to, and the grants are missing from the dump.
test.runIf(separateRoles)('schema.sql is what the migrations make (npm run schema writes it)', async () => {
  expect(await asOwner((client) => dumpSchema(client, 'huijia_door'))).toBe(await committed('schema.sql'));
});

test('tables.ts is what the migrations make (npm run schema writes it)', async () => {
  expect(await dumpTypes(ownerAddress)).toBe(await committed('tables.ts'));
});
