import {
  expressionValue as valueOf,
  type Typed,
  type TypedValue,
} from '../../rules/explain/testing/expression-value.ts';
import { carryOut } from './call/carry-out.ts';
import { feelDialect } from './check/check.ts';
import { longNames } from './check/functions.ts';
import { feelGrammar } from './read/grammar.ts';
import { spellingWith } from './read/spelling.ts';
import { NotInProfile } from './value/not-in-profile.ts';

/**
 * How much of FEEL is read. `pack`: what a policy author may write. `standard`: more of it, with names that hold spaces, null, times and
 * durations, through the same parser, checker and evaluator, which are told of it from here. No pack is read so.
 */
export type Profile = 'pack' | 'standard';

/** What one expression comes to in the profile; or why not, as the code of a finding or of a limit of the profile. */
export function expressionValue(text: string, profile: Profile, names: ReadonlyMap<string, TypedValue>): Typed {
  if (profile === 'pack') return valueOf(text, names);
  const ofOwn = [...names.keys()].filter((name) => !/^[\p{L}_]+$/u.test(name));
  const language = { spelling: spellingWith([...longNames, ...ofOwn]), grammar: feelGrammar };
  try {
    return valueOf(text, names, { language, dialect: feelDialect, beyond: carryOut });
  } catch (error) {
    if (error instanceof NotInProfile) return { kind: 'refused', reason: error.message };
    throw error;
  }
}
