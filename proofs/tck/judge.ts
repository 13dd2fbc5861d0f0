import { checkExpression } from '../../rules/check/check-expression.ts';
import type { Checked } from '../../rules/check/checked.ts';
import { reportOn } from '../../rules/check/report.ts';
import type { Meaning } from '../../rules/check/scope.ts';
import { standardLongNames } from '../../rules/check/standard-functions.ts';
import { isFault } from '../../rules/check/types.ts';
import { compile } from '../../rules/explain/compile.ts';
import type { Sight } from '../../rules/explain/step.ts';
import { OutOfRange } from '../../rules/explain/operations.ts';
import { isNull } from '../../rules/explain/standard-values.ts';
import { NotInProfile } from '../../rules/explain/temporal.ts';
import { isList, type Value } from '../../rules/explain/values.ts';
import { readPeriod } from '../../rules/pack/period.ts';
import { sourceText } from '../../rules/source-text.ts';
import { parse } from '../../rules/syntax/parse.ts';
import { type Language, packLanguage, type Profile } from '../../rules/syntax/profile.ts';
import { day } from '../../values/day.ts';
import type { Given, TestCase } from './cases.ts';
import type { Model } from './model.ts';
import { baseNamed, type Declared, matches, shown, type Typed, typedOf } from './value.ts';

/** What became of one literal result in one profile. */
export type Verdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly found: string }
  | { readonly kind: 'rejected'; readonly reason: string };

const rejected = (reason: string): { kind: 'rejected'; reason: string } => ({ kind: 'rejected', reason });
const refused = (reason: string): Typed => ({ kind: 'refused', reason });

/** Follows the model's own types to a simple one. */
function declaredAs(model: Model, name: string | undefined): Declared {
  let isMany = false;
  let at = name;
  for (let step = 0; step < 10; step += 1) {
    const item = at === undefined ? undefined : model.items.get(at);
    if (item === undefined) return { base: baseNamed(at), isList: isMany };
    isMany ||= item.isList;
    at = item.of;
  }
  return { base: undefined, isList: isMany };
}

/** A model's decisions within one case and one profile. */
class Reckoning {
  readonly #model: Model;
  readonly #case: TestCase;
  readonly #profile: Profile;
  readonly #known = new Map<string, Typed>();

  constructor(model: Model, testCase: TestCase, profile: Profile) {
    this.#model = model;
    this.#case = testCase;
    this.#profile = profile;
  }

  /** The value of a name that a decision needs. */
  #need(name: string): Typed {
    const input = this.#case.inputs.get(name);
    const model = this.#model;
    if (input !== undefined) {
      const type = model.inputs.get(name) ?? model.decisions.get(name)?.type;
      return typedOf(input, declaredAs(model, type), this.#profile);
    }
    if (model.inputs.has(name))
      return typedOf({ kind: 'null' }, declaredAs(model, model.inputs.get(name)), this.#profile);
    return this.decision(name);
  }

  /** What a decision comes to; decided once, and refused where it needs itself. */
  decision(name: string): Typed {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, refused('needs-itself'));
    const found = this.#decide(name);
    this.#known.set(name, found);
    return found;
  }

  #decide(name: string): Typed {
    const decision = this.#model.decisions.get(name);
    if (decision?.expression === undefined) return refused('not-a-literal-expression');
    const names: string[] = [];
    const slots: Value[] = [];
    const meanings = new Map<string, Meaning>();
    for (const need of decision.needs) {
      const found = this.#need(need);
      if (found.kind === 'refused')
        return found.reason === 'not-a-literal-expression' ? refused('needs-other-decision') : found;
      meanings.set(need, { kind: 'variable', slot: slots.length, type: found.type });
      names.push(need);
      slots.push(found.value);
    }
    const found = evaluated(decision.expression, this.#language(names), meanings, slots);
    return found.kind === 'refused' ? found : coerced(found, declaredAs(this.#model, decision.type), decision.type);
  }

  #language(names: readonly string[]): Language {
    if (this.#profile === 'pack') return packLanguage;
    return {
      profile: 'standard',
      longNames: [...standardLongNames, ...names.filter((name) => !/^[\p{L}_]+$/u.test(name))],
    };
  }
}

/** A decision's value takes the type of its variable: a list of one as its item, and the other way round. */
function coerced(found: Extract<Typed, { kind: 'typed' }>, declared: Declared, type: string | undefined): Typed {
  if (type === undefined || type === 'Any' || isNull(found.value)) return found;
  if (declared.base === undefined) return refused('result-of-own-type');
  const { base } = found.type;
  const number = base === 'int' || base === 'ratio' || base === 'quotient' ? 'number' : base;
  if (number !== declared.base || isList(found.value) !== declared.isList) return refused('result-is-coerced');
  return found;
}

const on = day('2026-01-01');
const period = readPeriod('2026');

function checkedOf(text: string, language: Language, meanings: ReadonlyMap<string, Meaning>): Checked | string {
  const parsed = parse(text, language);
  if (parsed.kind === 'problem') return parsed.problem.code;
  const report = reportOn(sourceText('expression', text));
  const origin = { report, text, offsetOf: (index: number) => index };
  const depth = meanings.size;
  const scope = { names: meanings, facts: new Map(), later: new Set<string>(), used: new Set<string>(), depth };
  const checked = checkExpression({ origin, scope, profile: language.profile }, parsed.expression);
  const [finding] = report.findings;
  if (finding !== undefined) return finding.code;
  return isFault(checked.type) ? 'fault' : checked;
}

function evaluated(text: string, language: Language, meanings: ReadonlyMap<string, Meaning>, slots: Value[]): Typed {
  const checked = checkedOf(text, language, meanings);
  if (typeof checked === 'string') return refused(checked);
  if (period === undefined) throw new Error('2026 is a period.');
  const sight: Sight = {
    facts: { on, people: [], subject: '' },
    people: new Map(),
    period,
    subject: '',
    bound: new Map(),
    parameters: new Map(),
    slots: [...slots],
    steps: new Map(),
    lets: new Map(),
    benefit: () => {
      throw new Error('An expression of the kit asks for no benefit.');
    },
  };
  try {
    return { kind: 'typed', type: checked.type, value: compile(checked)(sight).value };
  } catch (error) {
    if (error instanceof NotInProfile) return refused(error.message);
    if (error instanceof OutOfRange) return refused('out-of-range');
    throw error;
  }
}

/** Whether the decision's literal expression has the expected value in the case, or why the profile doesn't say. */
export function judge(model: Model, testCase: TestCase, decision: string, expected: Given, profile: Profile): Verdict {
  if (testCase.callsService) return rejected('needs-decision-service');
  const found = new Reckoning(model, testCase, profile).decision(decision);
  if (found.kind === 'refused') return rejected(found.reason);
  return matches(expected, found) ? { kind: 'right' } : { kind: 'wrong', found: shown(found.value) };
}
