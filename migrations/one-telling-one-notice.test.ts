import * as pg from 'pg';
import { expect, test } from 'vitest';
import { inCheckout } from '../building/checkout.ts';
import { migrate, readMigrations } from '../building/database/schema/migrate.ts';
import { testDatabase } from '../building/database/testing.ts';

const { ownerAddress } = await testDatabase();
const migrations = await readMigrations(inCheckout('migrations'));
const before = migrations.findIndex(({ name }) => name.endsWith('one_telling_one_notice.sql'));

/** A database as it was before, with what is put into it, and as it is after. */
async function migrated(filled: string, look: (house: pg.Client) => Promise<void>): Promise<void> {
  const database = `${String(ownerAddress.database)}_before`;
  const server = new pg.Client(ownerAddress);
  await server.connect();
  await server.query(`create database ${database}`);
  const house = new pg.Client({ ...ownerAddress, database });
  try {
    await migrate({ ...ownerAddress, database }, migrations.slice(0, before));
    await house.connect();
    await house.query(`select set_config('huijia.' || key, value, false)
      from (values ('kind', 'system'), ('county', '990101'), ('purpose', 'arrange-test')) as acting (key, value)`);
    await house.query(filled);
    await migrate({ ...ownerAddress, database }, migrations);
    await look(house);
  } finally {
    await house.end();
    await server.query(`drop database ${database} with (force)`);
    await server.end();
  }
}

const id = (running: number): string => `01900000-0000-7000-8000-00000000000${running}`;
const family = id(9);
const notice = (running: number, channel: string, word: string, more: string) => `
  insert into notice (county, id, person_id, family_id, residence, kind, channel, words, created_at, sent_at, failed) values
    ('990101', '${id(running)}', '${id(8)}', '${family}', '990101101201', 'payment.paid', '${channel}', '{"zh-CN": "${word}", "en": "${word}"}', '2026-03-02', ${more});`;

test('two children’s payments of one moment were four rows and are two, each with how far its message had come', async () => {
  const filled = `
    insert into division (code, name) values ('990101101201', '{"zh-CN": "东庄村", "en": "Dongzhuang"}');
    insert into family (county, id, residence, created_at) values ('990101', '${family}', '990101101201', now());
    insert into person (county, id, family_id, residence, name, name_sort, birth, created_at)
      values ('990101', '${id(8)}', '${family}', '990101101201', '王秀兰', 'wangxiulan', '1994-05-06', now());
    ${notice(1, 'site', 'Tongtong', 'null, null')} ${notice(2, 'site', 'Yangyang', 'null, null')}
    ${notice(3, 'sms', 'Tongtong', `'2026-03-02', null`)} ${notice(4, 'sms', 'Yangyang', `null, '空号'`)}`;
  await migrated(filled, async (house) => {
    const { rows } = await house.query(
      `select id, words->>'en' as word, sent_at is not null as sent, failed from notice order by id`,
    );
    expect(rows).toEqual([
      { id: id(3), word: 'Tongtong', sent: true, failed: null },
      { id: id(4), word: 'Yangyang', sent: false, failed: '空号' },
    ]);
  });
});

test('a database that holds real and invented counties is told so', async () => {
  const both = `insert into county (code) values ('990101'), ('330182')`;
  await expect(migrated(both, () => Promise.resolve())).rejects.toThrow('real and invented counties');
});
