import type { FindingCode } from '../tell/findings.ts';

/** One thing changed in the small pack of `rules/testing.ts`, and all that is told of it. */
export interface Fault {
  readonly code: FindingCode;
  /** What is changed in the small pack, and into what. */
  readonly from: string | RegExp;
  readonly to: string;
  /** What the finding marks; nothing where it stands between two signs. */
  readonly marks?: string;
  readonly didYouMean?: string;
  /** All that is told, in order, where that is more than this fault and what the small pack is warned of already. */
  readonly told?: readonly string[];
  /** The change adds a step `extra`, which nothing uses and nobody named in words. */
  readonly isStep?: boolean;
}

/** The one warning of the small pack: nobody asks for the nights. */
export const neverAsked = 'fact-never-asked birth: …';

/** All that is told, each as `code marked (meant?)`. */
export function toldOf({ code, marks = '', didYouMean, told, isStep = false }: Fault): readonly string[] {
  if (told !== undefined) return told;
  const own = [code, marks, ...(didYouMean === undefined ? [] : [`(${didYouMean}?)`])].join(' ').trim();
  return [...(isStep ? aboutStep : []), own, neverAsked];
}

/** What is told of the step `extra` itself. */
export const aboutStep = ['unused-name extra', 'step-without-words extra'];
