import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { countRows } from '../building/database/count-rows.ts';
import { readEnvironment } from '../doors/environment.ts';
import { type OpenHouse, openHouse } from '../doors/open-house.ts';
import { takeUpLawCalendar } from '../office/hall/calendar/law-calendar.ts';
import type { County } from '../values/division.ts';
import { loadSample } from '../sample-county/load/load.ts';

/** The county in which a benchmark's house works. */
export const benchCounty = '990101' as County;

/** What a house of a benchmark is opened with. */
export interface Ground {
  /** Environment variables that open this house, or a process of it. */
  readonly variables: Readonly<Record<string, string>>;
  readonly folder: string;
}

/**
 * Gives the work a data folder and a database of its own: the embedded PostgreSQL, or a new database on the server of `DATABASE_URL`. Both
 * are gone afterwards.
 */
export async function onOwnGround<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'huijia-bench-'));
  const url = process.env['DATABASE_URL'];
  const database = url === undefined || url === '' ? undefined : await newDatabase(url);
  const common = { HUIJIA_DATA: folder, HUIJIA_SAMPLE: 'small', PORT: '0' };
  try {
    return await work({
      folder,
      variables: database === undefined ? common : { ...common, DATABASE_URL: database.url },
    });
  } finally {
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function newDatabase(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `huijia_bench_${randomBytes(6).toString('hex')}`;
  const order = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await order(`create database ${name} encoding 'UTF8' template template0`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => order(`drop database if exists ${name} with (force)`) };
}

/** Gives the work a house with the small sample county in it. */
export async function inBenchHouse<T>(work: (opened: OpenHouse) => Promise<T>): Promise<T> {
  return onOwnGround(async ({ variables }) => {
    const opened = await openHouse(readEnvironment(variables), () => undefined);
    try {
      await takeUpLawCalendar(opened.house);
      await loadSample(opened.house, benchCounty, 'small');
      await countRows(opened.database.ownerAddress);
      return await work(opened);
    } finally {
      await opened.close();
    }
  });
}
