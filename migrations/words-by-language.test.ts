import * as pg from 'pg';
import { expect, test } from 'vitest';
import { inCheckout } from '../building/checkout.ts';
import { migrate, readMigrations } from '../building/database/schema/migrate.ts';
import { testDatabase } from '../building/database/testing.ts';

const { ownerAddress } = await testDatabase();
const migrations = await readMigrations(inCheckout('migrations'));
const before = migrations.findIndex(({ name }) => name.endsWith('words_by_language.sql'));

test('what an office had written in two columns is kept, with all that events say, by language tag', async () => {
  const database = `${String(ownerAddress.database)}_before`;
  const server = new pg.Client(ownerAddress);
  await server.connect();
  await server.query(`create database ${database}`);
  const house = new pg.Client({ ...ownerAddress, database });
  try {
    await migrate({ ...ownerAddress, database }, migrations.slice(0, before));
    await house.connect();
    await house.query(`select set_config('huijia.' || key, value, false)
      from (values ('kind', 'system'), ('county', '990101'), ('purpose', '载入示范县')) as acting (key, value)`);
    await house.query(`insert into division (code, name_zh, name_en) values ('990101000000', '禾安县', 'Hean County')`);
    await house.query(`insert into access_log
      (county, id, at, actor_kind, actor_name, office_zh, office_en, person_id, family_id, residence, what, purpose)
      values ('990101', gen_random_uuid(), now(), 'system', '惠家', '系统', 'The system', gen_random_uuid(), gen_random_uuid(), '990101000000', 'record', 'x')`);
    await house.query(`insert into audit_entry (county, id, at, actor_kind, act, subject_kind, subject_id, detail)
      values ('990101', gen_random_uuid(), now(), 'system', 'case.refused', 'case', 'x',
        '{"reasons": [{"words": {"zh": "名为\\"zh\\": 的一项", "en": "one called \\"zh\\": so"}}]}')`);
    await migrate({ ...ownerAddress, database }, migrations);
    const { rows: divisions } = await house.query('select name from division');
    expect(divisions).toEqual([{ name: { 'zh-CN': '禾安县', en: 'Hean County' } }]);
    const { rows: looks } = await house.query('select office from access_log');
    expect(looks).toEqual([{ office: { 'zh-CN': '系统', en: 'The system' } }]);
    const { rows: acts } = await house.query('select detail from audit_entry');
    const words = { 'zh-CN': '名为"zh": 的一项', en: 'one called "zh": so' };
    expect(acts).toEqual([{ detail: { reasons: [{ words }] } }]);
  } finally {
    await house.end();
    await server.query(`drop database ${database} with (force)`);
    await server.end();
  }
});

test('words without Chinese or without English are refused', async () => {
  const client = new pg.Client(ownerAddress);
  await client.connect();
  const put = (words: string) => client.query(`insert into division (code, name) values ('990199000000', $1)`, [words]);
  await expect(put('{"en": "Nowhere"}')).rejects.toThrow('words_are_in_chinese_and_english');
  await expect(put('{"zh-CN": "某县", "en": 1}')).rejects.toThrow('words_are_in_chinese_and_english');
  await client.end();
});
