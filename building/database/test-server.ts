import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pg from 'pg';
import type { TestProject } from 'vitest/node';
import { inCheckout } from '../checkout.ts';
import { startOf } from '../processes.ts';
import { openDatabase } from './connect.ts';
import { startEmbedded } from './server/embedded.ts';
import { digestOfAll, readMigrations } from './schema/migrate.ts';
import { runningServer, stopOrphan } from './server/orphan.ts';
import type { PoolAddress } from './pool.ts';
import type { TestServer } from './test-context.ts';

const folderPrefix = 'huijia-test-';

/** Vitest's global setup: one server for the whole run, with one migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide('testServer', server.provided);
  return () => server.stop();
}

/** A server (embedded, or the one at `DATABASE_URL`) with a migrated template database; `stop` leaves nothing behind. */
export async function startTestServer(): Promise<{ readonly provided: TestServer; stop(): Promise<void> }> {
  const url = process.env['DATABASE_URL'];
  const server =
    url === undefined || url === ''
      ? await ownServer()
      : { owner: { connectionString: url }, stop: async () => undefined };
  try {
    const template = await makeTemplate(server.owner);
    const stop = async (): Promise<void> => {
      await template.drop();
      await server.stop();
    };
    return { provided: template.provided, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** A server without waiting for the disk, on a folder that is thrown away. */
async function ownServer(): Promise<{ owner: PoolAddress; stop: () => Promise<void> }> {
  await sweepAbandoned();
  const folder = await mkdtemp(
    join(tmpdir(), `${folderPrefix}${process.pid}-${startOf(process.pid)?.replaceAll(/\W/g, '_')}-`),
  );
  const server = await startEmbedded(folder, { durable: false });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { owner: { ...server.owner }, stop };
}

/** Servers of test runs that were killed: their folders name the process that started them. */
async function sweepAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const match = new RegExp(`^${folderPrefix}(\\d+)-(\\w+)-`).exec(name);
    if (!match || startOf(Number(match[1]))?.replaceAll(/\W/g, '_') === match[2]) continue;
    const folder = join(tmpdir(), name);
    const cluster =
      (await readFile(join(folder, 'postgres-is-at'), 'utf8').catch(() => '')).trim() || join(folder, 'postgres');
    if (await runningServer(cluster)) await stopOrphan(cluster);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

interface Template {
  readonly provided: TestServer;
  drop(): Promise<void>;
}

async function makeTemplate(address: PoolAddress): Promise<Template> {
  const migrations = await readMigrations(inCheckout('migrations'));
  const template = `huijia_test_${digestOfAll(migrations).slice(0, 12)}_${process.pid}`;
  const doors = { doorLogin: 'huijia_door_of_tests', doorPassword: 'a-door-of-a-test' };
  const orders = new pg.Client(address);
  await orders.connect();
  await orders.query(`drop database if exists ${template}`);
  await orders.query(`create database ${template} encoding 'UTF8' template template0`);
  const { host, port, user, password, ssl } = orders;
  const owner: PoolAddress = { host, port, ...(user && { user }), ...(password && { password }), ...(ssl && { ssl }) };
  const opened = await openDatabase({ owner: { ...owner, database: template }, migrations, ...doors });
  await opened.close();
  const drop = async (): Promise<void> => {
    await orders.query(`drop database if exists ${template} with (force)`);
    await orders.end();
  };
  return {
    provided: { owner: { ...owner, ...(orders.database && { database: orders.database }) }, template, ...doors },
    drop,
  };
}
