import { inMadeLanguages } from '../../../building/catalogue/written.ts';
import { alike } from '../../../values/language.ts';
import type { OwnReason } from '../case/letter.ts';

interface Typed {
  readonly reason?: string | undefined;
  readonly article?: string | undefined;
}

/** What an officer typed, as the letter says it: in 繁體 too for who reads that. */
export function ownReason({ reason, article }: Typed): OwnReason {
  return { article, reason: reason === undefined ? undefined : inMadeLanguages(alike(reason)) };
}
