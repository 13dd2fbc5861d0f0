import { writeFile } from 'node:fs/promises';
import * as pg from 'pg';
import { inCheckout } from '../building/checkout.ts';
import { dumpSchema } from '../building/database/schema/schema-dump.ts';
import { dumpTypes } from '../building/database/schema/schema-types.ts';
import { startTestServer } from '../building/database/test-server.ts';

// `npm run schema`: applies the migrations to a new database and writes down what came of them.
const server = await startTestServer();
const owner = { ...server.provided.owner, database: server.provided.template };
const client = new pg.Client(owner);
await client.connect();
await writeFile(inCheckout('migrations/schema.sql'), await dumpSchema(client, 'huijia_door'));
await writeFile(inCheckout('migrations/tables.ts'), await dumpTypes(owner));
await client.end();
await server.stop();
