import { madeLanguages } from '../../../building/catalogue/written.ts';
import { policyNamed } from '../../../rules/pack/text/references.ts';
import type { PackRead } from '../../../rules/read-pack.ts';
import { type LawText, readPackAmong } from '../../../rules/referring-packs.ts';
import { readVocabulary } from '../../../rules/vocabulary.ts';
import type { Bundle, PolicyText } from './policy-text.ts';

/**
 * Reads a kept text again. Its examples came out when it was published and are not run: they may not stand in the way of an old case.
 * Findings mean that this engine no longer takes what an older one took.
 */
export function readPolicyText({ digest, policy, text }: Pick<PolicyText, 'digest' | 'policy' | 'text'>): PackRead {
  const { packs, vocabulary } = JSON.parse(text) as Bundle;
  const read = readVocabulary({ file: `${policy} vocabulary.yaml`, text: vocabulary, further: madeLanguages });
  if (read.kind === 'findings') return read;
  const lawText = (one: string): LawText => {
    return {
      file: `${policyNamed(one) ?? policy} policy.md`,
      text: one,
      version: digest,
      tried: true,
      further: madeLanguages,
    };
  };
  const [own, ...others] = packs;
  return readPackAmong(lawText(own), others.map(lawText), read.vocabulary);
}
