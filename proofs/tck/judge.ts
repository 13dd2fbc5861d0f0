import type { Typed, TypedValue } from '../../rules/explain/testing/expression-value.ts';
import { isNull } from '../feel/value/null.ts';
import { isList } from '../../rules/explain/compile/values.ts';
import { expressionValue, type Profile } from '../feel/feel.ts';
import type { TestCase } from './cases.ts';
import type { LiteralResult } from './kit.ts';
import type { Model } from './model.ts';
import { baseNamed, type Declared, matches, shown, shownGiven, typedOf } from './value.ts';

/** What became of one literal result in one profile. */
export type Verdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly found: string; readonly expected: string }
  | { readonly kind: 'rejected'; readonly reason: string };

const refused = (reason: string): Typed => ({ kind: 'refused', reason });

/** A type of a model is another's name only so many times. */
const longestChain = 10;

/** Follows the model's own types to a simple one. */
function declaredAs(model: Model, name: string | undefined): Declared {
  let isMany = false;
  let at = name;
  for (let step = 0; step < longestChain; step += 1) {
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

  /** The value of a name that a decision needs. An input that the case doesn't give is null. */
  #need(name: string): Typed {
    const { inputs, decisions } = this.#model;
    const given = this.#case.inputs.get(name);
    if (given === undefined && !inputs.has(name)) return this.decision(name);
    const type = inputs.get(name) ?? decisions.get(name)?.type;
    return typedOf(given ?? { kind: 'null' }, declaredAs(this.#model, type), this.#profile);
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
    if (decision?.expression === undefined) return refused('needs-other-decision');
    const names = new Map<string, TypedValue>();
    for (const need of decision.needs) {
      const found = this.#need(need);
      if (found.kind === 'refused') return found;
      names.set(need, found);
    }
    const found = expressionValue(decision.expression, this.#profile, names);
    return found.kind === 'refused' ? found : coerced(found, declaredAs(this.#model, decision.type), decision.type);
  }
}

/** A decision's value takes the type of its variable, a list of one as its item and the other way round: that is DMN's, not FEEL's. */
function coerced(found: TypedValue, declared: Declared, type: string | undefined): Typed {
  if (type === undefined || type === 'Any' || isNull(found.value)) return found;
  if (declared.base === undefined) return refused('result-of-own-type');
  const { base } = found.type;
  const number = base === 'int' || base === 'ratio' || base === 'quotient' ? 'feel:number' : base;
  if (number !== declared.base || isList(found.value) !== declared.isList) return refused('result-is-coerced');
  return found;
}

/** Whether the decision's literal expression has the expected value in the case, or why the profile doesn't say. */
export function judge({ model, testCase, decision, expected }: LiteralResult, profile: Profile): Verdict {
  if (testCase.callsService) return { kind: 'rejected', reason: 'needs-decision-service' };
  const found = new Reckoning(model, testCase, profile).decision(decision);
  if (found.kind === 'refused') return { kind: 'rejected', reason: found.reason };
  if (matches(expected, found)) return { kind: 'right' };
  return { kind: 'wrong', found: shown(found.value), expected: shownGiven(expected) };
}
