import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apply } from './apply.ts';
import { dropMyDraft } from './my-drafts.ts';
import { addPhoto } from './draft-photos.ts';
import { openDraft, removePhoto } from './draft.ts';
import { sweepPhotos } from '../rounds.ts';
import { county, png, policyOf, testOffice } from '../testing-office.ts';

const office = await testOffice();
const { house, filesFolder } = office;
const [requirement = ''] = (house.packs.packs[0]?.info.documents ?? []).map(({ key }) => key);

/** As if every file had been put in this many days ago. */
async function aged(days: number): Promise<void> {
  const then = new Date(Date.now() - days * 86_400_000);
  for (const entry of await readdir(filesFolder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), then, then);
}

test('a photo taken out of a draft, and those of a dropped draft, are deleted; a draft’s and a case’s stay', async () => {
  const liu = await office.family();
  const received = await apply(house, liu.acting, office.application(liu));
  if (received.kind !== 'received') throw new Error(received.kind);
  const photos = [png(11), png(12), png(13)];
  const digests: string[] = [];
  const draft = await openDraft(house, liu.acting, policyOf(house));
  for (const bytes of photos.slice(0, 2)) {
    const added = await addPhoto(house, liu.acting, draft, requirement, bytes);
    if (added.kind !== 'added') throw new Error(added.kind);
    digests.push(added.draft.body.photos.at(-1)?.digest ?? '');
  }
  await removePhoto(house, liu.acting, draft.id, { requirement, digest: digests[0] ?? '' });
  const thrownAway = await openDraft(house, liu.acting, 'test/another');
  const added = await addPhoto(house, liu.acting, thrownAway, requirement, photos[2] ?? Buffer.of());
  if (added.kind !== 'added') throw new Error(added.kind);
  digests.push(added.draft.body.photos[0]?.digest ?? '');
  await dropMyDraft(house, liu.acting, thrownAway.id);

  await aged(6);
  expect(await sweepPhotos(house, county)).toBe(0);
  await aged(8);
  expect(await sweepPhotos(house, county)).toBe(2);
  const files = house.filesOf(county);
  const left = await Promise.all([...digests, office.photo.digest].map((digest) => files.get(digest)));
  expect(left.map((bytes) => bytes !== undefined)).toEqual([false, true, false, true]);
});
