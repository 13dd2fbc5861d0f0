import { createHash } from 'node:crypto';
import { policyNamed } from '../../../rules/pack/text/references.ts';
import { withReferred } from '../../../rules/referring-packs.ts';

/** The text of one pack, and how findings name its file. */
export interface FileText {
  readonly file: string;
  readonly text: string;
}

/**
 * Everything that a pack's answer depends on, in words: its own text, the texts of the packs that it extends or asks, and the vocabulary.
 * A case names it by its digest, and it can be read again alone.
 */
export interface PolicyText {
  /** SHA-256 of `text`, 64 hex digits. */
  readonly digest: string;
  readonly policy: string;
  /** All of the texts in one, as JSON. */
  readonly text: string;
  /** The name of the pack's own text in cases from before texts were kept. */
  readonly oldVersion: string;
}

/** How a case from before texts were kept names the law: the first 12 hex digits of the SHA-256 of the pack's own text. */
const oldVersionDigits = 12;

/** What `text` holds. */
export interface Bundle {
  /** The pack itself, then those that it extends or asks, by their names. */
  readonly packs: readonly [own: string, ...others: string[]];
  readonly vocabulary: string;
}

/** Puts a pack's text together with those of the others that it depends on. */
export function policyTextOf(own: FileText, others: readonly FileText[], vocabulary: string): PolicyText {
  const [, ...referred] = withReferred(own, others).map(({ text }) => text);
  const inOrder = referred.toSorted((a, b) => compare(policyNamed(a) ?? '', policyNamed(b) ?? ''));
  const text = JSON.stringify({ packs: [own.text, ...inOrder], vocabulary } satisfies Bundle);
  return {
    digest: sha256(text),
    policy: policyNamed(own.text) ?? '',
    text,
    oldVersion: sha256(own.text).slice(0, oldVersionDigits),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
