import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { lawFolder } from '../../hall/law-folder.ts';
import { smallPack } from '../../../rules/testing.ts';
import { policyTextOf } from './policy-text.ts';
import { readPolicyText } from './read-policy-text.ts';

const vocabulary = await readFile(`${lawFolder}/vocabulary.yaml`, 'utf8');
const base = { file: 'base.md', text: smallPack };
const other = { file: 'other.md', text: smallPack.replace('test/hospital-care', 'test/other-care') };
/** A pack that asks what the base comes to. */
const asking = {
  file: 'asking.md',
  text: smallPack
    .replace('test/hospital-care', 'test/asking')
    .replace('for: person as elder\n', 'for: person as elder\nbenefits: { care: test/hospital-care }\n'),
};

test('a policy text is the pack with the vocabulary and the packs that it depends on, and no others', () => {
  const text = policyTextOf(asking, [other, asking, base], vocabulary);
  expect(text.policy).toBe('test/asking');
  expect(JSON.parse(text.text)).toEqual({ packs: [asking.text, base.text], vocabulary });
});

test('its digest is the SHA-256 of that text, which anybody can compute', () => {
  const { digest, text } = policyTextOf(base, [], vocabulary);
  expect(digest).toBe(createHash('sha256').update(text).digest('hex'));
});

test('it is the same however the others are ordered and whatever files they lie in', () => {
  const { digest } = policyTextOf(asking, [base, other], vocabulary);
  const elsewhere = { ...base, file: 'law/elsewhere/policy.md' };
  expect(policyTextOf({ ...asking, file: 'x.md' }, [other, elsewhere], vocabulary).digest).toBe(digest);
});

test.each([
  ['the pack', { ...asking, text: `${asking.text}\n` }, base, vocabulary],
  ['a pack that it asks', asking, { ...base, text: `${base.text}\n` }, vocabulary],
  ['the vocabulary', asking, base, `${vocabulary}\n`],
])('another digest where %s is another', (_what, own, referred, words) => {
  const { digest } = policyTextOf(asking, [base], vocabulary);
  expect(policyTextOf(own, [referred], words).digest).not.toBe(digest);
});

test('the same digest where a pack is another that it does not depend on', () => {
  const { digest } = policyTextOf(asking, [base, other], vocabulary);
  expect(policyTextOf(asking, [base, { ...other, text: `${other.text}\n` }], vocabulary).digest).toBe(digest);
});

test('a text from before is known by the start of the digest of the pack alone', () => {
  const { oldVersion } = policyTextOf(asking, [base], vocabulary);
  expect(oldVersion).toBe(createHash('sha256').update(asking.text).digest('hex').slice(0, 12));
});

test('a text that is no pack any more is told by findings, never by an exception', () => {
  const text = policyTextOf({ file: 'x.md', text: 'policy: test/nothing\n' }, [], vocabulary);
  expect(readPolicyText(text).kind).toBe('findings');
  expect(readPolicyText({ ...text, text: JSON.stringify({ packs: [base.text], vocabulary: 'facts: 3' }) }).kind).toBe(
    'findings',
  );
});
