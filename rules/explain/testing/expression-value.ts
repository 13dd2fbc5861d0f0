import { day } from '../../../values/day.ts';
import { checkExpression } from '../../check/expression/check-expression.ts';
import type { Checked } from '../../check/expression/checked.ts';
import type { Dialect } from '../../check/expression/fault-at.ts';
import { reportOn } from '../../check/tell/report.ts';
import type { Meaning } from '../../check/expression/scope.ts';
import { isFault, type Type } from '../../check/expression/types.ts';
import { readPeriod } from '../../pack/period.ts';
import { sourceText } from '../../source-text.ts';
import { type Language, parse } from '../../syntax/parse.ts';
import { compile } from '../compile/compile.ts';
import { familyOf } from '../facts/family.ts';
import { OutOfRange } from '../compile/operations.ts';
import type { Sight } from '../compile/step.ts';
import type { Value } from '../compile/values.ts';

/** A value with its type; or why there is none, as a code. */
export type Typed =
  | { readonly kind: 'typed'; readonly type: Type; readonly value: Value }
  | { readonly kind: 'refused'; readonly reason: string };

export type TypedValue = Extract<Typed, { kind: 'typed' }>;

/** How an expression is read, checked and carried out; without any of it as packs are. */
export interface Speech {
  readonly language?: Language;
  readonly dialect?: Dialect;
  readonly beyond?: Sight['beyond'];
}

const on = day('2026-01-01');

function sightOf(slots: readonly Value[], beyond: Sight['beyond']): Sight {
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
    ...(beyond && { beyond }),
  };
}

function checkedOf(
  text: string,
  meanings: ReadonlyMap<string, Meaning>,
  { language, dialect }: Speech,
): Checked | string {
  const parsed = parse(text, language);
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
  const checked = checkExpression({ origin, scope, ...(dialect && { dialect }) }, parsed.expression);
  const [finding] = report.findings;
  if (finding !== undefined) return finding.code;
  if (isFault(checked.type)) throw new Error(`A fault without a finding: ${text}`);
  return checked;
}

/** What one expression comes to with these names, without a pack around it: parsed, checked and evaluated as a pack's would be. */
export function expressionValue(text: string, names: ReadonlyMap<string, TypedValue>, speech: Speech = {}): Typed {
  const given = [...names];
  const meanings = given.map(([name, { type }], slot): [string, Meaning] => [name, { kind: 'variable', slot, type }]);
  const checked = checkedOf(text, new Map(meanings), speech);
  if (typeof checked === 'string') return { kind: 'refused', reason: checked };
  try {
    const sight = sightOf(
      given.map(([, typed]) => typed.value),
      speech.beyond,
    );
    return { kind: 'typed', type: checked.type, value: compile(checked)(sight).value };
  } catch (error) {
    if (error instanceof OutOfRange) return { kind: 'refused', reason: 'out-of-range' };
    throw error;
  }
}
