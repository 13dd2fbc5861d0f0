/**
 * How much of FEEL is read. `pack`: what a policy author may write. `standard`: more of it, with names that hold spaces, null, times and
 * durations; the proofs run the standard's own cases with it, through the same parser, checker and evaluator. No pack is read so.
 */
export type Profile = 'pack' | 'standard';

/** A profile, and which names with spaces, dots or hyphens there are: FEEL can only tell by knowing them. */
export interface Language {
  readonly profile: Profile;
  readonly longNames: readonly string[];
}

export const packLanguage: Language = { profile: 'pack', longNames: [] };
