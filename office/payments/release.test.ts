import { expect, test } from 'vitest';
import { day } from '../../values/day.ts';
import { fen } from '../../values/fen.ts';
import { draftBatch } from './draft.ts';
import { releaseBatch } from './release.ts';
import { testOffice } from './testing.ts';

const office = await testOffice();
const { house, funds, payer } = office;

test('two people release a batch, funds first', async () => {
  await office.deposit('100,000.00');
  await office.grant({ name: '陈立' });
  await office.grant({ name: '尉迟明月', amount: fen(120_000n) });
  const drafted = await draftBatch(house, payer, { payOn: day('2026-12-10') });
  if (drafted.kind !== 'drafted') throw new Error(drafted.kind);
  expect(drafted.batch).toMatchObject({
    number: '2026-0001',
    lineCount: 2,
    total: 480_000n,
    progress: { state: 'draft' },
  });
  const { id, version, digest } = drafted.batch;
  const first = await releaseBatch(house, funds, id, { version, digest });
  expect(first).toMatchObject({ kind: 'released', batch: { progress: { state: 'funds-released' } } });
  const second = await releaseBatch(house, payer, id, { version: version + 1, digest });
  expect(second).toMatchObject({ kind: 'released', batch: { progress: { state: 'released' } } });
});
