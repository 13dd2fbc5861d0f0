import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readId } from '../../values/id.ts';
import { keyRing, loadKeys } from './keys.ts';
import { newId } from './new-id.ts';
import { checkPassword, hashPassword } from './password.ts';
import { blindIndex, openText, sealText } from './sealed.ts';
import { hashOfToken, newToken, sameSecret } from './token.ts';

const folder = await mkdtemp(join(tmpdir(), 'huijia-keys-'));
afterAll(() => rm(folder, { recursive: true }));
const master = randomBytes(32);
const ring = keyRing([master]);
const keys = ring.of('one');
const cheap = { memoryKiB: 32, passes: 1, lanes: 1 };

test('ids are UUIDs of version 7, each later than the one before', () => {
  const ids = Array.from({ length: 10_000 }, () => newId<'case'>());
  expect(ids.every((id) => readId<'case'>(id) === id && id[14] === '7' && '89ab'.includes(id[19] ?? ''))).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id tells the millisecond it was made in', () => {
  const far = Date.UTC(2099, 0, 1);
  expect(Number.parseInt(newId<'case'>(far).replaceAll('-', '').slice(0, 12), 16)).toBe(far);
});

test('a password matches its hash and no other does', async () => {
  const hash = await hashPassword('禾安县·2026', cheap);
  expect(await checkPassword('禾安县·2026', hash, cheap)).toEqual({ matches: true, outdated: false });
  expect((await checkPassword('禾安县·2025', hash, cheap)).matches).toBe(false);
});

test('a password typed in full width is the same password', async () => {
  expect((await checkPassword('Ｈean2026！', await hashPassword('Hean2026!', cheap), cheap)).matches).toBe(true);
});

test('a hash of an older cost still matches and asks to be made anew', async () => {
  const old = await hashPassword('hean', cheap);
  expect(await checkPassword('hean', old, { ...cheap, passes: 2 })).toEqual({ matches: true, outdated: true });
});

test('whoever does not exist never matches', async () => {
  expect(await checkPassword('', undefined, cheap)).toEqual({ matches: false, outdated: false });
});

test('the standard cost is the one OWASP asks for', async () => {
  expect(await hashPassword('x')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
});

test('a token is stored as a hash that does not let anyone in', () => {
  const { token, hash } = newToken();
  expect([token.length, hash.length]).toEqual([43, 64]);
  expect(hashOfToken(token)).toBe(hash);
  expect(sameSecret(token, token) && !sameSecret(token, hash)).toBe(true);
});

test('what was sealed opens in its own place and nowhere else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, context) => {
      const sealed = sealText(keys, text, context);
      expect(openText(keys, sealed, context)).toBe(Buffer.from(text, 'utf8').toString('utf8'));
      expect(() => openText(keys, sealed, `${context}!`)).toThrow();
      expect(sealText(keys, text, context).equals(sealed)).toBe(false);
    }),
  );
});

test('a sealed value with a bit turned, cut short, or of a foreign key does not open', () => {
  const sealed = sealText(keys, '990101201905120021', 'person.identity');
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const turned = Buffer.from(sealed);
    turned.writeUInt8(turned.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(() => openText(keys, turned, 'person.identity')).toThrow();
  }
  expect(() => openText(keys, sealed.subarray(0, 20), 'person.identity')).toThrow('Not a sealed value');
  expect(() => openText(keyRing([randomBytes(32)]).of('one'), sealed, 'person.identity')).toThrow('does not hold');
});

test('a blind index finds one number however it was typed, and differs from field to field', () => {
  const found = blindIndex(keys, '99010120190512002X', 'person.identity');
  expect(blindIndex(keys, ' 990101 20190512 002ｘ', 'person.identity')).toBe(found);
  expect(blindIndex(keys, '99010120190512002X', 'account.number')).not.toBe(found);
  expect(found).toMatch(/^[0-9a-f]{64}$/);
});

test('a change of keys keeps old secrets readable and look-ups working', () => {
  const changed = keyRing([randomBytes(32), master]).of('one');
  expect(openText(changed, sealText(keys, 'old', 'c'), 'c')).toBe('old');
  expect(blindIndex(changed, 'x', 'f')).toBe(blindIndex(keys, 'x', 'f'));
  expect(() => openText(keys, sealText(changed, 'new', 'c'), 'c')).toThrow('does not hold');
});

test('what one owner sealed opens for no other, and no blind index tells who is in both', () => {
  const [one, other] = [ring.of('one'), ring.of('other')];
  expect(() => openText(other, sealText(one, '19900000001', 'phone'), 'phone')).toThrow('does not hold');
  expect(blindIndex(other, '19900000001', 'phone')).not.toBe(blindIndex(one, '19900000001', 'phone'));
});

// Made with the house's one key, before owners had keys of their own; the master is 32 times the byte 7.
const ofTheFirstKey = {
  sealed: '01081d4c5d7b5cc13a4149b30bdc3581213dcebcd28afbb602568bc61528504b26761a7d736a27ddc665609d',
  blind: 'bc7f8c49f8a9ac9d0bc6242c2ff7a2e458b9c8064276728fe3af03533abde8ad',
};

test('an owner whose data are older than owners’ keys still reads and finds them; a new owner does neither', () => {
  const older = keyRing([Buffer.alloc(32, 7)]);
  const [first, later] = [older.ofFirst('one'), older.of('two')];
  const sealed = Buffer.from(ofTheFirstKey.sealed, 'hex');
  expect(openText(first, sealed, 'person.phone')).toBe('19900000001');
  expect(blindIndex(first, '19900000001', 'phone')).toBe(ofTheFirstKey.blind);
  expect(() => openText(later, sealed, 'person.phone')).toThrow('does not hold');
  expect(blindIndex(later, '19900000001', 'phone')).not.toBe(ofTheFirstKey.blind);
  expect(() => openText(later, sealText(first, 'new', 'c'), 'c')).toThrow('does not hold');
  expect(openText(older.of('one'), sealText(first, 'new', 'c'), 'c')).toBe('new');
});

test('keys are made once, kept for their owner alone, and given ones are used as given', async () => {
  const made = await loadKeys(folder, undefined);
  expect((await loadKeys(folder, '')).of('one')).toEqual(made.of('one'));
  expect((await stat(join(folder, 'master.key'))).mode & 0o777).toBe(0o600);
  expect((await loadKeys(folder, master.toString('base64'))).of('one')).toEqual(keys);
});

test('processes that start at the same moment agree on one key', async () => {
  const shared = await mkdtemp(join(tmpdir(), 'huijia-keys-'));
  const loaded = await Promise.all(Array.from({ length: 8 }, () => loadKeys(shared, undefined)));
  expect(new Set(loaded.map((each) => each.of('one').sealing.id)).size).toBe(1);
  expect(await readdir(shared)).toEqual(['master.key']);
  await rm(shared, { recursive: true });
});

test('a given key that is no key is told to the operator', async () => {
  await expect(loadKeys(folder, 'c2hvcnQ=')).rejects.toMatchObject({ name: 'OperatorFault' });
});
