import { cp, mkdtemp, readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openShelf } from './packs.ts';
import { describe as described, policyAddress, policyOfAddress } from '../decide/benefit-wire.ts';
import type { County } from '../../../values/division.ts';
import { packsOffered } from './offered.ts';
import { lawFolder } from '../../hall/law-folder.ts';

const folder = await mkdtemp(join(tmpdir(), 'huijia-law-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
await cp(lawFolder, folder, { recursive: true });

/** The text of a published pack, and the folder it lies in. */
async function aPack(): Promise<{ name: string; text: string }> {
  const entries = await readdir(lawFolder, { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const text = await readFile(join(lawFolder, name, 'policy.md'), 'utf8').catch(() => undefined);
    if (text !== undefined) return { name, text };
  }
  throw new Error('The law folder has no pack');
}

test('every pack of the law folder is without a fault and on the shelf', async () => {
  const shelf = await openShelf();
  expect(shelf.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(shelf.packs.length).toBeGreaterThan(0);
});

test('a pack with faults is not published, all of them are told with their places, and the others stay', async () => {
  const { text } = await aPack();
  const faulty = text
    .replace(/^policy: (.+)$/m, 'policy: $1-2')
    .replace('workingDays:', 'workingDayz:')
    .replace(/^eligible: .+$/m, 'eligible: nobody and nothing');
  expect(faulty).not.toBe(text);
  await mkdir(join(folder, 'faulty'), { recursive: true });
  await writeFile(join(folder, 'faulty', 'policy.md'), faulty);
  const whole = await openShelf();
  const shelf = await openShelf(folder);
  expect(shelf.packs.map(({ info }) => info.policy)).toEqual(whole.packs.map(({ info }) => info.policy));
  const errors = shelf.findings.filter(({ severity }) => severity === 'error');
  expect(errors.length).toBeGreaterThanOrEqual(3);
  for (const { span } of errors)
    expect(span).toMatchObject({ file: 'law/faulty/policy.md', line: expect.any(Number), column: expect.any(Number) });
});

test('an unknown policy is answered with the nearest name', async () => {
  const shelf = await openShelf();
  const policy = shelf.packs[0]?.info.policy ?? '';
  expect(shelf.find(policy)).toMatchObject({ kind: 'pack' });
  expect(shelf.find(policy.slice(0, -1))).toEqual({ kind: 'unknown-policy', nearest: policy });
  expect(shelf.find('zz/nothing-of-the-kind-at-all')).toEqual({ kind: 'unknown-policy' });
});

test('a province, a city and a county have folders of their own, and none publishes for another', async () => {
  const { text } = await aPack();
  const other = await mkdtemp(join(tmpdir(), 'huijia-law-'));
  await cp(join(lawFolder, 'vocabulary.yaml'), join(other, 'vocabulary.yaml'));
  const write = async (place: string, name: string, division: string): Promise<void> => {
    const folder = join(other, place, name.slice(name.indexOf('/') + 1));
    await mkdir(folder, { recursive: true });
    const own = text.replace(/^policy: .+$/m, `policy: ${name}`).replace(/^division: .+$/m, `division: "${division}"`);
    await writeFile(join(folder, 'policy.md'), own);
  };
  await write('cn', 'all/national', '000000000000');
  await write('990000', 'sample/provincial', '990000000000');
  await write('990101', 'hean/own', '990101000000');
  await write('990102', 'qiyun/of-the-neighbour', '990101000000');
  await write('990102', 'qiyun/national', '000000000000');
  const shelf = await openShelf(other);
  await rm(other, { recursive: true, force: true });
  const policies = shelf.packs.map(({ info }) => info.policy);
  expect(policies).toEqual(['sample/provincial', 'hean/own', 'all/national']);
  expect(shelf.findings.map(({ code, span }) => `${span.file} ${code}`)).toEqual([
    'law/990102/national/policy.md beyond-its-division',
    'law/990102/of-the-neighbour/policy.md beyond-its-division',
  ]);
  const offeredIn = (county: string): readonly string[] =>
    packsOffered({ packs: shelf }, county as County).map(({ info }) => info.policy);
  expect(offeredIn('990101')).toEqual(policies);
  expect(offeredIn('990102')).toEqual(['sample/provincial', 'all/national']);
  expect(offeredIn('330182')).toEqual(['all/national']);
});

test('a changed text is another version of the law', async () => {
  const { name, text } = await aPack();
  const before = await openShelf();
  const other = await mkdtemp(join(tmpdir(), 'huijia-law-'));
  await cp(lawFolder, other, { recursive: true });
  await writeFile(join(other, name, 'policy.md'), `${text}\n`);
  const after = await openShelf(other);
  await rm(other, { recursive: true, force: true });
  expect(after.packs[0]?.info.version).toMatch(/^[0-9a-f]{64}$/);
  expect(after.packs[0]?.info.version).not.toBe(before.packs[0]?.info.version);
});

test('a folder without a vocabulary is no law', async () => {
  await expect(openShelf(join(folder, 'faulty'))).rejects.toThrow('vocabulary.yaml');
});

test('a policy stands in an address without a slash', () => {
  expect(policyAddress('cn/home-care')).toBe('cn~home-care');
  expect(policyOfAddress('cn~home-care')).toBe('cn/home-care');
});

test('the public page has what a family needs, in both languages, and says what is verified', async () => {
  const [pack] = (await openShelf()).packs;
  if (pack === undefined) throw new Error('No pack');
  const page = described(pack);
  expect(page.documents.length).toBeGreaterThan(0);
  for (const { heading, text, title } of page.articles)
    for (const said of [heading['zh-CN'], heading.en, text['zh-CN'], text.en, title]) expect(said).not.toBe('');
  expect(page.articles.some(({ verified }) => verified)).toBe(true);
  const notes = page.articles.flatMap(({ note }) => (note === undefined ? [] : [note]));
  expect(notes).toEqual(pack.info.articles.flatMap(({ note }) => (note === undefined ? [] : [note])));
  expect(notes.some(({ en }) => en.includes('neither recorded nor tested'))).toBe(true);
  expect(page.procedure.remedies.some(({ withinDays }) => withinDays === 60)).toBe(true);
});
