import { day } from '../../values/day.ts';
import { checkExpression } from '../check/check-expression.ts';
import type { Checked } from '../check/checked.ts';
import { reportOn } from '../check/report.ts';
import type { Meaning } from '../check/scope.ts';
import { standardLongNames } from '../check/standard-functions.ts';
import { isFault, type Type } from '../check/types.ts';
import { readPeriod } from '../pack/period.ts';
import { sourceText } from '../source-text.ts';
import { parse } from '../syntax/parse.ts';
import { type Language, packLanguage, type Profile } from '../syntax/profile.ts';
import { familyOf } from './family.ts';
import { NotInProfile } from './not-in-profile.ts';
import { compile } from './compile.ts';
import { OutOfRange } from './operations.ts';
import type { Sight } from './step.ts';

import type { Value } from './values.ts';

/** A value with its type; or why the profile has none, as the code of a finding or of a limit of the standard profile. */
export type Typed =
  | { readonly kind: 'typed'; readonly type: Type; readonly value: Value }
  | { readonly kind: 'refused'; readonly reason: string };

export type TypedValue = Extract<Typed, { kind: 'typed' }>;

const on = day('2026-01-01');

function sightOf(slots: readonly Value[]): Sight {
  const period = readPeriod('2026');
  if (period === undefined) throw new Error('2026 is a period.');
  return {
    family: familyOf({ on, people: [], subject: '' }),
    period,
    subject: '',
    bound: new Map(),
    parameters: new Map(),
    slots: [...slots],
    steps: new Map(),
    lets: new Map(),
    benefit: () => {
      throw new Error('An expression by itself asks for no benefit.');
    },
  };
}

function languageOf(profile: Profile, names: Iterable<string>): Language {
  if (profile === 'pack') return packLanguage;
  return { profile, longNames: [...standardLongNames, ...[...names].filter((name) => !/^[\p{L}_]+$/u.test(name))] };
}

function checkedOf(text: string, profile: Profile, meanings: ReadonlyMap<string, Meaning>): Checked | string {
  const parsed = parse(text, languageOf(profile, meanings.keys()));
  if (parsed.kind === 'problem') return parsed.problem.code;
  const report = reportOn(sourceText('expression', text));
  const origin = { report, text, offsetOf: (index: number) => index };
  const scope = {
    names: meanings,
    facts: new Map(),
    later: new Set<string>(),
    used: new Set<string>(),
    depth: meanings.size,
  };
  const checked = checkExpression({ origin, scope, profile }, parsed.expression);
  const [finding] = report.findings;
  if (finding !== undefined) return finding.code;
  if (isFault(checked.type)) throw new Error(`A fault without a finding: ${text}`);
  return checked;
}

/** What one expression comes to with these names, without a pack around it: parsed, checked and evaluated as a pack's would be. */
export function expressionValue(text: string, profile: Profile, names: ReadonlyMap<string, TypedValue>): Typed {
  const given = [...names];
  const meanings = given.map(([name, { type }], slot): [string, Meaning] => [name, { kind: 'variable', slot, type }]);
  const checked = checkedOf(text, profile, new Map(meanings));
  if (typeof checked === 'string') return { kind: 'refused', reason: checked };
  try {
    const { value } = compile(checked)(sightOf(given.map(([, typed]) => typed.value)));
    return { kind: 'typed', type: checked.type, value };
  } catch (error) {
    if (error instanceof NotInProfile) return { kind: 'refused', reason: error.message };
    if (error instanceof OutOfRange) return { kind: 'refused', reason: 'out-of-range' };
    throw error;
  }
}
